import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import type { Area } from './area';
import { ENUMS } from './enums';
import { createRange } from './range';
import type { Session } from './session';
import { wholeArea } from './sheet-area';
import { tabById, type TabProtection, type Workbook } from './workbook';

type GoogleProtection = GoogleAppsScript.Spreadsheet.Protection;
type Change = (act: () => void) => object;

/** Protects a tab (`area` null) or a range; whoever could edit still can until editors are taken away (Range.protect). */
export function addProtection(session: Session, workbook: Workbook, tabId: number, area: Area | null): object {
  return session.read(() => {
    const entry = { area, description: '', warningOnly: false, editors: [], unprotected: [] };
    tabById(workbook, tabId).protections.push(entry);
    return createProtection(session, workbook, tabId, entry);
  });
}

/** The Protection that a script sees. */
export function createProtection(session: Session, workbook: Workbook, tabId: number, entry: TabProtection): object {
  const change: Change = (act) => {
    session.read(act);
    return exposed;
  };
  const changes = {
    ...settings(session, entry, change),
    ...editors(entry, change),
    remove() {
      session.read(() => {
        const tab = tabById(workbook, tabId);
        tab.protections = tab.protections.filter((each) => each !== entry);
      });
    },
  };
  const costs = Object.fromEntries(Object.keys(changes).map((name) => [name, COSTS.cells]));
  const methods = { ...changes, ...facts(session, workbook, tabId, entry) };
  const exposed: object = session.expose('Protection', methods, { kind: 'other', workbook }, costs);
  return exposed;
}

type FactNames =
  | 'getDescription'
  | 'isWarningOnly'
  | 'getRange'
  | 'getProtectionType'
  | 'canEdit'
  | 'canDomainEdit'
  | 'getEditors'
  | 'getUnprotectedRanges';

function facts(
  session: Session,
  workbook: Workbook,
  tabId: number,
  entry: TabProtection,
): Faithful<GoogleProtection, FactNames> {
  return {
    getDescription: () => entry.description,
    isWarningOnly: () => entry.warningOnly,
    getRange: () => createRange(session, workbook, tabId, entry.area ?? wholeArea(session.tab(workbook, tabId))),
    getProtectionType: () => ENUMS.ProtectionType[entry.area ? 'RANGE' : 'SHEET'],
    // The owner of the spreadsheet, who runs the script here, cannot be locked out.
    canEdit: () => true,
    canDomainEdit: () => false,
    getEditors: () => entry.editors.map((editor) => createUser(session, editor)),
    getUnprotectedRanges: () => entry.unprotected.map((area) => createRange(session, workbook, tabId, area)),
  };
}

type SettingNames = 'setDomainEdit' | 'setDescription' | 'setWarningOnly' | 'setRange' | 'setUnprotectedRanges';

function settings(session: Session, entry: TabProtection, change: Change): Faithful<GoogleProtection, SettingNames> {
  return {
    // Only a Workspace domain has one: nobody shares this account's.
    setDomainEdit: () => change(() => undefined),
    setDescription: (description: string) =>
      change(() => {
        entry.description = description;
      }),
    setWarningOnly: (isWarning: boolean) =>
      change(() => {
        entry.warningOnly = isWarning;
      }),
    setRange: (range: object) =>
      change(() => {
        entry.area = session.targetOf(range, 'range').area;
      }),
    setUnprotectedRanges: (ranges: object[]) =>
      change(() => {
        entry.unprotected = ranges.map((range) => session.targetOf(range, 'range').area);
      }),
  };
}

function editors(
  entry: TabProtection,
  change: Change,
): Faithful<GoogleProtection, 'addEditor' | 'addEditors' | 'removeEditor' | 'removeEditors'> {
  return {
    addEditor: (editor: string | GoogleAppsScript.Base.User) =>
      change(() => {
        entry.editors.push(toAddress(editor));
      }),
    addEditors: (added: string[]) =>
      change(() => {
        entry.editors.push(...added);
      }),
    removeEditor: (gone: string | GoogleAppsScript.Base.User) =>
      change(() => {
        entry.editors = entry.editors.filter((editor) => editor !== toAddress(gone));
      }),
    removeEditors: (gone: (string | GoogleAppsScript.Base.User)[]) =>
      change(() => {
        const addresses = gone.map(toAddress);
        entry.editors = entry.editors.filter((editor) => !addresses.includes(editor));
      }),
  };
}

/** The User of an address. */
export function createUser(session: Session, email: string): object {
  const methods: Faithful<GoogleAppsScript.Base.User, 'getEmail'> = { getEmail: () => email };
  return session.expose('User', methods, { kind: 'other' });
}

function toAddress(editor: string | GoogleAppsScript.Base.User): string {
  return typeof editor === 'string' ? editor : editor.getEmail();
}
