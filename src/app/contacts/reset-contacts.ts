import { openClientSheet } from '../../contacts/client-sheet';
import { removeLedger } from '../../contacts/ledger';
import { removeMirror } from '../../contacts/mirror';
import { stopCalling } from '../../platform/triggers';
import { openWorkbook } from '../../platform/workbook';
import { stopTicking } from '../dispatch/ticking';
import { whileNoRun } from '../while-no-run';
import { language } from '../words';
import { writeClientsMark } from './clients-mark';
import { forgetContacts } from './contacts-store';
import { ownSetup } from './open-sync';
import { clearContactsAlarm } from './run-contacts';
import { AT_ONCE } from './save-contacts';

/**
 * Forgets which row belongs to which contact, and makes the tab anew where it is gone: the next sync pairs them by address as the first
 * one did, fills what is blank on either side and removes nothing. Throws `SettingsError` when the contacts are somebody else's,
 * `BusyError` while a sync writes.
 */
export function forgetLinks(): void {
  ownSetup();
  whileNoRun(() => {
    const workbook = openWorkbook();
    removeLedger(workbook);
    removeMirror(workbook);
    openClientSheet(workbook, language());
    writeClientsMark(workbook, language());
    forgetContacts('progress');
    clearContactsAlarm();
  });
}

/**
 * Ends the two-way sync: rows, contacts and the journal stay as they are, all else that is remembered of it goes. Anyone may do that,
 * since whoever owned it may have left; somebody else's triggers end at their next call. Throws `BusyError` while a sync writes.
 */
export function leaveContactsSync(): void {
  whileNoRun(() => {
    const workbook = openWorkbook();
    removeLedger(workbook);
    removeMirror(workbook);
    stopCalling(AT_ONCE);
    clearContactsAlarm();
    forgetContacts('all');
    stopTicking();
  });
}
