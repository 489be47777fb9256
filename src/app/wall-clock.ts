import type { Workbook } from '../platform/services';

/** The spreadsheet's wall clock at an instant (milliseconds since 1970), as milliseconds that read right in UTC. */
export function toLocal(ms: number, workbook: Workbook): number {
  return ms + workbook.offset(ms) * 60_000;
}

/** The time of day at an instant, in the spreadsheet's zone: `14:05`. */
export function timeOfDay(ms: number, workbook: Workbook): string {
  return new Date(toLocal(ms, workbook)).toISOString().slice(11, 16);
}

/** Its date and time of day there, as in the tabs: `2026-11-30 14:05`. */
export function toMoment(ms: number, workbook: Workbook): string {
  return new Date(toLocal(ms, workbook)).toISOString().slice(0, 16).replace('T', ' ');
}

/** The first instant at which the spreadsheet's wall clock shows `local`; where clocks skip it, as much later as they skip. */
export function fromLocal(local: number, workbook: Workbook): number {
  const offsets = [local - DAY, local + DAY].map((ms) => workbook.offset(ms) * 60_000);
  const first = local - Math.max(...offsets);
  return toLocal(first, workbook) === local ? first : local - Math.min(...offsets);
}

const DAY = 86_400_000;
