/** What Google passes to an edit trigger; a simple one may not reach further than the spreadsheet. */
export interface EditEvent {
  readonly range?: GoogleAppsScript.Spreadsheet.Range;
}

/** The cells that someone has just edited, from 1. */
export interface Edited {
  readonly sheetId: number;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  /** The values of a block of the same tab. */
  read(row: number, column: number, rows: number, columns: number): readonly (readonly unknown[])[];
  /** Writes a block of the same tab. */
  write(row: number, column: number, values: readonly (readonly (string | number)[])[]): void;
  /** How many columns the tab has. */
  width(): number;
  /** The spreadsheet's time zone, an IANA name. */
  zone(): string;
}

/** What an edit event tells; null for one without a range. Works in the mode `LIMITED`. */
export function readEdit({ range }: EditEvent): Edited | null {
  if (!range) return null;
  const sheet = range.getSheet();
  return {
    sheetId: sheet.getSheetId(),
    ...{ row: range.getRow(), rows: range.getNumRows() },
    ...{ column: range.getColumn(), columns: range.getNumColumns() },
    read: (row, column, rows, columns) => sheet.getRange(row, column, rows, columns).getValues() as unknown[][],
    write(row, column, values) {
      const block = values.map((line) => [...line]);
      sheet.getRange(row, column, block.length, block[0]?.length ?? 0).setValues(block);
    },
    width: () => sheet.getMaxColumns(),
    zone: () => sheet.getParent().getSpreadsheetTimeZone(),
  };
}
