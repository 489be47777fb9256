import type { Formula } from './formula';
import { internRowStyle, PLAIN, type RowStyle, type Style } from './style';

/** What a cell holds: `''` is an empty cell; a date is its serial number. */
export type Value = string | number | boolean;

/**
 * One row of a grid. `values` ends with its last filled cell; where `formulas` has a cell, its value is `''`. Formulas
 * and notes are kept by column and absent while there are none.
 */
export interface Row {
  values: Value[];
  formulas: Map<number, Formula> | null;
  notes: Map<number, string> | null;
  style: RowStyle;
  hidden: boolean;
  height: number | null;
}

/** A row without content that looks like `style`. */
export function emptyRow(style: RowStyle = PLAIN): Row {
  return { values: [], formulas: null, notes: null, style, hidden: false, height: null };
}

/** How many cells there are up to the last one with a value or a formula. */
export function rowLength(row: Row): number {
  let length = row.values.length;
  if (row.formulas) for (const column of row.formulas.keys()) length = Math.max(length, column + 1);
  return length;
}

/** Writes values side by side from a column on, in place of what was there, formulas included. */
export function writeValues(row: Row, column: number, values: readonly Value[]): void {
  if (row.formulas) for (let i = 0; i < values.length; i++) dropFormula(row, column + i);
  if (column === 0 && values.length >= row.values.length) row.values = values.slice();
  else {
    while (row.values.length < column) row.values.push('');
    for (let i = 0; i < values.length; i++) row.values[column + i] = values[i] ?? '';
  }
  trim(row);
}

/** Puts a formula into a cell, in place of its value. */
export function writeFormula(row: Row, column: number, formula: Formula): void {
  if (column < row.values.length) row.values[column] = '';
  (row.formulas ??= new Map()).set(column, formula);
  trim(row);
}

/** Sets a note; an empty one takes it away. */
export function writeNote(row: Row, column: number, note: string): void {
  if (note !== '') (row.notes ??= new Map()).set(column, note);
  else if (row.notes?.delete(column) && row.notes.size === 0) row.notes = null;
}

/** Gives a cell another style. */
export function writeStyle(row: Row, column: number, style: Style | undefined): void {
  if (row.style[column] === style) return;
  const next = Array.from({ length: Math.max(row.style.length, column + 1) }, (_, i) => row.style[i]);
  next[column] = style;
  row.style = internRowStyle(next);
}

/** Opens `count` columns before `at`, whose cells look like the column `like`. */
export function insertCells(row: Row, at: number, count: number, like: number): void {
  if (at < row.values.length) row.values.splice(at, 0, ...Array.from({ length: count }, () => ''));
  const move = (column: number): number => (column < at ? column : column + count);
  row.formulas = remap(row.formulas, move);
  row.notes = remap(row.notes, move);
  const style = Array.from({ length: Math.max(row.style.length, at) }, (_, i) => row.style[i]);
  style.splice(at, 0, ...Array.from({ length: count }, () => row.style[like]));
  row.style = internRowStyle(style);
}

/** Takes `count` columns away from `at` on. */
export function deleteCells(row: Row, at: number, count: number): void {
  row.values.splice(at, count);
  const move = (column: number): number | null => (column < at ? column : column < at + count ? null : column - count);
  row.formulas = remap(row.formulas, move);
  row.notes = remap(row.notes, move);
  row.style = internRowStyle([...row.style.slice(0, at), ...row.style.slice(at + count)]);
  trim(row);
}

/** Exchanges the cells so that the one at `order[i]` comes to `i`. */
export function reorderCells(row: Row, order: readonly number[]): void {
  const at = new Map(order.map((from, to) => [from, to]));
  row.values = order.map((from) => row.values[from] ?? '');
  row.formulas = remap(row.formulas, (column) => at.get(column) ?? column);
  row.notes = remap(row.notes, (column) => at.get(column) ?? column);
  row.style = internRowStyle(order.map((from) => row.style[from]));
  trim(row);
}

function remap<T>(cells: Map<number, T> | null, move: (column: number) => number | null): Map<number, T> | null {
  if (!cells) return null;
  const next = new Map<number, T>();
  for (const [column, cell] of cells) {
    const to = move(column);
    if (to !== null) next.set(to, cell);
  }
  return next.size > 0 ? next : null;
}

function dropFormula(row: Row, column: number): void {
  if (row.formulas?.delete(column) && row.formulas.size === 0) row.formulas = null;
}

function trim(row: Row): void {
  let length = row.values.length;
  while (length > 0 && row.values[length - 1] === '') length--;
  if (length < row.values.length) row.values.length = length;
}
