import type { Area } from './area';
import { computedValue } from './evaluate';
import type { Formula } from './formula';
import type { Value } from './row';
import type { Style } from './style';
import type { Tab, Workbook } from './workbook';

export interface SortKey {
  /** From 0, of the tab. */
  readonly column: number;
  readonly ascending: boolean;
}

/**
 * Sorts the rows of an area: cells move with their formulas, notes and looks, the rest of the row stays. Numbers come
 * before texts, texts before truth values, empty cells last whichever the order (support.google.com, Sort & filter your data).
 */
export function sortArea(workbook: Workbook, tab: Tab, area: Area, keys: readonly SortKey[]): void {
  const lines = Array.from({ length: area.rows }, (_, i) => ({
    cells: takeCells(tab, area.row + i, area),
    keys: keys.map(({ column }) => computedValue(workbook, tab, area.row + i, column)),
  }));
  lines.sort((a, b) => {
    for (const [i, { ascending }] of keys.entries()) {
      const order = compare(a.keys[i] ?? '', b.keys[i] ?? '', ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  lines.forEach(({ cells }, i) => {
    putCells(tab, area.row + i, area.column, cells);
  });
}

/** Copies an area's cells to where `to` starts, on the same or another tab; relative references keep their distances. */
export function copyArea(from: Tab, area: Area, to: Tab, row: number, column: number): void {
  const rows = Array.from({ length: area.rows }, (_, i) => takeCells(from, area.row + i, area));
  rows.forEach((cells, i) => {
    putCells(to, row + i, column, cells);
  });
}

/** One cell with all that moves with it. */
export interface Cell {
  readonly value: Value;
  readonly formula: Formula | undefined;
  readonly note: string;
  readonly style: Style | undefined;
}

/** The cells of one row of an area. */
export function takeCells({ grid }: Tab, row: number, area: Area): Cell[] {
  return Array.from({ length: area.columns }, (_, j) => {
    const column = area.column + j;
    return {
      value: grid.valueAt(row, column),
      formula: grid.formulaAt(row, column),
      note: grid.noteAt(row, column),
      style: grid.styleAt(row, column),
    };
  });
}

/** Puts cells side by side into a row, in place of what was there. */
export function putCells({ grid }: Tab, row: number, column: number, cells: readonly Cell[]): void {
  grid.writeValues(
    row,
    column,
    cells.map(({ value }) => value),
  );
  cells.forEach(({ formula, note, style }, j) => {
    if (formula) grid.writeFormula(row, column + j, formula);
    grid.writeNote(row, column + j, note);
    grid.writeStyle(row, column + j, style);
  });
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base' });

function compare(a: Value, b: Value, ascending: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const rank = (value: Value): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  const order =
    rank(a) - rank(b) ||
    (typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b));
  return ascending ? order : -order;
}
