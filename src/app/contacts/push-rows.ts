import { findClientSheet } from '../../contacts/client-sheet';
import { SettingsError } from '../../core/errors';
import { readEdit, type EditEvent } from '../../platform/edited';
import { selectedRows } from '../../platform/selection';
import { openWorkbook } from '../../platform/workbook';
import { readClientsMark } from './clients-mark';
import { readContactsSetup } from './contacts-store';
import { runContacts, type ContactsRun } from './run-contacts';

/** Sends the rows that are selected in the tab Clients to Google. Throws `SettingsError` when none is selected there. */
export function pushSelected(): ContactsRun {
  const { sheetId, rows } = selectedRows();
  const pushed = rows.filter((row) => row > 1);
  if (findClientSheet(openWorkbook())?.id !== sheetId || pushed.length === 0) throw nothingSelected();
  return runContacts({ pushed: new Set(pushed) });
}

/** Sends the rows of an edit to Google, by the trigger of whoever set it up; null for an edit elsewhere. */
export function pushEdited(event: EditEvent): ContactsRun | null {
  const edit = readEdit(event);
  if (!edit || edit.sheetId !== readClientsMark()?.sheet || readContactsSetup()?.direction === 'fromGoogle')
    return null;
  const rows = Array.from({ length: edit.rows }, (_, n) => edit.row + n).filter((row) => row > 1);
  return rows.length === 0 ? null : runContacts({ pushed: new Set(rows) }, true);
}

function nothingSelected(): SettingsError {
  return new SettingsError('rows', 'No row of the tab Clients is selected', {
    fr: 'Sélectionnez d’abord des lignes de l’onglet Clients, puis recommencez.',
    en: 'First select rows of the tab Clients, then try again.',
  });
}
