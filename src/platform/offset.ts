const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Minutes ahead of UTC in a time zone at an instant (milliseconds since 1970). Asks Google's formatter twice for each day
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
  const text = Utilities.formatDate(new Date(ms), zone, 'Z');
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5));
  return text.startsWith('-') ? -minutes : minutes;
}
