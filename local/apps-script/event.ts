import type { Edit } from './edit';
import type { Execution } from './execution';
import { reveal } from './exposed';
import { AUTH_MODE } from './services/authorization';

/**
 * What a trigger's function receives: `given` with the authorisation mode. A simple trigger, and one that tells of an
 * `edit`, also get the spreadsheet and the user; onEdit the edited range, A1 of the open tab unless `edit` or `given` says
 * otherwise (developers.google.com, "Event objects").
 */
export function createEvent(
  { host, realm }: Execution,
  functionName: string,
  given: object = {},
  edit: Edit | null = null,
): object {
  const authMode = AUTH_MODE[host.authMode];
  if ((host.caller !== 'simple' && !edit) || host.authMode === 'NONE') return { authMode, ...given };
  const app = reveal(realm.globals.SpreadsheetApp) as Partial<GoogleAppsScript.Spreadsheet.SpreadsheetApp> | undefined;
  const source = app?.getActiveSpreadsheet?.();
  const user = host.caller === 'simple' ? { email: '', nickname: '' } : { email: host.email, nickname: host.email };
  if (!source) return { authMode, user, ...given };
  const edited = edit || functionName === 'onEdit' ? { range: cellOf(source, edit) } : {};
  return { authMode, source, user, ...edited, ...valuesOf(edit), ...given };
}

/** Taken without a count: the event is there before the script makes its first call. */
function cellOf(source: GoogleAppsScript.Spreadsheet.Spreadsheet, edit: Edit | null): unknown {
  const file = reveal(source) as GoogleAppsScript.Spreadsheet.Spreadsheet;
  const sheet = edit ? file.getSheetById(edit.tab) : file.getActiveSheet();
  return (reveal(sheet) as GoogleAppsScript.Spreadsheet.Sheet).getRange(edit?.row ?? 1, edit?.column ?? 1);
}

/** A value that was or is empty is not named. */
function valuesOf(edit: Edit | null): object {
  return {
    ...(edit?.value === undefined ? {} : { value: edit.value }),
    ...(edit?.oldValue === undefined ? {} : { oldValue: edit.oldValue }),
  };
}
