import { formatAt, readSerials } from '../apps-script/spreadsheet/cells';
import { isDateFormat } from '../apps-script/spreadsheet/number-format';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import type { Cells } from './flatten';
import { wallText } from './to-cell';

/** What a cell must be that holds an instant, whichever. */
export const ANY_INSTANT = 'i:';

/** What a tab must hold: its records by key. */
export interface ExpectedTab {
  /** The columns whose texts make the key, in this order. */
  readonly key: readonly string[];
  readonly records: readonly Cells[];
}

/**
 * Compares every cell of a tab with what it must hold, and returns the differences in words: rows that are missing,
 * twice or too many, cells of another value or another type, and columns that are missing.
 */
export function compareTab(workbook: Workbook, tab: Tab, { key, records }: ExpectedTab): readonly string[] {
  const differences: string[] = [];
  const missing = new Map(records.map((record) => [keyOf(record, key), record]));
  if (missing.size < records.length) differences.push('the same key is expected twice');
  const [header = [], ...rows] = readCells(workbook, tab);
  const names = header.map((cell) => cell.slice(2));
  const seen = new Set<string>();
  rows.forEach((cells, i) => {
    const found = Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
    const id = keyOf(found, key);
    const expected = missing.get(id);
    if (seen.has(id)) differences.push(`row ${String(i + 2)}: ${id} stands twice`);
    else if (!expected) differences.push(`row ${String(i + 2)}: ${id} is not expected`);
    else differences.push(...compareRow(id, found, expected));
    seen.add(id);
  });
  for (const id of missing.keys()) if (!seen.has(id)) differences.push(`${id} is missing`);
  return differences;
}

function compareRow(id: string, found: Cells, expected: Cells): string[] {
  const columns = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...columns].flatMap((column) => {
    const [is, should] = [found[column] ?? '', expected[column] ?? ''];
    const isRight = is === should || (should === ANY_INSTANT && is.startsWith(ANY_INSTANT));
    return isRight ? [] : [`${id}: ${column} is ${shorten(is)} instead of ${shorten(should)}`];
  });
}

function keyOf(record: Cells, key: readonly string[]): string {
  // Without the type: an id is a number in some answers and a text in others.
  return key.map((column) => (record[column] ?? '').slice(2).trim()).join(' ');
}

function shorten(cell: string): string {
  return JSON.stringify(cell.length > 80 ? `${cell.slice(0, 80)}…` : cell);
}

/** The filled part of a tab, header first, in the words of `toCell`; a formula is `f:` and its value. */
export function readCells(workbook: Workbook, tab: Tab): string[][] {
  const area = { row: 0, column: 0, rows: tab.grid.contentRows(), columns: tab.grid.contentColumns() };
  return readSerials(workbook, tab, area).map((cells, row) =>
    cells.map((value, column) => {
      if (tab.grid.formulaAt(row, column)) return `f:${String(value)}`;
      if (typeof value === 'string') return value === '' ? '' : `t:${value}`;
      if (typeof value === 'boolean') return `b:${String(value)}`;
      const format = formatAt(tab, row, column);
      if (format === undefined || !isDateFormat(format)) return `n:${String(value)}`;
      const wall = wallText(EPOCH + Math.round(value * DAY));
      return format.includes('h') ? `i:${wall}` : `d:${wall.slice(0, 10)}`;
    }),
  );
}

const DAY = 86_400_000;
/** 1899-12-30, day 0 of a spreadsheet. */
const EPOCH = Date.UTC(1899, 11, 30);
