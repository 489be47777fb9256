import { toInstant } from '../core/serial';
import type { Cell } from '../platform/services';
import { ORIGIN, STATUS, STATUSES } from './history-columns';
import type { HistoryRun, HistoryStream } from './rpc';

/** A row of the history's tab. */
export interface HistoryRecord extends HistoryStream, Pick<HistoryRun, 'cause'> {
  /** That of its run. */
  readonly id: string;
  readonly connection: string;
  readonly title: string;
  readonly startedAt: number;
  readonly duration: number;
  readonly requests: number;
}

/**
 * What the cells of a row say, given the minutes ahead of UTC at an instant; null for a row that somebody changed beyond
 * recognition, for one from before runs had an id, and for a month's summary.
 */
export function toRecord(line: readonly Cell[], offset: (ms: number) => number): HistoryRecord | null {
  const [start, seconds, title, stream, said, read, inserted, updated, removed, requests, message, id] = line;
  const status = BY_WORD.get(String(said));
  const connection = connectionOf(id);
  const counts = { read, inserted, updated, removed, requests };
  if (!isDate(start) || !isCount(seconds) || !status || connection === null || !areCounts(counts)) return null;
  return {
    ...counts,
    ...{ id: String(id), connection, status, startedAt: toInstant(start, offset), duration: seconds * 1000 },
    ...{ title: String(title), stream: String(stream), message: String(message) },
    ...causeOf(line, offset),
  };
}

/** Whose run has that id; null: it is no id of a run. */
export function connectionOf(id: Cell | undefined): string | null {
  return RUN_ID.exec(String(id))?.[1] ?? null;
}

/** Records by the id of their run, in their order. */
export function groupByRun<T extends Pick<HistoryRecord, 'id'>>(
  records: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const runs = new Map<string, T[]>();
  for (const record of records) {
    const run = runs.get(record.id);
    if (run) run.push(record);
    else runs.set(record.id, [record]);
  }
  return runs;
}

/** A run's records without those of streams that were told again, as it was killed in between: they count as told last. */
export function toldLast(run: readonly HistoryRecord[]): readonly HistoryRecord[] {
  return [...new Map(run.map((record) => [record.stream, record])).values()];
}

/** Whether a cell holds a moment that Sheets can show. */
export function isDate(cell: Cell | undefined): cell is number {
  return isCount(cell) && cell <= LAST_DAY;
}

/** Whether cells hold numbers of things. */
export function areCounts<T extends string>(counts: Record<T, Cell | undefined>): counts is Record<T, number> {
  return Object.values<Cell | undefined>(counts).every(isCount);
}

function isCount(cell: Cell | undefined): cell is number {
  return typeof cell === 'number' && cell >= 0 && cell <= Number.MAX_SAFE_INTEGER;
}

/** The serial number of 9999-12-31, with which the dates of Sheets end. */
const LAST_DAY = 2_958_465;

const RUN_ID = /^(.+)-[0-9a-z]+$/;

/** In both languages: people of both may sync the same spreadsheet. */
const BY_WORD = new Map(
  STATUSES.flatMap((status) => Object.values(STATUS[status]).map((said: string) => [said, status])),
);

const { schedule, call } = ORIGIN;

function causeOf(line: readonly Cell[], offset: (ms: number) => number): Pick<HistoryRun, 'cause'> {
  const [origin, due] = line.slice(ORIGIN_PLACE);
  if (origin === call.fr || origin === call.en) return { cause: { kind: 'call' } };
  const isDue = (origin === schedule.fr || origin === schedule.en) && isDate(due);
  return isDue ? { cause: { kind: 'schedule', due: toInstant(due, offset) } } : {};
}

/** How many columns come before that of what started a run. */
const ORIGIN_PLACE = 16;
