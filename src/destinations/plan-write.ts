import type { Counts, Row } from '../core/model';
import type { Cell, Patch } from '../platform/services';
import type { OwnColumn } from './layout';
import { defaultFormat, isCell, sameCell, toCell, type Format, type FormattedCell } from './to-cells';

/** What a write will do to a tab, as data. */
export interface WritePlan {
  /** Changed cells of rows that the tab has. */
  readonly patches: readonly Patch[];
  /** Cells of `patches` that need another number format than they may have. */
  readonly formats: ReadonlyMap<Format, readonly { readonly row: number; readonly column: number }[]>;
  /** Whole rows to add, over the columns from `first` on, with their number formats. */
  readonly appends: readonly (readonly Cell[])[];
  readonly appendFormats: readonly (readonly Format[])[];
  readonly appendKeys: readonly string[];
  readonly counts: Counts;
}

/** A record that the tab has: where, and what our columns hold there now (from `first` on). */
export interface KnownRow {
  readonly key: string;
  readonly row: number;
  readonly record: Row;
  readonly actual: readonly Cell[];
}

export interface PlanRules {
  readonly columns: readonly OwnColumn[];
  readonly keys: readonly string[];
  /** A column that a record lacks is empty; otherwise it stays. */
  readonly complete: boolean;
  /** Rows of the tab stay as they are, unless they hold nothing but their key. */
  readonly insertOnly: boolean;
  readonly offset: (ms: number) => number;
}

/** Compares records with what the tab holds and says what to change. Pure. */
export function planWrite(
  known: readonly KnownRow[],
  unknown: readonly { readonly key: string; readonly record: Row }[],
  rules: PlanRules,
): WritePlan {
  const changes = planChanges(known, rules);
  const additions = planAdditions(unknown, rules);
  return {
    ...changes,
    ...additions,
    counts: { inserted: unknown.length, updated: changes.patches.length, removed: 0, cut: changes.cut + additions.cut },
  };
}

/** The leftmost and rightmost of our columns. */
export function spanOf(columns: readonly OwnColumn[]): { readonly first: number; readonly width: number } {
  const places = columns.map((column) => column.column);
  const first = Math.min(...places);
  return { first, width: Math.max(...places) - first + 1 };
}

function planChanges(
  known: readonly KnownRow[],
  rules: PlanRules,
): Pick<WritePlan, 'patches' | 'formats'> & { cut: number } {
  const patches: Patch[] = [];
  const formats = new Map<Format, { row: number; column: number }[]>();
  let cut = 0;
  const { first } = spanOf(rules.columns);
  for (const row of known) {
    if (rules.insertOnly && !isHollow(row, rules, first)) continue;
    const cells = comparedCells(row, rules, first);
    cut += cells.filter(({ wanted }) => wanted.cut).length;
    const changed = cells.filter(({ wanted, actual }) => !sameCell(wanted, actual));
    if (changed.length === 0) continue;
    patches.push(toPatch(row.row, changed));
    for (const { column, wanted, actual } of changed) {
      if (!needsFormat(column, wanted, actual)) continue;
      const places = formats.get(wanted.format) ?? [];
      places.push({ row: row.row, column: column.column });
      formats.set(wanted.format, places);
    }
  }
  return { patches, formats, cut };
}

interface ComparedCell {
  readonly column: OwnColumn;
  readonly wanted: FormattedCell;
  readonly actual: Cell;
}

function comparedCells(row: KnownRow, rules: PlanRules, first: number): readonly ComparedCell[] {
  const compared: ComparedCell[] = [];
  for (const column of rules.columns) {
    const value = row.record[column.name];
    if (value === undefined && !rules.complete) continue;
    const wanted = toCell(value, column.kind, rules.offset);
    compared.push({ column, wanted, actual: row.actual[column.column - first] ?? '' });
  }
  return compared;
}

/** Undocumented columns have no format of their own; elsewhere only a value of another kind than before needs one. */
function needsFormat(column: OwnColumn, wanted: FormattedCell, actual: Cell): boolean {
  if (wanted.cell === '') return false;
  const isOther = actual !== '' && typeof actual !== typeof wanted.cell;
  return column.kind === 'any' || isOther || wanted.format !== defaultFormat(column.kind);
}

function toPatch(row: number, changed: readonly ComparedCell[]): Patch {
  const places = changed.map(({ column }) => column.column);
  const first = Math.min(...places);
  const cells = new Array<Cell | null>(Math.max(...places) - first + 1).fill(null);
  for (const { column, wanted } of changed) cells[column.column - first] = wanted.cell;
  return { row, column: first, cells };
}

function isHollow(row: KnownRow, rules: PlanRules, first: number): boolean {
  return rules.columns.every(
    (column) => rules.keys.includes(column.name) || (row.actual[column.column - first] ?? '') === '',
  );
}

function planAdditions(
  unknown: readonly { readonly key: string; readonly record: Row }[],
  rules: PlanRules,
): Pick<WritePlan, 'appends' | 'appendFormats' | 'appendKeys'> & { cut: number } {
  const { first, width } = spanOf(rules.columns);
  const blank = new Array<Cell>(width).fill('');
  const usual = new Array<Format>(width).fill('General');
  for (const column of rules.columns) usual[column.column - first] = defaultFormat(column.kind);
  let cut = 0;
  const appends: Cell[][] = [];
  const appendFormats: (readonly Format[])[] = [];
  for (const { record } of unknown) {
    const cells = blank.slice();
    let formats: Format[] | null = null;
    for (const column of rules.columns) {
      const place = column.column - first;
      const value = record[column.name];
      if (value === undefined || value === null) continue;
      if (isCell(value, column.kind)) {
        cells[place] = value;
        continue;
      }
      const wanted = toCell(value, column.kind, rules.offset);
      cells[place] = wanted.cell;
      if (wanted.cut) cut += 1;
      // most rows have the usual formats, and share one list
      if (wanted.format !== usual[place]) (formats ??= usual.slice())[place] = wanted.format;
    }
    appends.push(cells);
    appendFormats.push(formats ?? usual);
  }
  return { appends, appendFormats, appendKeys: unknown.map(({ key }) => key), cut };
}
