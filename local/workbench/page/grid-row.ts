import type { CellLook, Cells } from '../protocol';

/** A row of a tab as the grid keeps it; its columns are counted from 1. */
export interface GridRow {
  /** Counted from 1. */
  readonly row: number;
  /** As shown on the screen. */
  readonly shown: Map<number, string>;
  /** The columns of numbers and dates. */
  readonly numbers: ReadonlySet<number>;
  /** What the formula bar shows, where it is not the shown text. */
  readonly entries: Map<number, string>;
  readonly notes: ReadonlyMap<number, string>;
  readonly looks: ReadonlyMap<number, CellLook>;
  /** The columns that draw a line through numbers. */
  readonly sparklines: ReadonlyMap<number, readonly number[]>;
}

/** The rows from `first` on that an answer holds, `count` of them: empty ones where it holds fewer. */
export function toGridRows(cells: Cells, first: number, count: number): GridRow[] {
  const entries = byRow(cells.entries.map((each) => ({ ...each, held: each.text })));
  const notes = byRow(cells.notes.map((each) => ({ ...each, held: each.text })));
  const looks = byRow(cells.looks.map((each) => ({ ...each, held: each.look })));
  const sparklines = byRow(cells.sparklines.map((each) => ({ ...each, held: each.values })));
  return Array.from({ length: count }, (_, i) => ({
    row: first + i,
    shown: new Map(cells.rows[i]?.map((text, j) => [j + 1, text])),
    numbers: new Set(cells.numbers[i]),
    entries: entries.get(first + i) ?? new Map<number, string>(),
    notes: notes.get(first + i) ?? new Map<number, string>(),
    looks: looks.get(first + i) ?? new Map<number, CellLook>(),
    sparklines: sparklines.get(first + i) ?? new Map<number, readonly number[]>(),
  }));
}

/** What a cell holds: its formula, or the value as it was typed. */
export function entryOf(row: GridRow, column: number): string {
  return row.entries.get(column) ?? row.shown.get(column) ?? '';
}

interface Held<T> {
  readonly row: number;
  readonly column: number;
  readonly held: T;
}

function byRow<T>(cells: readonly Held<T>[]): Map<number, Map<number, T>> {
  const rows = new Map<number, Map<number, T>>();
  for (const { row, column, held } of cells) {
    const known = rows.get(row) ?? new Map<number, T>();
    rows.set(row, known.set(column, held));
  }
  return rows;
}
