import { DataError } from '../core/errors';
import type { SheetSize } from '../platform/services';

/** A spreadsheet holds at most 10,000,000 cells, empty ones included, and a tab 18,278 columns (support.google.com). */
const MOST_CELLS = 10_000_000;
const MOST_COLUMNS = 18_278;
/** Google makes every new tab with 1,000 rows and 26 columns, before it can be made smaller. */
const NEW_TAB = 26_000;

/**
 * Throws `DataError` when a tab of that size does not fit beside the other tabs. `id`: the tab's sheet, null before it
 * exists.
 */
export function checkCapacity(
  sizes: readonly SheetSize[],
  id: number | null,
  title: string,
  wanted: { readonly rows: number; readonly columns: number },
): void {
  const others = sizes.filter((size) => size.id !== id).reduce((sum, size) => sum + size.rows * size.columns, 0);
  const needed = Math.max(wanted.rows * wanted.columns, id === null ? NEW_TAB : 0);
  if (wanted.columns > MOST_COLUMNS) throw tooWide(title, wanted.columns);
  if (others + needed > MOST_CELLS) throw tooLarge(title, wanted.rows, needed, MOST_CELLS - others);
}

function tooLarge(title: string, rows: number, needed: number, free: number): DataError {
  const fr = (n: number): string => groupThousands(n, '\u202f');
  const en = (n: number): string => groupThousands(n, ',');
  return new DataError(`${title}: ${String(needed)} cells needed, ${String(free)} free`, {
    fr: `L’onglet « ${title} » demande ${fr(needed)} cellules (${fr(rows)} lignes) et il n’en reste que ${fr(free)} dans ce classeur, qui en accepte 10 000 000 en tout. Rien n’a été écrit. Utilisez un nouveau classeur, supprimez des onglets inutiles ou choisissez moins de données.`,
    en: `The tab "${title}" needs ${en(needed)} cells (${en(rows)} rows) and only ${en(free)} are left in this spreadsheet, which holds 10,000,000 in all. Nothing was written. Use a new spreadsheet, delete tabs you do not need or choose fewer records.`,
  });
}

function groupThousands(n: number, separator: string): string {
  return String(Math.max(0, n)).replace(/\B(?=(\d{3})+$)/g, separator);
}

function tooWide(title: string, columns: number): DataError {
  return new DataError(`${title}: ${String(columns)} columns`, {
    fr: `L’onglet « ${title} » aurait ${String(columns)} colonnes, et un onglet en accepte 18 278. Rien n’a été écrit. Choisissez moins de données.`,
    en: `The tab "${title}" would have ${String(columns)} columns, and a tab holds 18,278. Nothing was written. Choose fewer records.`,
  });
}
