/** Rows of one tab, from 1. */
export interface SelectedRows {
  readonly sheetId: number;
  readonly rows: readonly number[];
}

/** The rows that the person has selected in the tab in front, header and empty ones included. */
export function selectedRows(): SelectedRows {
  const sheet = SpreadsheetApp.getActiveSheet();
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  const last = sheet.getLastRow();
  const rows = new Set<number>();
  for (const range of ranges) {
    const end = Math.min(last, range.getRow() + range.getNumRows() - 1);
    for (let row = range.getRow(); row <= end; row += 1) rows.add(row);
  }
  return { sheetId: sheet.getSheetId(), rows: [...rows].sort((a, b) => a - b) };
}
