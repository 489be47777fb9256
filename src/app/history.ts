import { toInstant } from '../core/serial';
import type { Cell, Workbook } from '../platform/services';
import { openWorkbook } from '../platform/workbook';
import { attempt } from './attempt';
import { allConnections } from './connections';
import { findConnector } from './find-connector';
import { READ_COLUMNS, STATUS, STATUSES } from './history-columns';
import { findHistoryTab, HISTORY_ROWS } from './history-tab';
import type { HistoryRun, HistoryStream } from './rpc';
import { sumEntries } from './sum-entries';
import { say } from './words';

/**
 * The last 200 runs of a connection, or of all, latest first, from the last 1,000 rows of the history's tab. Rows that are
 * not as they were written, and those from before runs had an id, are left out.
 */
export function readHistory(connection: string | null): readonly HistoryRun[] {
  return runsOf(connection).slice(0, MOST_RUNS);
}

/** The runs of all connections that began at `since` (milliseconds since 1970) or later, latest first, from the same rows. */
export function readRuns(since: number): readonly HistoryRun[] {
  return runsOf(null).filter(({ startedAt }) => startedAt >= since);
}

const MOST_RUNS = 200;

function runsOf(connection: string | null): readonly HistoryRun[] {
  const workbook = openWorkbook();
  const found = readRecords(workbook).filter((record) => connection === null || record.connection === connection);
  const titles = found.length > 0 ? streamTitles() : new Map<string, string>();
  const records = found.map((record) => {
    const { stream } = record;
    return { ...record, stream: titles.get(`${record.connection}/${stream}`) ?? stream };
  });
  return [...groupByRun(records).values()].map(toRun).sort((a, b) => b.startedAt - a.startedAt);
}

/** A row of the tab. */
interface HistoryRecord extends HistoryStream {
  readonly id: string;
  readonly connection: string;
  readonly title: string;
  readonly startedAt: number;
  readonly duration: number;
  readonly requests: number;
}

function readRecords(workbook: Workbook): readonly HistoryRecord[] {
  const sheet = findHistoryTab(workbook);
  if (!sheet || sheet.columns() < READ_COLUMNS) return [];
  const last = sheet.rows();
  const row = Math.max(2, last - HISTORY_ROWS + 1);
  if (last < row) return [];
  const lines = sheet.read({ row, column: 1, rows: last - row + 1, columns: READ_COLUMNS });
  return lines.flatMap((line) => toRecord(line, (ms) => workbook.offset(ms)) ?? []);
}

/** Null for a row that somebody changed beyond recognition. */
function toRecord(line: readonly Cell[], offset: (ms: number) => number): HistoryRecord | null {
  const [start, seconds, title, stream, said, read, inserted, updated, removed, requests, message, id] = line;
  const status = BY_WORD.get(String(said));
  const [, connection] = RUN_ID.exec(String(id)) ?? [];
  const counts = { read, inserted, updated, removed, requests };
  if (
    !isCount(start) ||
    start > LAST_DAY ||
    !isCount(seconds) ||
    !status ||
    connection === undefined ||
    !areCounts(counts)
  )
    return null;
  return {
    ...counts,
    ...{ id: String(id), connection, status, startedAt: toInstant(start, offset), duration: seconds * 1000 },
    ...{ title: String(title), stream: String(stream), message: String(message) },
  };
}

/** The serial number of 9999-12-31, with which the dates of Sheets end. */
const LAST_DAY = 2_958_465;

const RUN_ID = /^(.+)-[0-9a-z]+$/;

/** In both languages: people of both may sync the same spreadsheet. */
const BY_WORD = new Map(
  STATUSES.flatMap((status) => Object.values(STATUS[status]).map((said: string) => [said, status])),
);

function isCount(cell: Cell | undefined): cell is number {
  return typeof cell === 'number' && cell >= 0 && cell <= Number.MAX_SAFE_INTEGER;
}

function areCounts<T extends string>(counts: Record<T, Cell | undefined>): counts is Record<T, number> {
  return Object.values<Cell | undefined>(counts).every(isCount);
}

/** A stream that was told twice, as the run was killed in between, counts as told last. */
function groupByRun(records: readonly HistoryRecord[]): ReadonlyMap<string, ReadonlyMap<string, HistoryRecord>> {
  const runs = new Map<string, Map<string, HistoryRecord>>();
  for (const record of records) {
    const run = runs.get(record.id) ?? new Map<string, HistoryRecord>();
    runs.set(record.id, run.set(record.stream, record));
  }
  return runs;
}

function toRun(records: ReadonlyMap<string, HistoryRecord>): HistoryRun {
  const rows = [...records.values()];
  const [{ id, connection, title } = { id: '', connection: '', title: '' }] = rows;
  const streams = rows.map(({ stream, status, read, inserted, updated, removed, message }) => ({
    ...{ stream, status, read, inserted, updated, removed, message },
  }));
  return { id, connection, title, ...sumEntries(rows), streams };
}

/**
 * What streams are called, by connection and by each text that the tab may have for them: the title in either language or,
 * from earlier versions, the name. One service call.
 */
function streamTitles(): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { id, connector, settings } of allConnections()) {
    // The history of a connection that is no use any more can be read all the same.
    const streams = attempt(() => findConnector(connector).streams(settings));
    for (const { name, title } of streams.ok ? streams.value : []) {
      for (const text of [name, title.fr, title.en]) titles.set(`${id}/${text}`, say(title));
    }
  }
  return titles;
}
