import { DataError } from '../core/errors';
import type { Words } from '../core/model';
import type { SheetSize } from '../platform/services';

/** A spreadsheet holds at most 10,000,000 cells, empty ones included, and a tab 18,278 columns (support.google.com). */
const MOST_CELLS = 10_000_000;
const MOST_COLUMNS = 18_278;
/** How Google makes every new tab, before it can be made smaller. */
const NEW_TAB = { rows: 1000, columns: 26 };

/** What a tab is to be. */
export interface WantedTab {
  /** Its sheet; null before it exists. */
  readonly id: number | null;
  readonly title: string;
  /** With the row of titles. */
  readonly rows: number;
  readonly columns: number;
  /** What to leave out when it does not fit. */
  readonly slimming: Words | undefined;
}

/**
 * How many rows a tab of that width may have beside the other tabs. Throws `DataError`, which counts rows, columns and
 * cells, when those it wants are more.
 */
export function checkCapacity(sizes: readonly SheetSize[], wanted: WantedTab): number {
  const { id, rows, columns } = wanted;
  if (columns > MOST_COLUMNS) throw tooWide(wanted);
  const others = sizes.filter((size) => size.id !== id).reduce((sum, size) => sum + size.rows * size.columns, 0);
  const free = MOST_CELLS - others;
  const needed = Math.max(rows * columns, id === null ? NEW_TAB.rows * NEW_TAB.columns : 0);
  if (needed > free) throw needed > rows * columns ? noTab(wanted, free) : tooLarge(wanted, free);
  return Math.floor(free / columns);
}

function tooLarge({ title, rows, columns, slimming }: WantedTab, free: number): DataError {
  const records = rows - 1;
  const most = Math.floor(free / rows);
  const less = slimming ?? { fr: 'Choisissez moins de données.', en: 'Choose fewer records.' };
  const message = `${title}: ${String(records)} rows × ${String(columns)} columns and the header, ${String(free)} cells free`;
  return new DataError(message, {
    fr: `L’onglet « ${title} » demande ${french(records)} lignes × ${french(columns)} colonnes = ${french(records * columns)} cellules, plus ${french(columns)} de titres, et il n’en reste que ${french(free)} dans ce classeur, qui en accepte 10 000 000 en tout ; ${most > 1 ? `au plus ${french(most)} colonnes tiendraient` : 'autant de lignes n’y tiendraient pas'}. Rien n’a été écrit. ${less.fr} Un nouveau classeur ou des onglets inutiles supprimés font aussi de la place.`,
    en: `The tab "${title}" needs ${english(records)} rows × ${english(columns)} columns = ${english(records * columns)} cells, and ${english(columns)} of titles, and only ${english(free)} are left in this spreadsheet, which holds 10,000,000 in all; ${most > 1 ? `at most ${english(most)} columns would fit` : 'that many rows would not fit'}. Nothing was written. ${less.en} A new spreadsheet, or deleting tabs you do not need, makes room too.`,
  });
}

function noTab({ title }: WantedTab, free: number): DataError {
  return new DataError(`${title}: 26000 cells needed for a new tab, ${String(free)} free`, {
    fr: `Il faut 26 000 cellules libres pour créer l’onglet « ${title} », et il n’en reste que ${french(free)} dans ce classeur, qui en accepte 10 000 000 en tout. Rien n’a été écrit. Utilisez un nouveau classeur ou supprimez des onglets inutiles.`,
    en: `Making the tab "${title}" takes 26,000 free cells, and only ${english(free)} are left in this spreadsheet, which holds 10,000,000 in all. Nothing was written. Use a new spreadsheet or delete tabs you do not need.`,
  });
}

function tooWide({ title, columns }: WantedTab): DataError {
  return new DataError(`${title}: ${String(columns)} columns`, {
    fr: `L’onglet « ${title} » aurait ${french(columns)} colonnes, et un onglet en accepte 18 278. Rien n’a été écrit. Choisissez moins de données.`,
    en: `The tab "${title}" would have ${english(columns)} columns, and a tab holds 18,278. Nothing was written. Choose fewer records.`,
  });
}

function french(n: number): string {
  return groupThousands(n, '\u202f');
}

function english(n: number): string {
  return groupThousands(n, ',');
}

function groupThousands(n: number, separator: string): string {
  return String(Math.max(0, n)).replace(/\B(?=(\d{3})+$)/g, separator);
}
