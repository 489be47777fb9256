import { openClientSheet } from '../../contacts/client-sheet';
import { SettingsError } from '../../core/errors';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { callOnEdit, stopCalling } from '../../platform/triggers';
import { openWorkbook } from '../../platform/workbook';
import { startTicking, stopTicking } from '../dispatch/ticking';
import type { ContactsSettings } from '../rpc';
import { whileNoRun } from '../while-no-run';
import { language } from '../words';
import { writeClientsMark } from './clients-mark';
import { contactsIn, type ContactsSetup, writeContactsSetup } from './contacts-store';
import { chooseLabel } from './labels';
import { checkOwner } from './open-sync';

/**
 * Stores how the two-way sync is to be, makes its tab and its label, and has it called as often as wanted. Whoever saves first owns it:
 * Google opens contacts to their owner alone. Throws `SettingsError` for somebody else's and where Google makes no trigger,
 * `BusyError` while a run writes, and what Google Contacts answers.
 */
export function saveContactsSetup({ scope, direction, tie, hourly, atOnce }: ContactsSettings): void {
  const before = contactsIn(documentStore().all()).setup;
  if (before) checkOwner(before);
  const isSame = before?.label && scope.kind === 'label' && before.label.name === scope.name;
  const label = scope.kind === 'all' ? null : isSame ? before.label : chooseLabel(scope.name);
  const setup: ContactsSetup = { owner: userEmail(), label, direction, tie, hourly, atOnce };
  whileNoRun(() => {
    const workbook = openWorkbook();
    openClientSheet(workbook, language());
    writeClientsMark(workbook, language());
    startTriggers(setup);
    writeContactsSetup(setup);
    if (!setup.hourly) stopTicking();
  });
}

/** The function that Google calls after each edit. */
export const AT_ONCE = 'syncEdited';

/** Has Google call for the person who runs the script as often as wanted. Throws `SettingsError` where it does not. */
function startTriggers({ hourly, atOnce }: ContactsSetup): void {
  try {
    if (hourly) startTicking();
    if (atOnce) callOnEdit(AT_ONCE);
    else stopCalling(AT_ONCE);
  } catch (error) {
    throw noTrigger(error instanceof Error ? error.message : String(error));
  }
}

function noTrigger(text: string): SettingsError {
  return new SettingsError('hourly', `Google makes no trigger: ${text}`, {
    fr: `Google refuse de lancer Sync automatiquement pour vous dans cette feuille. Supprimez d’anciens déclencheurs (Extensions > Apps Script > Déclencheurs), ou enregistrez sans « chaque heure » ni « aussitôt ». Réponse de Google : « ${text} »`,
    en: `Google refuses to call Sync for you in this spreadsheet. Delete old triggers (Extensions > Apps Script > Triggers), or save without “every hour” and “at once”. Google’s answer: “${text}”`,
  });
}
