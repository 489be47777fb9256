import { writeRaw } from './cells';
import { checkText } from './limits';
import { Refusal } from './refusal';
import { insert, lineCount, remove } from './structure';
import { addTab, deleteTab, renameTab } from './tabs';
import { newId, type Tab, type Workbook } from './workbook';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;

/** Carries out one request of spreadsheets.batchUpdate and answers its reply; kinds that are not described here are refused. */
export function applyRequest(workbook: Workbook, request: Request, index: number): object {
  const [kind = ''] = Object.keys(request);
  try {
    const act = REQUESTS[kind];
    if (!act) throw new Refusal(`The local Apps Script lacks the request ${kind}.`);
    return act(workbook, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`Invalid requests[${String(index)}].${kind}: ${error.message}`);
  }
}

const REQUESTS: Readonly<Record<string, (workbook: Workbook, request: Request) => object>> = {
  addSheet(workbook, { addSheet }) {
    const { title, gridProperties, index } = addSheet?.properties ?? {};
    const { rowCount, columnCount } = gridProperties ?? {};
    const tab = addTab(workbook, title ?? null, index ?? workbook.tabs.length, rowCount, columnCount);
    return { addSheet: { properties: { sheetId: tab.id, title: tab.name, index: workbook.tabs.indexOf(tab) } } };
  },
  deleteSheet(workbook, { deleteSheet }) {
    deleteTab(workbook, tabOf(workbook, deleteSheet?.sheetId));
    return {};
  },
  updateSheetProperties(workbook, { updateSheetProperties }) {
    const { properties = {}, fields = '' } = updateSheetProperties ?? {};
    const tab = tabOf(workbook, properties.sheetId);
    const { rowCount, columnCount, frozenRowCount, frozenColumnCount } = properties.gridProperties ?? {};
    if (fields.includes('title')) renameTab(workbook, tab, properties.title ?? '');
    if (fields.includes('hidden')) tab.hidden = properties.hidden ?? false;
    if (fields.includes('rowCount')) resize(workbook, tab, 'row', rowCount ?? 0);
    if (fields.includes('columnCount')) resize(workbook, tab, 'column', columnCount ?? 0);
    if (fields.includes('frozenRowCount')) tab.frozenRows = frozenRowCount ?? 0;
    if (fields.includes('frozenColumnCount')) tab.frozenColumns = frozenColumnCount ?? 0;
    return {};
  },
  appendDimension(workbook, { appendDimension }) {
    const tab = tabOf(workbook, appendDimension?.sheetId);
    const axis = axisOf(appendDimension?.dimension);
    resize(workbook, tab, axis, lineCount(tab, axis) + (appendDimension?.length ?? 0));
    return {};
  },
  insertDimension(workbook, { insertDimension }) {
    const { sheetId, dimension, startIndex = 0, endIndex = 0 } = insertDimension?.range ?? {};
    const like = insertDimension?.inheritFromBefore ? startIndex - 1 : startIndex;
    insert(workbook, tabOf(workbook, sheetId), axisOf(dimension), startIndex, endIndex - startIndex, like);
    return {};
  },
  deleteDimension(workbook, { deleteDimension }) {
    const { sheetId, dimension, startIndex = 0, endIndex = 0 } = deleteDimension?.range ?? {};
    remove(workbook, tabOf(workbook, sheetId), axisOf(dimension), { start: startIndex, end: endIndex });
    return {};
  },
  updateCells(workbook, { updateCells }) {
    const { start, rows = [], fields = '' } = updateCells ?? {};
    if (fields !== 'userEnteredValue') throw new Refusal(`The local Apps Script lacks updateCells of ${fields}.`);
    const tab = tabOf(workbook, start?.sheetId);
    const values = rows.map(({ values: cells = [] }) => cells.map(({ userEnteredValue }) => toValue(userEnteredValue)));
    const { rowIndex: row = 0, columnIndex: column = 0 } = start ?? {};
    const columns = Math.max(0, ...values.map((cells) => cells.length));
    const { maxRows, maxColumns } = tab.grid;
    if (row + rows.length > maxRows || column + columns > maxColumns) {
      throw new Refusal(
        `Attempting to write column: ${column + columns - 1}, row: ${row + rows.length - 1} beyond the grid.`,
      );
    }
    writeRaw(tab, { row, column, rows: rows.length, columns }, values);
    return {};
  },
  createDeveloperMetadata(workbook, { createDeveloperMetadata }) {
    const {
      metadataKey = '',
      metadataValue = null,
      location,
      visibility,
    } = createDeveloperMetadata?.developerMetadata ?? {};
    const sheetId = location?.sheetId === undefined ? null : tabOf(workbook, location.sheetId).id;
    const id = newId(workbook);
    workbook.metadata.push({
      ...{ id, key: metadataKey, value: metadataValue, sheetId, lines: null },
      visibility: visibility === 'PROJECT' ? 'PROJECT' : 'DOCUMENT',
    });
    return { createDeveloperMetadata: { developerMetadata: { metadataId: id, metadataKey, metadataValue } } };
  },
};

/** A text is one, whatever it begins with (ExtendedValue.stringValue); a cell without a value is cleared. */
function toValue({ stringValue, numberValue, boolValue }: ExtendedValue = {}): string | number | boolean {
  if (stringValue !== undefined) checkText(stringValue);
  return stringValue ?? numberValue ?? boolValue ?? '';
}

function tabOf(workbook: Workbook, id: number | undefined): Tab {
  const tab = workbook.tabs.find((each) => each.id === (id ?? 0));
  if (!tab) throw new Refusal(`No sheet with id: ${String(id ?? 0)}`);
  return tab;
}

function axisOf(dimension: string | undefined): 'row' | 'column' {
  return dimension === 'COLUMNS' ? 'column' : 'row';
}

function resize(workbook: Workbook, tab: Tab, axis: 'row' | 'column', count: number): void {
  const now = lineCount(tab, axis);
  if (count > now) insert(workbook, tab, axis, now, count - now, now - 1);
  else if (count < now) remove(workbook, tab, axis, { start: count, end: now });
}
