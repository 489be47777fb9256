import { beginsWithSign } from '../core/formula-sign';
import { toSerial } from '../core/serial';
import { toA1 } from './a1';
import type { Cell, Sheet } from './services';
import type { ValuesApi } from './values-api';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type Reading = 'id' | 'name' | 'rows' | 'columns' | 'lastRow' | 'read' | 'readShown' | 'readFormulas' | 'readAll';
type Structure = 'insertRows' | 'insertColumns' | 'deleteRows' | 'writeHeader' | 'tag' | 'hide' | 'hideColumn';

/** What Google calls the format of a cell that has none of its own, or `General`. */
const AUTOMATIC = '0.###############';

/** One tab. `offset`: minutes ahead of UTC in the spreadsheet's zone at an instant. */
export function createSheet(sheet: GoogleSheet, api: ValuesApi, offset: (ms: number) => number): Sheet {
  return {
    ...createReading(sheet, api, offset),
    ...createStructure(sheet, api),
    write(row, column, cells, formats) {
      const range = sheet.getRange(row, column, cells.length, cells[0]?.length ?? 0);
      // The formats first: in a cell of plain text, Sheets keeps what is written as it is.
      range.setNumberFormats(formats as string[][]);
      range.setValues(cells.map((line) => line.map(escapeCell)));
      api.touched();
    },
    patch: (patches) => {
      api.write(sheet.getName(), patches);
    },
    replaceRows: (change) => {
      api.replaceRows(sheet.getSheetId(), change);
    },
    formats(row, column, columns) {
      const [formats = []] = sheet.getRange(row, column, 1, columns).getNumberFormats();
      return formats.map((format) => (format === AUTOMATIC ? 'General' : format));
    },
    formatColumns(column, formats) {
      const rows = sheet.getMaxRows() - 1;
      if (rows > 0) {
        const lines = new Array<string[]>(rows).fill([...formats]);
        sheet.getRange(2, column, rows, formats.length).setNumberFormats(lines);
      }
      api.touched();
    },
    format(format, cells) {
      const places = cells.map(({ row, column }) => toA1({ row, column, rows: 1, columns: 1 }));
      sheet.getRangeList(places).setNumberFormat(format);
      api.touched();
    },
  };
}

function createReading(sheet: GoogleSheet, api: ValuesApi, offset: (ms: number) => number): Pick<Sheet, Reading> {
  return {
    id: sheet.getSheetId(),
    name: () => sheet.getName(),
    rows: () => sheet.getMaxRows(),
    columns: () => sheet.getMaxColumns(),
    lastRow() {
      api.settled();
      return sheet.getLastRow();
    },
    read({ row, column, rows, columns }) {
      api.settled();
      const values = sheet.getRange(row, column, rows, columns).getValues() as unknown[][];
      return values.map((line) => line.map((value) => toCell(value, offset)));
    },
    readShown({ row, column, rows, columns }) {
      api.settled();
      return sheet.getRange(row, column, rows, columns).getDisplayValues();
    },
    readFormulas({ row, column, rows, columns }) {
      api.settled();
      return sheet.getRange(row, column, rows, columns).getFormulas();
    },
    readAll: (areas) => api.read(sheet.getName(), areas),
  };
}

function createStructure(sheet: GoogleSheet, api: ValuesApi): Pick<Sheet, Structure> {
  return {
    insertRows(after, count) {
      sheet.insertRowsAfter(after, count);
      api.touched();
    },
    insertColumns(after, count) {
      if (after === 0) sheet.insertColumnsBefore(1, count);
      else sheet.insertColumnsAfter(after, count);
      // Sheets gives them the formats of their neighbour.
      sheet.getRange(1, after + 1, sheet.getMaxRows(), count).setNumberFormat('General');
      api.touched();
    },
    deleteRows(blocks) {
      const count = blocks.reduce((sum, [, rows]) => sum + rows, 0);
      // Google refuses to delete every row below the frozen ones.
      if (count >= sheet.getMaxRows() - sheet.getFrozenRows()) {
        sheet.insertRowsAfter(sheet.getMaxRows(), 1);
        api.touched();
      }
      api.deleteRows(sheet.getSheetId(), blocks);
    },
    writeHeader(column, headers) {
      writeHeader(sheet, column, headers);
      api.touched();
    },
    tag(key, value) {
      const [metadata] = sheet.getDeveloperMetadata().filter((one) => one.getKey() === key);
      if (metadata) metadata.setValue(value);
      else sheet.addDeveloperMetadata(key, value);
    },
    hide() {
      sheet.hideSheet();
      api.touched();
    },
    hideColumn(column) {
      sheet.hideColumns(column);
      api.touched();
    },
  };
}

/** The texts last: a header that is there is complete, whenever a run was killed. */
function writeHeader(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  column: number,
  headers: readonly { readonly text: string; readonly note: string }[],
): void {
  const range = sheet.getRange(1, column, 1, headers.length);
  if (sheet.getFrozenRows() === 0 && sheet.getMaxRows() > 1) sheet.setFrozenRows(1);
  range.setNotes([headers.map(({ note }) => note)]);
  range.setFontWeight('bold').setBackground('#e8f0fe').setNumberFormat('@');
  range.setValues([headers.map(({ text }) => escapeCell(text))]);
}

/**
 * Whether `@` alone keeps Sheets from reading a leading `=` as a formula is not documented: an apostrophe does, and is
 * no part of the value.
 */
function escapeCell(cell: Cell): Cell {
  return typeof cell === 'string' && beginsWithSign(cell) ? `'${cell}` : cell;
}

function toCell(value: unknown, offset: (ms: number) => number): Cell {
  // Values come from another realm: instanceof would not know them.
  if (Object.prototype.toString.call(value) !== '[object Date]') return value as Cell;
  const ms = (value as Date).getTime();
  return toSerial(ms, offset(ms));
}
