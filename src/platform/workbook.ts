import { createOffset } from './offset';
import type { Sheet, Workbook } from './services';
import { createSheet } from './sheet';
import { openSpreadsheet } from './spreadsheet';
import { createValuesApi } from './values-api';

/**
 * A spreadsheet through SpreadsheetApp and, for scattered cells, the Sheets API: the one of that id, else the one that this
 * script belongs to. Throws `SettingsError` for `spreadsheet` when the one of that id cannot be opened or written to.
 */
export function openWorkbook(id?: string): Workbook {
  const spreadsheet = id === undefined ? SpreadsheetApp.getActiveSpreadsheet() : openSpreadsheet(id);
  const api = createValuesApi(spreadsheet.getId());
  const offset = createOffset(spreadsheet.getSpreadsheetTimeZone());
  const wrap = (sheet: GoogleAppsScript.Spreadsheet.Sheet): Sheet => createSheet(sheet, api, offset);
  return {
    offset,
    sizes: () => api.sizes(),
    tagged: (key) =>
      spreadsheet
        .createDeveloperMetadataFinder()
        .withKey(key)
        .find()
        .flatMap((metadata) => {
          const sheet = metadata.getLocation().getSheet();
          return sheet ? [{ sheet: wrap(sheet), index: sheet.getIndex(), value: metadata.getValue() ?? '' }] : [];
        })
        .sort((a, b) => a.index - b.index),
    named(name) {
      const sheet = spreadsheet.getSheetByName(name);
      return sheet && wrap(sheet);
    },
    insert(name, columns) {
      const shown = spreadsheet.getActiveSheet();
      const isInUse = shown.getLastRow() > 0;
      const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
      sheet.deleteRows(3, sheet.getMaxRows() - 2);
      const surplus = sheet.getMaxColumns() - columns;
      if (surplus > 0) sheet.deleteColumns(columns + 1, surplus);
      if (surplus < 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), -surplus);
      // Google shows each new tab at once, and takes the user away from where they work.
      if (isInUse) spreadsheet.setActiveSheet(shown);
      api.touched();
      return wrap(sheet);
    },
    remove({ id }) {
      removeSheet(spreadsheet, id);
      api.touched();
    },
  };
}

function removeSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, id: number): void {
  const sheets = spreadsheet.getSheets();
  const doomed = sheets.find((sheet) => sheet.getSheetId() === id);
  if (!doomed) return;
  // Google refuses to leave a spreadsheet without a tab that can be seen.
  if (sheets.every((sheet) => sheet === doomed || sheet.isSheetHidden())) spreadsheet.insertSheet();
  spreadsheet.deleteSheet(doomed);
}
