const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Minutes ahead of UTC, with a fraction where the zone has seconds, at an instant (milliseconds since 1970). Asks Google's formatter twice for each day
 * it meets, and by the quarter of an hour on the days when clocks change.
 */
export function createOffset(zone: string): (ms: number) => number {
  const days = new Map<number, number | null>();
  const quarters = new Map<number, number>();
  return (ms) => {
    const day = Math.floor(ms / DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const atStart = askOffset(day * DAY, zone);
      offset = atStart === askOffset((day + 1) * DAY, zone) ? atStart : null;
      days.set(day, offset);
    }
    if (offset !== null) return offset;
    const quarter = Math.floor(ms / (15 * MINUTE));
    const known = quarters.get(quarter) ?? askOffset(quarter * 15 * MINUTE, zone);
    quarters.set(quarter, known);
    return known;
  };
}

function askOffset(ms: number, zone: string): number {
  // The wall clock and not the zone's own name for its offset, which has no seconds: Paris had some until 1911.
  const wall = Utilities.formatDate(new Date(ms), zone, "yyyy-MM-dd'T'HH:mm:ss");
  return (Date.parse(`${wall}Z`) - Math.floor(ms / 1000) * 1000) / MINUTE;
}
