import type { Column, Kind } from '../core/columns';
import { DataError } from '../core/errors';
import type { Row } from '../core/model';
import type { Sheet } from '../platform/services';
import type { Target } from './destination';

/** Where a tab's own columns stand. */
export interface Layout {
  /** In the order in which they were made. */
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
}

/** The headers that this project wrote into a tab, by column name: kept as metadata, since users name columns too. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Finds the target's columns among the headers of row 1. Throws `DataError` when one of them stands twice, because
 * writing to the wrong one would destroy what the user keeps there.
 */
export function findLayout(target: Target, known: Headers, cells: readonly string[], locale: 'fr' | 'en'): Layout {
  const own: OwnColumn[] = [];
  const missing: PlannedColumn[] = [];
  const declared = new Set(target.columns.map((column) => column.name));
  const discovered = Object.keys(known).filter((name) => !declared.has(name));
  for (const column of [...target.columns, ...discovered.map(undocumented)]) {
    const header = known[column.name] ?? freeHeader(column.name, cells, known, target.owner);
    const planned = { name: column.name, kind: column.kind, header, note: column.help[locale] };
    const places = column.name in known ? placesOf(header, cells) : [];
    if (places.length > 1) throw twice(header);
    const [place] = places;
    if (place === undefined) missing.push(planned);
    else own.push({ ...planned, column: place });
  }
  return { own, missing };
}

/** Columns for the fields of `rows` that the layout does not have yet, in the order in which they appear. */
export function undiscovered(
  layout: Layout,
  rows: readonly Row[],
  known: Headers,
  cells: readonly string[],
  owner: string,
): readonly PlannedColumn[] {
  const names = new Set([...layout.own, ...layout.missing].map((column) => column.name));
  const found: PlannedColumn[] = [];
  for (const row of rows) {
    for (const name in row) {
      if (names.has(name)) continue;
      names.add(name);
      const taken = [...cells, ...found.map((column) => column.header)];
      found.push({ name, kind: 'any', header: freeHeader(name, taken, known, owner), note: '' });
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

function placesOf(header: string, cells: readonly string[]): readonly number[] {
  return cells.flatMap((cell, index) => (cell === header ? [index + 1] : []));
}

function undocumented(name: string): Column {
  return { name, kind: 'any', help: { fr: '', en: '' } };
}

/** `name`, or `name (Wedof)` and so on where the user has a column of that name already. */
function freeHeader(name: string, cells: readonly string[], known: Headers, owner: string): string {
  const ours = new Set(Object.values(known));
  const wanted = name.trim() === '' ? owner : name.trim();
  if (!cells.includes(wanted) || ours.has(wanted)) return wanted;
  for (let n = 1; ; n += 1) {
    const header = n === 1 ? `${wanted} (${owner})` : `${wanted} (${owner} ${String(n)})`;
    if (!cells.includes(header)) return header;
  }
}

function twice(header: string): DataError {
  return new DataError(`header "${header}" stands twice in row 1`, {
    fr: `Deux colonnes de l’onglet portent le titre « ${header} ». Renommez la vôtre, puis relancez la synchronisation : rien n’a été écrit.`,
    en: `Two columns of the tab have the header "${header}". Rename yours, then sync again: nothing was written.`,
  });
}
