import { COSTS, isUnattended } from '../host';
import { reveal } from '../exposed';
import type { Faithful } from '../faithful';
import { NO_ACCESS } from './check-access';
import { addWorkbook } from './documents';
import { ENUMS } from './enums';
import { createCriteriaBuilder } from './filter';
import { Refusal } from './refusal';
import { createSheet } from './sheet';
import type { Session } from './session';
import { createSpreadsheet } from './spreadsheet';
import { activeTab } from './tabs';
import { createUi } from './ui';
import { tabById, type Workbook } from './workbook';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** The SpreadsheetApp of one execution. */
export function createSpreadsheetApp(session: Session): object {
  const methods = { ...activeDocument(session), ...otherDocuments(session), ...tools(session) };
  const costs = { openById: COSTS.cells, openByUrl: COSTS.cells, create: COSTS.cells, flush: COSTS.flush };
  return session.expose('SpreadsheetApp', { ...methods, ...ENUMS }, { kind: 'other' }, costs);
}

type ActiveNames =
  | 'getActive'
  | 'getActiveSpreadsheet'
  | 'getActiveSheet'
  | 'getActiveRange'
  | 'getCurrentCell'
  | 'setActiveSheet'
  | 'setActiveSpreadsheet';

function activeDocument(session: Session): Faithful<App, ActiveNames> {
  let active = boundWorkbook(session);
  const current = (method: string): Workbook | null => {
    // An add-on that is not enabled in the file sees no document (developers.google.com, "Editor add-on authorization").
    if (session.host.authMode === 'NONE')
      throw new Refusal(`You do not have permission to call SpreadsheetApp.${method}.`);
    return active;
  };
  const spreadsheet = (workbook: Workbook | null): object | null => workbook && createSpreadsheet(session, workbook);
  const sheet = (method: string): object | null => {
    const workbook = current(method);
    return workbook && createSheet(session, workbook, activeTab(workbook).id);
  };
  const selected = (method: 'getActiveRange' | 'getCurrentCell'): object | null => {
    const methods = reveal(sheet(method)) as GoogleAppsScript.Spreadsheet.Sheet | undefined;
    return methods?.[method]() ?? null;
  };
  return {
    getActiveRange: () => selected('getActiveRange'),
    getCurrentCell: () => selected('getCurrentCell'),
    getActive: () => spreadsheet(current('getActive')),
    getActiveSpreadsheet: () => spreadsheet(current('getActiveSpreadsheet')),
    getActiveSheet: () => sheet('getActiveSheet'),
    setActiveSheet(sheet: object) {
      const { workbook, tabId } = session.targetOf(sheet, 'sheet');
      workbook.activeTab = tabById(workbook, tabId).id;
      return sheet;
    },
    setActiveSpreadsheet(chosen: object) {
      active = session.targetOf(chosen, 'spreadsheet').workbook;
    },
  };
}

function otherDocuments(session: Session): Faithful<App, 'openById' | 'openByUrl' | 'create'> {
  const { host, documents } = session;
  const open = (id: string, method: string): object => {
    const workbook = documents.workbooks.get(id);
    if (!workbook)
      throw new Refusal(`Unexpected error while getting the method or property ${method} on object SpreadsheetApp.`);
    if (workbook.access === 'none') throw new Refusal(NO_ACCESS);
    return createSpreadsheet(session, workbook);
  };
  return {
    openById(id: string) {
      if (!id) throw new Refusal('Invalid argument: id');
      return open(id, 'openById');
    },
    openByUrl(url: string) {
      const [, id] = /^https:\/\/docs\.google\.com\/.*spreadsheets.*\/d\/([\w-]+)/.exec(url) ?? [];
      if (id === undefined) throw new Refusal('Invalid argument: url');
      return open(id, 'openByUrl');
    },
    create(name: string) {
      host.spend('spreadsheets.created');
      return createSpreadsheet(session, addWorkbook(documents, name, localeOf(host.locale), host.timeZone));
    },
  };
}

function tools(session: Session): Faithful<App, 'flush' | 'getUi' | 'newFilterCriteria'> {
  const { caller } = session.host;
  return {
    flush: () => {
      session.flush();
    },
    getUi() {
      const workbook = boundWorkbook(session);
      if (!workbook || isUnattended(caller)) {
        throw new Refusal('Cannot call SpreadsheetApp.getUi() from this context.');
      }
      return createUi(session, workbook);
    },
    newFilterCriteria: () => createCriteriaBuilder(session),
  };
}

function boundWorkbook({ documents }: Session): Workbook | null {
  return documents.boundId === null ? null : (documents.workbooks.get(documents.boundId) ?? null);
}

/** The spreadsheet locale of a user's language. */
function localeOf(language: string): string {
  return language.includes('_') ? language : language === 'fr' ? 'fr_FR' : 'en_US';
}
