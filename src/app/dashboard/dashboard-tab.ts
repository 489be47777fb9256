import { checkCapacity } from '../../destinations/capacity';
import type { Sheet, Workbook } from '../../platform/services';
import type { Language } from '../words';
import type { Corner } from './lay-out';
import { TITLE } from './lines';

/**
 * The dashboard's tab, whatever the user called it; made where there is none, with `prepare` before anybody can find it. Throws
 * `DataError` when the spreadsheet is full.
 */
export function openDashboardTab(workbook: Workbook, language: Language, prepare: (sheet: Sheet) => void): Sheet {
  const [tagged] = workbook.tagged(TAG);
  if (tagged) return tagged.sheet;
  const sheet = takeOver(workbook, language) ?? makeTab(workbook, language);
  prepare(sheet);
  sheet.tag(TAG, '1');
  return sheet;
}

/** Where the dashboard begins: the user may have put rows above it, or columns to its left. */
export function findCorner(sheet: Sheet): Corner {
  const rows = Math.min(sheet.rows(), 20);
  const cells = sheet.read({ row: 1, column: 1, rows, columns: sheet.columns() });
  for (const [row, line] of cells.entries()) {
    const column = line.findIndex((cell) => cell === TITLE.fr || cell === TITLE.en);
    if (column >= 0) return { row: row + 1, column: column + 1 };
  }
  return { row: 1, column: 1 };
}

/** Gives the tab at least that size. Throws `DataError` when the spreadsheet is full. */
export function growTab(
  workbook: Workbook,
  sheet: Sheet,
  size: { readonly rows: number; readonly columns: number },
): void {
  const rows = Math.max(size.rows, sheet.rows());
  const columns = Math.max(size.columns, sheet.columns());
  const missing = { rows: rows - sheet.rows(), columns: columns - sheet.columns() };
  if (missing.rows + missing.columns > 0) checkRoom(workbook, { id: sheet.id, title: sheet.name(), rows, columns });
  if (missing.columns > 0) sheet.insertColumns(sheet.columns(), missing.columns);
  if (missing.rows > 0) sheet.insertRows(sheet.rows(), missing.rows);
}

const TAG = 'sync.dashboard';

/** An empty tab of that name: an execution was killed while it made it. */
function takeOver(workbook: Workbook, language: Language): Sheet | null {
  const halfMade = workbook.named(TITLE[language]);
  return halfMade?.lastRow() === 0 ? halfMade : null;
}

function makeTab(workbook: Workbook, language: Language): Sheet {
  const title = TITLE[language];
  checkRoom(workbook, { id: null, title, rows: 1, columns: COLUMNS_AT_FIRST });
  for (let number = 1; ; number++) {
    const name = number === 1 ? title : `${title} ${number}`;
    if (!workbook.named(name)) return workbook.insert(name, COLUMNS_AT_FIRST);
  }
}

/** Some of them for the user. */
const COLUMNS_AT_FIRST = 20;

function checkRoom(
  workbook: Workbook,
  wanted: { readonly id: number | null; readonly title: string; readonly rows: number; readonly columns: number },
): void {
  const slimming = { fr: 'L’historique montre les mêmes exécutions.', en: 'The history shows the same runs.' };
  checkCapacity(workbook.sizes(), { ...wanted, slimming });
}
