import { DataError } from '../core/errors';
import type { Cell, Sheet } from '../platform/services';
import type { Target } from './destination';
import type { Headers } from './headers';
import { createKeyIndex, joinKey, type KeyIndex } from './key-index';
import { findLayout, readHeader, type Layout } from './layout';

/** A tab as last read. */
export interface View {
  readonly sheet: Sheet;
  /** Texts of row 1. */
  readonly cells: readonly string[];
  readonly layout: Layout;
  readonly index: KeyIndex;
  /** The last row with any content, ours or the user's. */
  lastContent: number;
  /** How many rows the tab has, empty ones included. */
  rows: number;
  readonly columns: number;
  /** What the user calls it. */
  readonly name: string;
  /** The last of the empty rows that are known to have their columns' usual number formats; 0 when none is. */
  formattedTo: number;
}

/**
 * Reads a tab. Throws `DataError` when rows stand there but a key column does not: without it every record would be
 * added a second time.
 */
export function readView(sheet: Sheet, target: Target, headers: Headers, locale: 'fr' | 'en'): View {
  const cells = readHeader(sheet);
  const layout = findLayout(target, headers, cells, locale);
  const lastContent = sheet.lastRow();
  const lost = layout.missing.find((column) => target.key.includes(column.name));
  if (lost && lastContent > 1) throw keyColumnLost(sheet.name(), lost.header);
  const keys = lost || lastContent < 2 ? [] : readKeys(sheet, layout, target).keys;
  return {
    sheet,
    cells,
    layout,
    index: createKeyIndex(keys),
    lastContent,
    rows: sheet.rows(),
    columns: sheet.columns(),
    name: sheet.name(),
    formattedTo: 0,
  };
}

/** Row 1 and the key columns, read in one call. */
export function readKeys(
  sheet: Sheet,
  layout: Layout,
  target: Target,
): { readonly cells: readonly string[]; readonly keys: readonly string[] } {
  const [header = [], ...columns] = sheet.readAll([
    { row: 1, column: 1, rows: 1, columns: sheet.columns() },
    ...keyColumns(layout, target).map((column) => ({ row: 2, column, columns: 1 })),
  ]);
  return { cells: (header[0] ?? []).map((cell) => String(cell).trim()), keys: joinColumns(columns) };
}

/** The places of the key columns, in the order of the target's key. */
export function keyColumns(layout: Layout, target: Target): readonly number[] {
  return target.key.map((name) => layout.own.find((column) => column.name === name)?.column ?? 0);
}

function joinColumns(columns: readonly (readonly (readonly Cell[])[])[]): readonly string[] {
  const length = Math.max(0, ...columns.map((column) => column.length));
  const keys: string[] = [];
  for (let n = 0; n < length; n += 1) keys.push(joinKey(columns.map((column) => column[n]?.[0] ?? '')));
  return keys;
}

function keyColumnLost(tab: string, header: string): DataError {
  return new DataError(`${tab}: key column "${header}" is missing`, {
    fr: `La colonne « ${header} » de l’onglet « ${tab} », qui identifie chaque ligne, a disparu ou a été renommée. Remettez ce titre en ligne 1 (ou supprimez l’onglet : il sera refait), puis relancez la synchronisation. Rien n’a été écrit.`,
    en: `The column "${header}" of the tab "${tab}", which identifies each row, is missing or was renamed. Put that title back in row 1 (or delete the tab: it will be made again), then sync again. Nothing was written.`,
  });
}
