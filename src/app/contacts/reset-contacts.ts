import { openLedger } from '../../contacts/ledger';
import { forgetToken } from '../../contacts/list-google';
import { documentStore } from '../../platform/property-stores';
import { openWorkbook } from '../../platform/workbook';
import { whileNoRun } from '../while-no-run';
import { language } from '../words';
import { openClientSheet } from '../../contacts/client-sheet';
import { writeClientsMark } from './clients-mark';
import { writeContactsRun } from './contacts-store';
import { ownSetup } from './open-sync';
import { clearContactsAlarm } from './run-contacts';

/**
 * Forgets which row belongs to which contact, and makes the tab anew where it is gone: the next sync pairs them by address as the first
 * one did, fills what is blank on either side and removes nothing. Throws `SettingsError` when the contacts are somebody else's,
 * `BusyError` while a sync writes.
 */
export function forgetLinks(): void {
  ownSetup();
  whileNoRun(() => {
    const workbook = openWorkbook();
    const ledger = openLedger(workbook);
    ledger.put(new Map(ledger.links().map(({ id }) => [id, null])));
    forgetToken(documentStore());
    openClientSheet(workbook, language());
    writeClientsMark(workbook, language());
    writeContactsRun(null);
    clearContactsAlarm();
  });
}
