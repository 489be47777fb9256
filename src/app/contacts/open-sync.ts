import { SettingsError } from '../../core/errors';
import type { ContactsSync } from '../../contacts/sides';
import { clock } from '../../platform/clock';
import { openPeople } from '../../platform/people';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { newUuid } from '../../platform/uuid';
import { openWorkbook } from '../../platform/workbook';
import { executionEnd } from '../execution-end';
import { language } from '../words';
import { type ContactsSetup, readContactsSetup, writeContactsSetup } from './contacts-store';

/**
 * What this execution syncs with. Throws `SettingsError` when nothing is set up yet, or when the contacts are somebody else's: each
 * person's Google Contacts are open to them alone.
 */
export function openContactsSync(): ContactsSync {
  return toContactsSync(ownSetup());
}

/** The set-up of the person who runs the script. Throws `SettingsError` as `openContactsSync` does. */
export function ownSetup(): ContactsSetup {
  const setup = readContactsSetup();
  if (!setup) throw notSetUp();
  checkOwner(setup);
  return setup;
}

/** Throws `SettingsError` when the contacts are somebody else's. */
export function checkOwner({ owner }: ContactsSetup): void {
  if (owner !== userEmail()) throw somebodyElses(owner);
}

function toContactsSync(settings: ContactsSetup): ContactsSync {
  return {
    workbook: openWorkbook(),
    people: openPeople(),
    store: documentStore(),
    ...{ clock, language: language(), settings, newId: newUuid },
    onLabel(label) {
      writeContactsSetup({ ...settings, label });
    },
    deadline: executionEnd(),
  };
}

function notSetUp(): SettingsError {
  return new SettingsError('scope', 'The contacts are not set up', {
    fr: 'Google Contacts n’est pas encore réglé. Ouvrez Sync > Google Contacts > Ouvrir, choisissez les réglages et enregistrez.',
    en: 'Google Contacts is not set up yet. Open Sync > Google Contacts > Open, choose the settings and save.',
  });
}

function somebodyElses(owner: string): SettingsError {
  return new SettingsError('scope', `The contacts are those of ${owner}`, {
    fr: `L’onglet Clients est relié aux contacts Google de ${owner} : Google ne les ouvre qu’à cette personne. Demandez-lui de synchroniser.`,
    en: `The tab Clients is tied to the Google Contacts of ${owner}: Google opens them to that person alone. Ask them to sync.`,
  });
}
