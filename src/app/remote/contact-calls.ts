import { readSides } from '../../contacts/sides';
import { translating } from '../../contacts/sync-contacts';
import type { Words } from '../../core/model';
import { missingPermissions } from '../../platform/permissions';
import { hasPeople } from '../../platform/people';
import { userEmail } from '../../platform/session';
import { CONTACTS } from '../contacts/contacts-history';
import { readContactsSetup } from '../contacts/contacts-store';
import { readLabelViews } from '../contacts/labels';
import { openContactsSync, ownSetup } from '../contacts/open-sync';
import { say } from '../words';
import { type Answer, ok } from './answer';
import { Refusal } from './refusal';
import { startRun } from './start-run';

/** Asks Google Contacts, so that it is known whether they answer. */
export function authenticate(): Answer {
  if (!hasPeople()) throw new Refusal(409, SERVICE_OFF);
  readLabelViews();
  return ok(
    { authenticated: true, service_available: true },
    {
      fr: 'Google Contacts répond.',
      en: 'Google Contacts answers.',
    },
  );
}

/**
 * Whether all is there that a sync needs. In Apps Script there are no files of credentials and tokens: what stands for them is that
 * the sync is set up, and that the person has let Sync see their contacts.
 */
export function answerStatus(): Answer {
  const setup = readContactsSetup();
  const isAllowed = missingPermissions()?.granted.includes(SCOPE) ?? true;
  const hasService = hasPeople();
  const isMine = setup?.owner === userEmail();
  const data = {
    authenticated: isAllowed && isMine,
    service_available: hasService,
    credentials_file_exists: setup !== null,
    token_file_exists: isAllowed,
  };
  if (!hasService) return ok(data, SERVICE_OFF);
  if (!isAllowed) return ok(data, NOT_ALLOWED);
  if (!setup) return ok(data, NOT_SET_UP);
  return ok(data, isMine ? READY : somebodyElses(setup.owner));
}

/** Starts a sync of all clients, both ways. Throws `SettingsError` where that is not this person's to do. */
export function syncAllContacts(): Answer {
  ownSetup();
  return startRun([CONTACTS]);
}

/** All of the person's contacts, as Google has them now. */
export function listGoogleContacts(): Answer {
  const { mirror } = translating(() => readSides(openContactsSync(), { force: true }, 'dry'));
  const contacts = mirror.contacts().map(({ ref, family, given, emails, phones, jobs, updatedAt }) => ({
    google_id: ref,
    nom: family,
    prenom: given,
    email: emails[0] ?? '',
    telephone: phones[0] ?? '',
    entreprise: jobs[0]?.company ?? '',
    // Sync tells changes by their time: what it keeps of a contact has no etag of Google's.
    etag: String(updatedAt),
  }));
  const count = String(contacts.length);
  return ok(contacts, { fr: `Contacts trouvés dans Google : ${count}.`, en: `Contacts found in Google: ${count}.` });
}

/** What to do before the first sync, in order. */
export function instructSetup(): Answer {
  const steps = STEPS.map(({ title, description }, n) => ({
    step: n + 1,
    title: say(title),
    description: say(description),
  }));
  return ok(
    { steps, required_files: [], scopes: [SCOPE] },
    {
      fr: 'Ce qu’il faut faire avant la première synchronisation.',
      en: 'What there is to do before the first sync.',
    },
  );
}

const SCOPE = 'https://www.googleapis.com/auth/contacts';

const SERVICE_OFF: Words = {
  fr: 'Le service People ne fait pas partie de ce projet Apps Script. Ajoutez-le : Extensions > Apps Script > Services > People API.',
  en: 'The People service is not part of this Apps Script project. Add it: Extensions > Apps Script > Services > People API.',
};
const NOT_ALLOWED: Words = {
  fr: 'Ce compte n’a pas autorisé Sync à voir ses contacts. Ouvrez Sync > Google Contacts dans la feuille et acceptez ce que Google demande.',
  en: 'This account has not allowed Sync to see its contacts. Open Sync > Google Contacts in the spreadsheet and accept what Google asks for.',
};
const NOT_SET_UP: Words = {
  fr: 'Google Contacts n’est pas encore réglé. Ouvrez Sync > Google Contacts dans la feuille, choisissez les réglages et enregistrez.',
  en: 'Google Contacts is not set up yet. Open Sync > Google Contacts in the spreadsheet, choose the settings and save.',
};
const READY: Words = { fr: 'Google Contacts est prêt.', en: 'Google Contacts is ready.' };

function somebodyElses(owner: string): Words {
  return {
    fr: `L’onglet Clients est relié aux contacts Google de ${owner}, qui doit déployer l’application Web pour que ces appels fonctionnent.`,
    en: `The tab Clients is tied to the Google Contacts of ${owner}, who must deploy the web app for these calls to work.`,
  };
}

const STEPS: readonly { readonly title: Words; readonly description: Words }[] = [
  {
    title: { fr: 'Ouvrir Sync', en: 'Open Sync' },
    description: {
      fr: 'Dans la feuille de calcul : menu Sync > Google Contacts > Ouvrir. Google demande l’accès aux contacts : acceptez.',
      en: 'In the spreadsheet: menu Sync > Google Contacts > Open. Google asks for access to your contacts: accept.',
    },
  },
  {
    title: { fr: 'Choisir les réglages', en: 'Choose the settings' },
    description: {
      fr: 'Le libellé dont les contacts viennent dans l’onglet Clients, le sens, et qui l’emporte ; puis « Enregistrer ».',
      en: 'The label whose contacts come into the tab Clients, the direction, and who wins; then “Save”.',
    },
  },
  {
    title: { fr: 'Regarder l’aperçu', en: 'Look at the preview' },
    description: {
      fr: '« Aperçu » montre ce que la première synchronisation ferait, sans rien écrire.',
      en: '“Preview” shows what the first sync would do, and writes nothing.',
    },
  },
  {
    title: { fr: 'Synchroniser', en: 'Sync' },
    description: {
      fr: 'Par « Synchroniser », ou par cet appel : path=/api/google-contacts/sync-all.',
      en: 'By “Sync”, or by this call: path=/api/google-contacts/sync-all.',
    },
  },
];
