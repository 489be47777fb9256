import { SettingsError } from '../../src/core/errors';
import { boundSpreadsheetId, openSpreadsheet } from '../../src/platform/spreadsheet';
import { openWorkbook } from '../../src/platform/workbook';

// What `spreadsheet.test.ts` runs on the local Apps Script.

/** The field and the advice of what is thrown, or null. */
export function refusal(id: string): object | null {
  try {
    openSpreadsheet(id);
    return null;
  } catch (error) {
    if (error instanceof SettingsError) return { field: error.field, advice: error.advice };
    throw error;
  }
}

export function fill(id?: string): number {
  const workbook = openWorkbook(id);
  workbook.insert('Bateaux', 1).patch([{ row: 1, column: 1, cells: ['Ada'] }]);
  return workbook.offset(Date.UTC(2026, 10, 20, 12));
}

export function ownId(): string {
  return boundSpreadsheetId();
}
