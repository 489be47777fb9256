import { toSerial } from '../core/serial';
import { toBlocks } from '../destinations/key-index';
import type { Workbook } from '../platform/services';
import { openWorkbook } from '../platform/workbook';
import { attempt } from './attempt';
import { allConnections } from './connections';
import { findConnector } from './find-connector';
import { READ_COLUMNS } from './history-columns';
import { connectionOf, groupByRun, type HistoryRecord, isDate, toldLast, toRecord } from './history-record';
import { findHistoryTab, type HistoryTab } from './history-tab';
import type { HistoryRun } from './rpc';
import { sumEntries } from './sum-entries';
import { say } from './words';

/**
 * The last 200 runs of a connection, or of all, latest first, wherever they stand in the history's tab. Rows that are not as
 * they were written, those from before runs had an id, and months' summaries are left out.
 */
export function readHistory(connection: string | null): readonly HistoryRun[] {
  return readWhere(openWorkbook(), (places) =>
    places
      .filter((place) => connection === null || place.connection === connection)
      .sort((a, b) => b.start - a.start)
      .slice(0, MOST_RUNS),
  );
}

/** The same of all runs that began since an instant, however many. */
export function readRuns(since: number): readonly HistoryRun[] {
  const workbook = openWorkbook();
  const from = toSerial(since, workbook.offset(since));
  // The clock of the spreadsheet shows some moments twice a year.
  const runs = readWhere(workbook, (places) => places.filter(({ start }) => start >= from - 1));
  return runs.filter(({ startedAt }) => startedAt >= since);
}

const MOST_RUNS = 200;

/** Where a run stands in the tab. */
interface RunPlace {
  readonly connection: string;
  /** A serial number. */
  readonly start: number;
  readonly rows: readonly number[];
}

/** Three calls, handles aside: users sort the tab, so that nothing but its rows says where the runs are. */
function readWhere(
  workbook: Workbook,
  choose: (places: readonly RunPlace[]) => readonly RunPlace[],
): readonly HistoryRun[] {
  const tab = findHistoryTab(workbook);
  if (!tab || tab.columns < READ_COLUMNS || tab.sheet.rows() < FIRST_ROW) return [];
  const rows = choose(readPlaces(tab))
    .flatMap((place) => place.rows)
    .sort((a, b) => a - b);
  if (rows.length === 0) return [];
  const areas = toBlocks(rows).map(([row, count]) => ({ row, column: 1, rows: count, columns: tab.columns }));
  const lines = tab.sheet.readAll(areas).flat();
  const records = lines.flatMap((line) => toRecord(line, (ms) => workbook.offset(ms)) ?? []);
  return toRuns(records);
}

const FIRST_ROW = 2;

function readPlaces({ sheet }: HistoryTab): readonly RunPlace[] {
  const [starts = [], ids = []] = sheet.readAll([
    { row: FIRST_ROW, column: 1, columns: 1 },
    { row: FIRST_ROW, column: READ_COLUMNS, columns: 1 },
  ]);
  const rows = ids.flatMap(([id = ''], index) => {
    const start = starts[index]?.[0];
    const connection = connectionOf(id);
    return isDate(start) && connection !== null ? [{ id: String(id), connection, start, row: FIRST_ROW + index }] : [];
  });
  return [...groupByRun(rows)].map(([id, run]) => ({
    connection: connectionOf(id) ?? '',
    start: Math.min(...run.map(({ start }) => start)),
    rows: run.map(({ row }) => row),
  }));
}

function toRuns(found: readonly HistoryRecord[]): readonly HistoryRun[] {
  const titles = found.length > 0 ? streamTitles() : new Map<string, string>();
  const records = found.map((record) => {
    const { stream } = record;
    return { ...record, stream: titles.get(`${record.connection}/${stream}`) ?? stream };
  });
  return [...groupByRun(records).values()].map(toRun).sort((a, b) => b.startedAt - a.startedAt);
}

function toRun(records: readonly HistoryRecord[]): HistoryRun {
  const rows = toldLast(records);
  const [{ id, connection, title, cause } = { id: '', connection: '', title: '' }] = rows;
  const streams = rows.map(({ stream, status, read, inserted, updated, removed, message }) => ({
    ...{ stream, status, read, inserted, updated, removed, message },
  }));
  return { id, connection, title, ...sumEntries(rows), ...(cause ? { cause } : {}), streams };
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
