const DAY = 86_400_000;

/**
 * The instant, in milliseconds, at which the given day (any instant of it, read in UTC) begins in France: 22:00 or
 * 23:00 UTC of the evening before, as vendors that store local dates as UTC instants write them.
 */
export function parisMidnight(day: number): number {
  const start = Math.floor(day / DAY) * DAY;
  return start - (isSummer(start) ? 2 : 1) * 3_600_000;
}

function isSummer(start: number): boolean {
  const year = new Date(start).getUTCFullYear();
  // The clocks change at 1:00 UTC, so the day of the change itself begins under the old rule.
  return start > lastSunday(year, 2) && start <= lastSunday(year, 9);
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getTime() - last.getUTCDay() * DAY;
}
