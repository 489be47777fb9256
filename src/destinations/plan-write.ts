import type { Counts, Row } from '../core/model';
import type { Cell, Patch } from '../platform/services';
import type { OwnColumn } from './layout';
import { toVersion } from './records';
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
  /** What rows have in `appendFormats` whose values are all of their columns' own kinds: the very same list. */
  readonly usualFormats: readonly Format[];
  readonly appendKeys: readonly string[];
  readonly counts: Counts;
}

/** A record that the tab has: where, and what the rules' columns hold there now, in their order. */
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
  /** Rows of the tab that are larger by this column stay as they are. */
  readonly version?: string | undefined;
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
  const version = rules.columns.findIndex(({ name }) => name === rules.version);
  let cut = 0;
  for (const row of known) {
    if (rules.insertOnly && !isHollow(row, rules)) continue;
    if (isOlder(row.record, row.actual[version] ?? '', rules)) continue;
    const cells = comparedCells(row, rules);
    cut += cells.filter(({ wanted }) => wanted.cut).length;
    const changed = cells.filter(({ wanted, actual }) => !sameCell(wanted, actual));
    if (changed.every(({ column }) => column.stamp)) continue;
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

function isOlder(record: Row, there: Cell, { version, complete }: PlanRules): boolean {
  if (version === undefined || (record[version] === undefined && !complete)) return false;
  return toVersion(record[version]) < toVersion(there);
}

interface ComparedCell {
  readonly column: OwnColumn;
  readonly wanted: FormattedCell;
  readonly actual: Cell;
}

function comparedCells(row: KnownRow, rules: PlanRules): readonly ComparedCell[] {
  const compared: ComparedCell[] = [];
  rules.columns.forEach((column, place) => {
    const value = row.record[column.name];
    if (value === undefined && (!rules.complete || column.dormant)) return;
    const wanted = toCell(value, column.kind, rules.offset);
    compared.push({ column, wanted, actual: row.actual[place] ?? '' });
  });
  return compared;
}

/**
 * Undocumented columns have no format of their own, nor have columns that were put into a tab with rows; a value of another
 * kind than before needs one too.
 */
function needsFormat({ kind }: OwnColumn, wanted: FormattedCell, actual: Cell): boolean {
  if (wanted.cell === '') return false;
  const isFirst = actual === '' && (kind === 'moment' || kind === 'day');
  const isOther = actual !== '' && typeof actual !== typeof wanted.cell;
  return kind === 'any' || isFirst || isOther || wanted.format !== defaultFormat(kind);
}

function toPatch(row: number, changed: readonly ComparedCell[]): Patch {
  const places = changed.map(({ column }) => column.column);
  const first = Math.min(...places);
  const cells = new Array<Cell | null>(Math.max(...places) - first + 1).fill(null);
  for (const { column, wanted } of changed) cells[column.column - first] = wanted.cell;
  return { row, column: first, cells };
}

function isHollow(row: KnownRow, { columns, keys }: PlanRules): boolean {
  return columns.every(({ name }, place) => keys.includes(name) || (row.actual[place] ?? '') === '');
}

function planAdditions(
  unknown: readonly { readonly key: string; readonly record: Row }[],
  rules: PlanRules,
): Pick<WritePlan, 'appends' | 'appendFormats' | 'usualFormats' | 'appendKeys'> & { cut: number } {
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
  return { appends, appendFormats, usualFormats: usual, appendKeys: unknown.map(({ key }) => key), cut };
}
