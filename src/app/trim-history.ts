import { toBlocks } from '../destinations/key-index';
import type { Cell, RowsChange, Sheet } from '../platform/services';
import { READ_COLUMNS } from './history-columns';
import { groupByRun, type HistoryRecord, toRecord } from './history-record';
import { addRun, type MonthSummary, readSummary, summaryIdOf, toSummaryCells } from './month-summary';
import type { Language } from './words';

/** How many runs the history keeps; it is never looked through while it has no more rows than that. */
export const MOST_RUNS = 10_000;

/** How many rows they may take: a run has one for each of its streams, and all tabs together have 10,000,000 cells. */
const MOST_ROWS = 30_000;

/** Of the runs and rows that may be there, how many a cut leaves: it reads the whole tab, and must not come often. */
const KEPT = 0.98;

/**
 * Puts a summary for each month and connection in the place of the oldest runs when there are too many, in one change that is
 * made or not. Rows that are not as they were written stay, and do not count. Returns how many rows there may be, that of the
 * headers aside, before it must be called again. Two calls at most.
 */
export function trimHistory(sheet: Sheet, language: Language): number {
  const lines = readLines(sheet);
  const runs = [...groupByRun(toPlaced(lines)).values()].sort((a, b) => startOf(a) - startOf(b));
  const size = { runs: runs.length, rows: runs.reduce((sum, run) => sum + run.length, 0) };
  const gone = size.runs > MOST_RUNS || size.rows > MOST_ROWS ? oldest(runs, size) : [];
  const kept = gone.reduce((left, run) => less(left, run), size);
  const room = Math.min(MOST_RUNS - kept.runs, MOST_ROWS - kept.rows);
  const rows = sheet.rows() - 1;
  if (gone.length === 0) return rows + room;
  const change = planChange(lines, gone, language);
  sheet.replaceRows(change);
  return rows - (size.rows - kept.rows) + change.inserted.length + room;
}

interface Size {
  readonly runs: number;
  readonly rows: number;
}

/** A record, and the row that it stands in. */
interface Placed extends HistoryRecord {
  readonly row: number;
}

type Run = readonly Placed[];

function readLines(sheet: Sheet): readonly (readonly Cell[])[] {
  const [lines = []] = sheet.readAll([{ row: FIRST_ROW, column: 1, columns: READ_COLUMNS }]);
  return lines;
}

const FIRST_ROW = 2;

function toPlaced(lines: readonly (readonly Cell[])[]): Run {
  return lines.flatMap((line, index) => {
    const record = toRecord(line, asShown);
    return record ? [{ ...record, row: FIRST_ROW + index }] : [];
  });
}

/** Moments stay on the clock of the spreadsheet, by which months begin and end. */
function asShown(): number {
  return 0;
}

function startOf(run: Run): number {
  return Math.min(...run.map(({ startedAt }) => startedAt));
}

function oldest(runs: readonly Run[], size: Size): readonly Run[] {
  const gone: Run[] = [];
  let left = size;
  for (const run of runs) {
    if (left.runs <= MOST_RUNS * KEPT && left.rows <= MOST_ROWS * KEPT) break;
    gone.push(run);
    left = less(left, run);
  }
  return gone;
}

function less({ runs, rows }: Size, run: Run): Size {
  return { runs: runs - 1, rows: rows - run.length };
}

/** Summaries that are there are rewritten where they stand; new ones follow those at the top. */
function planChange(lines: readonly (readonly Cell[])[], gone: readonly Run[], language: Language): RowsChange {
  const summaries = lines.map(readSummary);
  const places = new Map(summaries.map((summary, place) => [summary?.id, place]));
  const changed = new Map<string, MonthSummary>();
  for (const run of gone) {
    const id = summaryIdOf(run);
    const before = changed.get(id) ?? summaries[places.get(id) ?? -1];
    changed.set(id, addRun(before ?? undefined, run));
  }
  const isThere = ({ id }: MonthSummary): boolean => places.has(id);
  const all = [...changed.values()];
  return {
    rewritten: all.filter(isThere).map((summary) => ({
      row: FIRST_ROW + (places.get(summary.id) ?? 0),
      cells: toSummaryCells(summary, language),
    })),
    deleted: toBlocks(gone.flatMap((run) => run.map(({ row }) => row)).sort((a, b) => a - b)),
    inserted: all.filter((summary) => !isThere(summary)).map((summary) => toSummaryCells(summary, language)),
    before: FIRST_ROW + summaries.indexOf(null),
  };
}
