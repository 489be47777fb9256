import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { applyRequest } from './sheets-requests';
import { apiCall } from './sheets-call';
import { pickFields } from './sheets-fields';
import { createValuesApi } from './sheets-values';
import type { Session } from './session';
import type { Tab, Workbook } from './workbook';

/**
 * The advanced service Sheets: the Sheets API v4 as Apps Script wraps it. It works on the stored spreadsheet, so that
 * writes of SpreadsheetApp that still wait are not seen.
 */
export function createSheetsApi(session: Session): object {
  const methods: Faithful<GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection, 'get' | 'batchUpdate'> = {
    get: (id: string, options: object = {}) =>
      apiCall(session, 'spreadsheets.get', 'read', id, (workbook) =>
        pickFields(describe(workbook), (options as { fields?: string }).fields ?? '*'),
      ),
    batchUpdate: (resource: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest, id: string) =>
      apiCall(
        session,
        'spreadsheets.batchUpdate',
        'write',
        id,
        (workbook) => ({
          spreadsheetId: id,
          replies: (resource.requests ?? []).map((request, i) => applyRequest(workbook, request, i)),
        }),
        resource,
      ),
  };
  const cost = { get: COSTS.cells, batchUpdate: COSTS.cells };
  const spreadsheets = session.expose(
    'Sheets.Spreadsheets',
    { ...methods, Values: createValuesApi(session) },
    { kind: 'other' },
    cost,
  );
  return session.expose('Sheets', { Spreadsheets: spreadsheets }, { kind: 'other' });
}

function describe(workbook: Workbook): object {
  const { metadata } = workbook;
  return {
    spreadsheetId: workbook.id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    properties: { title: workbook.name, locale: workbook.locale, timeZone: workbook.timeZone },
    sheets: workbook.tabs.map((tab, index) => describeTab(workbook, tab, index)),
    ...list('developerMetadata', metadata.filter(({ sheetId }) => sheetId === null).map(describeMetadata)),
  };
}

function describeTab({ metadata }: Workbook, tab: Tab, index: number): object {
  const { grid } = tab;
  return {
    properties: {
      ...{ sheetId: tab.id, title: tab.name, index, sheetType: 'GRID' },
      ...(tab.hidden ? { hidden: true } : {}),
      gridProperties: {
        rowCount: grid.maxRows,
        columnCount: grid.maxColumns,
        ...(tab.frozenRows > 0 ? { frozenRowCount: tab.frozenRows } : {}),
        ...(tab.frozenColumns > 0 ? { frozenColumnCount: tab.frozenColumns } : {}),
      },
    },
    ...list(
      'developerMetadata',
      metadata.filter(({ sheetId, lines }) => sheetId === tab.id && !lines).map(describeMetadata),
    ),
  };
}

function describeMetadata({ id, key, value, visibility, sheetId }: Workbook['metadata'][number]): object {
  return {
    metadataId: id,
    metadataKey: key,
    ...(value === null ? {} : { metadataValue: value }),
    location:
      sheetId === null ? { locationType: 'SPREADSHEET', spreadsheet: true } : { locationType: 'SHEET', sheetId },
    visibility,
  };
}

/** The API leaves out what is empty. */
function list(name: string, items: readonly object[]): object {
  return items.length > 0 ? { [name]: items } : {};
}
