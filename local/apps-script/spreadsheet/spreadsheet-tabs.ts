import type { Faithful } from '../faithful';
import { Refusal } from './refusal';
import { createSheet } from './sheet';
import type { SpreadsheetScope } from './spreadsheet';
import { activeTab, addTab, copyTab, deleteTab, renameTab } from './tabs';
import { tabById, type Tab } from './workbook';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type HandleNames =
  'getSheets' | 'getSheetByName' | 'getSheetById' | 'getActiveSheet' | 'setActiveSheet' | 'getNumSheets' | 'getSheetId';
type ChangeNames =
  | 'insertSheet'
  | 'deleteSheet'
  | 'deleteActiveSheet'
  | 'moveActiveSheet'
  | 'duplicateActiveSheet'
  | 'renameActiveSheet';

/** Finding the tabs of a spreadsheet: handles, which reach no server. */
export function tabHandles({ session, workbook }: SpreadsheetScope): Faithful<Spreadsheet, HandleNames> {
  const sheet = (tab: Tab | undefined): object | null => (tab ? createSheet(session, workbook, tab.id) : null);
  return {
    getSheets: () => workbook.tabs.map((tab) => createSheet(session, workbook, tab.id)),
    getSheetByName: (name: string) => sheet(workbook.tabs.find((each) => each.name === name)),
    getSheetById: (id: number) => sheet(workbook.tabs.find((each) => each.id === id)),
    getActiveSheet: () => sheet(activeTab(workbook)),
    setActiveSheet(chosen: object) {
      workbook.activeTab = tabById(workbook, session.targetOf(chosen, 'sheet').tabId).id;
      return chosen;
    },
    getNumSheets: () => workbook.tabs.length,
    getSheetId: () => activeTab(workbook).id,
  };
}

/** Changing the tabs of a spreadsheet. */
export function tabChanges(scope: SpreadsheetScope): Faithful<Spreadsheet, ChangeNames> {
  const { session, workbook } = scope;
  const sheet = (tab: Tab): object => createSheet(session, workbook, tab.id);
  return {
    insertSheet: (...given: unknown[]) => session.read(() => sheet(insertSheet(scope, given))),
    deleteSheet(chosen: object) {
      session.read(() => {
        deleteTab(workbook, tabById(workbook, session.targetOf(chosen, 'sheet').tabId));
      });
    },
    deleteActiveSheet: () =>
      session.read(() => {
        deleteTab(workbook, activeTab(workbook));
        return sheet(activeTab(workbook));
      }),
    moveActiveSheet(position: number) {
      if (position < 1 || position > workbook.tabs.length) throw new Refusal('The sheet position is out of bounds.');
      const tab = activeTab(workbook);
      workbook.tabs.splice(workbook.tabs.indexOf(tab), 1);
      workbook.tabs.splice(position - 1, 0, tab);
    },
    duplicateActiveSheet: () =>
      session.read(() => {
        const copy = copyTab(activeTab(workbook), workbook);
        workbook.activeTab = copy.id;
        return sheet(copy);
      }),
    renameActiveSheet(name: string) {
      session.read(() => {
        renameTab(workbook, activeTab(workbook), name);
      });
    },
  };
}

/** `insertSheet(name?, index?, {template}?)`, each optional: the new tab becomes the active one. */
function insertSheet({ session, workbook }: SpreadsheetScope, given: readonly unknown[]): Tab {
  const name = given.find((each) => typeof each === 'string') ?? null;
  const index = given.find((each) => typeof each === 'number') ?? workbook.tabs.indexOf(activeTab(workbook)) + 1;
  const options = given.find((each) => typeof each === 'object') as { template?: object } | undefined;
  if (options?.template) {
    const source = session.targetOf(options.template, 'sheet');
    const copy = copyTab(tabById(source.workbook, source.tabId), workbook);
    if (name !== null) renameTab(workbook, copy, name);
    workbook.activeTab = copy.id;
    return copy;
  }
  const tab = addTab(workbook, name, Math.min(Math.max(index, 0), workbook.tabs.length));
  workbook.activeTab = tab.id;
  return tab;
}
