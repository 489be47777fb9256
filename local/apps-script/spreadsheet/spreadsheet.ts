import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { parseA1, toArea } from './a1';
import { createFinder } from './metadata-finder';
import { addMetadata, metadataAt } from './metadata';
import { createRange } from './range';
import { Refusal } from './refusal';
import { toNamedArea } from './sheet-area';
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
  const scope: SpreadsheetScope = { session, workbook, self: () => exposed };
  const costed = { ...tabChanges(scope), ...settings(scope) };
  const costs = Object.fromEntries(Object.keys(costed).map((name) => [name, COSTS.cells]));
  const exposed: object = session.expose(
    'Spreadsheet',
    { ...costed, ...tabHandles(scope), ...identity(scope) },
    { kind: 'spreadsheet', workbook },
    costs,
  );
  return exposed;
}

function identity({ session, workbook }: SpreadsheetScope): Faithful<GoogleAppsScript.Spreadsheet.Spreadsheet, Names> {
  return {
    getId: () => workbook.id,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    getName: () => workbook.name,
    getSpreadsheetLocale: () => workbook.locale,
    getSpreadsheetTimeZone: () => workbook.timeZone,
    getRange(notation: string) {
      session.tab(workbook, workbook.tabs[0]?.id ?? 0);
      const named = workbook.namedRanges.find(({ name }) => name === notation);
      if (named) return createRange(session, workbook, named.sheetId, named.area);
      const tab = namedTab(workbook, notation);
      return createRange(session, workbook, tab.id, toNamedArea(tab, notation));
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
  if (!reference) throw new Refusal('Range not found');
  if (reference.sheet === null) return tabById(workbook, workbook.activeTab);
  const tab = tabByName(workbook, reference.sheet);
  if (!tab) throw new Refusal('Range not found');
  return tab;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
