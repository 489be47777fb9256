import type { Cells } from '../protocol';

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
}

/** The rows from `first` on that an answer holds, `count` of them: empty ones where it holds fewer. */
export function toGridRows(cells: Cells, first: number, count: number): GridRow[] {
  const entries = byRow(cells.entries);
  const notes = byRow(cells.notes);
  return Array.from({ length: count }, (_, i) => ({
    row: first + i,
    shown: new Map(cells.rows[i]?.map((text, j) => [j + 1, text])),
    numbers: new Set(cells.numbers[i]),
    entries: entries.get(first + i) ?? new Map<number, string>(),
    notes: notes.get(first + i) ?? new Map<number, string>(),
  }));
}

/** What a cell holds: its formula, or the value as it was typed. */
export function entryOf(row: GridRow, column: number): string {
  return row.entries.get(column) ?? row.shown.get(column) ?? '';
}

function byRow(texts: Cells['notes']): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of texts) {
    const known = rows.get(row) ?? new Map<number, string>();
    rows.set(row, known.set(column, text));
  }
  return rows;
}
