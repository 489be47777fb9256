import type { Execution } from './execution';
import { reveal } from './exposed';
import { AUTH_MODE } from './services/authorization';

/**
 * What a trigger's function receives: `given` with the authorisation mode. A simple trigger also gets the spreadsheet
 * and the user, and onEdit the edited range, A1 unless `given` says otherwise (developers.google.com, "Event objects").
 */
export function createEvent({ host, realm }: Execution, functionName: string, given: object = {}): object {
  const authMode = AUTH_MODE[host.authMode];
  if (host.caller !== 'simple' || host.authMode === 'NONE') return { authMode, ...given };
  const app = reveal(realm.globals.SpreadsheetApp) as Partial<GoogleAppsScript.Spreadsheet.SpreadsheetApp> | undefined;
  const source = app?.getActiveSpreadsheet?.();
  const user = { email: '', nickname: '' };
  if (!source) return { authMode, user, ...given };
  const edited = functionName === 'onEdit' ? { range: firstCell(source) } : {};
  return { authMode, source, user, ...edited, ...given };
}

/** Taken without a count: the event is there before the script makes its first call. */
function firstCell(source: GoogleAppsScript.Spreadsheet.Spreadsheet): unknown {
  const sheet = (reveal(source) as GoogleAppsScript.Spreadsheet.Spreadsheet).getActiveSheet();
  return (reveal(sheet) as GoogleAppsScript.Spreadsheet.Sheet).getRange(1, 1);
}
