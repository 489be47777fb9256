import type { Workbook } from '../platform/services';

/** The spreadsheet's wall clock at an instant (milliseconds since 1970), as milliseconds that read right in UTC. */
export function toLocal(ms: number, workbook: Workbook): number {
  return ms + workbook.offset(ms) * 60_000;
}

/** The time of day at an instant, in the spreadsheet's zone: `14:05`. */
export function timeOfDay(ms: number, workbook: Workbook): string {
  return new Date(toLocal(ms, workbook)).toISOString().slice(11, 16);
}
