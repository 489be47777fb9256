import type { Host } from '../host';
import type { Documents } from './documents';
import { createSession } from './session';
import { createBrowser } from './browser';
import { createCharts } from './charts-service';
import { createSheetsApi } from './sheets-api';
import { createSpreadsheetApp } from './spreadsheet-app';

/** The spreadsheet services of one execution, as global objects of its script. */
export interface SpreadsheetServices {
  readonly Browser: object;
  readonly Charts: object;
  readonly SpreadsheetApp: object;
  readonly Sheets: object;
}

/** SpreadsheetApp and the advanced service Sheets for an execution on an account's spreadsheets. */
export function createSpreadsheetServices(host: Host, documents: Documents): SpreadsheetServices {
  const session = createSession(host, documents);
  return {
    Browser: createBrowser(session),
    Charts: createCharts(session),
    SpreadsheetApp: createSpreadsheetApp(session),
    Sheets: createSheetsApi(session),
  };
}
