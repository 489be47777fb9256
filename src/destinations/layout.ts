import type { Column, Kind } from '../core/columns';
import { DataError } from '../core/errors';
import type { Row } from '../core/model';
import type { Sheet } from '../platform/services';
import type { Target } from './destination';
import { chooseHeader, type Headers } from './headers';

/** Where a tab's own columns stand. */
export interface Layout {
  /** The target's columns in its order, then those that rows and pages brought. */
  readonly own: readonly OwnColumn[];
  /** Columns that the tab should have and lacks. */
  readonly missing: readonly PlannedColumn[];
}

export interface OwnColumn extends PlannedColumn {
  /** From 1. */
  readonly column: number;
}

export interface PlannedColumn {
  /** The stream's name for it. */
  readonly name: string;
  readonly kind: Kind;
  readonly header: string;
  readonly note: string;
  readonly dormant: boolean;
  readonly stamp: boolean;
}

/**
 * Finds the target's columns among the headers of row 1, and those that nobody declares but `known` tells. Throws
 * `DataError` when one of them stands twice, because writing to the wrong one would destroy what the user keeps there.
 */
export function findLayout(
  target: Pick<Target, 'columns' | 'owner'>,
  known: Headers,
  cells: readonly string[],
  locale: 'fr' | 'en',
): Layout {
  const own: OwnColumn[] = [];
  const missing: PlannedColumn[] = [];
  const declared = new Set(target.columns.map((column) => column.name));
  const discovered = Object.keys(known).filter((name) => !declared.has(name));
  const taken = new Set([...cells, ...Object.values(known)]);
  for (const column of [...target.columns, ...discovered.map(undocumented)]) {
    const places = placesOf(known[column.name], cells);
    const [place] = places;
    if (place === undefined && column.dormant) continue;
    const header = known[column.name] ?? chooseHeader(column, taken, target.owner);
    if (places.length > 1) throw twice(header);
    const planned = toPlanned(column, header, locale);
    if (place === undefined) missing.push(planned);
    else own.push({ ...planned, column: place });
  }
  return { own, missing };
}

/** Columns for the fields of `rows` that are neither in the layout nor declared, in the order in which they appear. */
export function undiscovered(
  layout: Layout,
  rows: readonly Row[],
  target: Pick<Target, 'columns' | 'owner'>,
  known: Headers,
  cells: readonly string[],
): readonly PlannedColumn[] {
  const there = [...layout.own, ...layout.missing];
  const names = new Set([...there, ...target.columns].map((column) => column.name));
  const taken = new Set([...cells, ...Object.values(known), ...there.map((column) => column.header)]);
  const found: PlannedColumn[] = [];
  for (const row of rows) {
    for (const name in row) {
      if (names.has(name)) continue;
      names.add(name);
      const column = undocumented(name);
      found.push(toPlanned(column, chooseHeader(column, taken, target.owner), 'en'));
    }
  }
  return found;
}

/** The texts of row 1. One spreadsheet call. */
export function readHeader(sheet: Sheet): readonly string[] {
  const [cells = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: sheet.columns() });
  return cells.map((cell) => String(cell).trim());
}

/** Whether every column still stands where the layout found it. */
export function isLayoutIn(layout: Layout, cells: readonly string[]): boolean {
  return layout.own.every((column) => cells[column.column - 1] === column.header);
}

function placesOf(header: string | undefined, cells: readonly string[]): readonly number[] {
  return cells.flatMap((cell, index) => (cell === header ? [index + 1] : []));
}

function undocumented(name: string): Column {
  return { name, kind: 'any', help: { fr: '', en: '' } };
}

function toPlanned(column: Column, header: string, locale: 'fr' | 'en'): PlannedColumn {
  const { name, kind, help, dormant = false, stamp = false } = column;
  return { name, kind, header, note: help[locale], dormant, stamp };
}

function twice(header: string): DataError {
  return new DataError(`header "${header}" stands twice in row 1`, {
    fr: `Deux colonnes de l’onglet portent le titre « ${header} ». Renommez la vôtre, puis relancez la synchronisation : rien n’a été écrit.`,
    en: `Two columns of the tab have the header "${header}". Rename yours, then sync again: nothing was written.`,
  });
}
