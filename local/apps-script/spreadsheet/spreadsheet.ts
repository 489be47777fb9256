import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { isTimeZone } from '../wall-time';
import { parseA1, toArea } from './a1';
import { activeSheetMethods } from './active-sheet';
import { defineLazyMethods } from './lazy-methods';
import { createFinder } from './metadata-finder';
import { addMetadata, metadataAt } from './metadata';
import { createNamedRange } from './named-range';
import { createUser } from './protection';
import { createRange } from './range';
import { rangeByText } from './range-by-text';
import { Refusal } from './refusal';
import type { Session } from './session';
import { tabChanges, tabHandles } from './spreadsheet-tabs';
import { tabById, tabByName, type Tab, type Workbook } from './workbook';

type Names =
  | 'getId'
  | 'getUrl'
  | 'getName'
  | 'getSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
  | 'getRange'
  | 'getRangeByName'
  | 'getNamedRanges'
  | 'getOwner'
  | 'getEditors'
  | 'getDeveloperMetadata'
  | 'createDeveloperMetadataFinder';

type ChangeNames =
  | 'rename'
  | 'setSpreadsheetLocale'
  | 'setSpreadsheetTimeZone'
  | 'toast'
  | 'setNamedRange'
  | 'removeNamedRange'
  | 'addDeveloperMetadata';

/** What the parts of a Spreadsheet know of it. */
export interface SpreadsheetScope {
  readonly session: Session;
  readonly workbook: Workbook;
  readonly self: () => object;
}

/** The Spreadsheet that a script sees. */
export function createSpreadsheet(session: Session, workbook: Workbook): object {
  const exposed: object = session.expose(
    'Spreadsheet',
    METHODS.create({ session, workbook, self: () => exposed }),
    { kind: 'spreadsheet', workbook },
    (name) => (METHODS.isHandle(name) ? undefined : COSTS.cells),
  );
  return exposed;
}

const METHODS = defineLazyMethods<SpreadsheetScope>(
  (scope) => ({ ...tabHandles(scope), ...identity(scope) }),
  (scope) => ({ ...activeSheetMethods(scope), ...tabChanges(scope), ...settings(scope) }),
);

function identity({ session, workbook }: SpreadsheetScope): Faithful<GoogleAppsScript.Spreadsheet.Spreadsheet, Names> {
  return {
    getId: () => workbook.id,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    getName: () => workbook.name,
    getSpreadsheetLocale: () => workbook.locale,
    getSpreadsheetTimeZone: () => workbook.timeZone,
    getRange(notation: string) {
      session.tab(workbook, workbook.tabs[0]?.id ?? 0);
      return rangeByText(session, workbook, namedTab(workbook, notation), notation);
    },
    getRangeByName(name: string) {
      const named = workbook.namedRanges.find((each) => each.name === name);
      if (named) return createRange(session, workbook, named.sheetId, named.area);
      const reference = parseA1(name);
      const tab =
        reference?.sheet === undefined || reference.sheet === null ? null : tabByName(workbook, reference.sheet);
      if (!reference || !tab) return null;
      return createRange(session, workbook, tab.id, toArea(reference, tab.grid.maxRows, tab.grid.maxColumns));
    },
    getNamedRanges: () => workbook.namedRanges.map((each) => createNamedRange(session, workbook, each)),
    getOwner: () => createUser(session, session.host.email),
    getEditors: () => [createUser(session, session.host.email)],
    getDeveloperMetadata: () => metadataAt(session, workbook, null, null),
    createDeveloperMetadataFinder: () => createFinder(session, workbook, { tabId: null, area: null }),
  };
}

function settings(scope: SpreadsheetScope): Faithful<GoogleAppsScript.Spreadsheet.Spreadsheet, ChangeNames> {
  const { session, workbook } = scope;
  return {
    rename(name: string) {
      workbook.name = name;
    },
    setSpreadsheetLocale(locale: string) {
      session.read(() => (workbook.locale = locale));
    },
    setSpreadsheetTimeZone(timeZone: string) {
      if (!isTimeZone(timeZone)) throw new Refusal(`Invalid argument: timezone. Should be of type: String`);
      session.read(() => (workbook.timeZone = timeZone));
    },
    toast(text: string, title?: string) {
      workbook.shown.push({ kind: 'toast', title: title ?? '', text });
    },
    setNamedRange(name: string, range: object) {
      const { tabId, area } = session.targetOf(range, 'range');
      workbook.namedRanges = workbook.namedRanges.filter((each) => each.name !== name);
      workbook.namedRanges.push({ name, sheetId: tabId, area });
    },
    removeNamedRange(name: string) {
      workbook.namedRanges = workbook.namedRanges.filter((each) => each.name !== name);
    },
    addDeveloperMetadata(key: string, ...rest: unknown[]) {
      addMetadata(session, workbook, { sheetId: null, lines: null }, key, rest);
      return scope.self();
    },
  };
}

function namedTab(workbook: Workbook, notation: string): Tab {
  const reference = parseA1(notation);
  if (typeof reference?.sheet !== 'string') return tabById(workbook, workbook.activeTab);
  const tab = tabByName(workbook, reference.sheet);
  if (!tab) throw new Refusal('Range not found');
  return tab;
}
