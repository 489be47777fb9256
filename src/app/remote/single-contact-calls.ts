import { openClientSheet } from '../../contacts/client-sheet';
import { readRows } from '../../contacts/client-rows';
import type { Client } from '../../contacts/client';
import { isSame } from '../../contacts/field-key';
import { openLedger } from '../../contacts/ledger';
import type { Link } from '../../contacts/link';
import type { SyncRequest } from '../../contacts/settings';
import type { Words } from '../../core/model';
import { openWorkbook } from '../../platform/workbook';
import { guardWords } from '../contacts/guard-words';
import { ownSetup } from '../contacts/open-sync';
import { runContacts } from '../contacts/run-contacts';
import { language } from '../words';
import { type Answer, ok } from './answer';
import type { Call } from './read-call';
import { Refusal } from './refusal';

/**
 * Sends one client to Google, now: that of the row whose sync_id, or whose address, is `id`. Answers `google_id` and `action`
 * (`created`, `updated`, `unchanged`).
 */
export function syncToGoogle(_: Call['fields'], id: string): Answer {
  ownSetup();
  const before = rowOf((row) => row.id === id || isSame('email', row.fields.email, id));
  if (!before) throw new Refusal(404, NO_ROW);
  const action = syncOne({ pushed: new Set([before.row]) });
  const after = rowOf(({ row }) => row === before.row) ?? before;
  const link = linkOf((each) => each.id === after.id);
  if (link?.state !== 'linked') throw notLinked(after);
  return ok({ google_id: link.ref, action }, TO_GOOGLE[action]);
}

/** Brings one contact into the tab, now: that of the resource name `id`. Answers `client_id`, its row's sync_id, and `action`. */
export function syncFromGoogle(_: Call['fields'], id: string): Answer {
  ownSetup();
  const ref = `people/${decode(id).replace(/^people\//, '')}`;
  if (!/^people\/[A-Za-z0-9_-]+$/.test(ref)) throw new Refusal(400, NO_REF);
  const action = syncOne({ pulled: new Set([ref]) });
  const link = linkOf((each) => each.ref === ref);
  if (link?.state !== 'linked') throw notLinked(null);
  return ok({ client_id: link.id, action }, FROM_GOOGLE[action]);
}

type Action = 'created' | 'updated' | 'unchanged';

/** Throws `Refusal` where nothing could be done now. */
function syncOne(request: SyncRequest): Action {
  const run = runContacts(request);
  if (run.state === 'running') throw new Refusal(503, BUSY);
  if (run.guard) throw new Refusal(409, guardWords(run.guard));
  const { created, updated } = run.tally;
  if (run.note && created + updated === 0) throw new Refusal(run.state === 'paused' ? 503 : 502, run.note);
  if (created > 0) return 'created';
  return updated > 0 ? 'updated' : 'unchanged';
}

function rowOf(isIt: (row: Client) => boolean): Client | undefined {
  return readRows(openClientSheet(openWorkbook(), language())).find(isIt);
}

function linkOf(isIt: (link: Link) => boolean): Link | undefined {
  return openLedger(openWorkbook()).links().find(isIt);
}

function decode(id: string): string {
  return id.replace(/%2F/i, '/');
}

const TO_GOOGLE: Readonly<Record<Action, Words>> = {
  created: { fr: 'Le contact est créé dans Google Contacts.', en: 'The contact is created in Google Contacts.' },
  updated: { fr: 'Le contact est à jour dans Google Contacts.', en: 'The contact is updated in Google Contacts.' },
  unchanged: {
    fr: 'Il n’y avait rien à changer dans Google Contacts.',
    en: 'There was nothing to change in Google Contacts.',
  },
};
const FROM_GOOGLE: Readonly<Record<Action, Words>> = {
  created: { fr: 'Le client est ajouté à l’onglet Clients.', en: 'The client is added to the tab Clients.' },
  updated: { fr: 'Le client est à jour dans l’onglet Clients.', en: 'The client is updated in the tab Clients.' },
  unchanged: {
    fr: 'Il n’y avait rien à changer dans l’onglet Clients.',
    en: 'There was nothing to change in the tab Clients.',
  },
};

const NO_ROW: Words = {
  fr: 'Aucune ligne de l’onglet Clients n’a ce sync_id ni cette adresse e-mail.',
  en: 'No row of the tab Clients has this sync_id or this e-mail address.',
};
const NO_REF: Words = {
  fr: 'Ce n’est pas l’identifiant d’un contact. Il ressemble à people/c123 : path=/api/google-contacts/list-contacts les donne tous.',
  en: 'This is no contact’s id. It looks like people/c123: path=/api/google-contacts/list-contacts gives them all.',
};
const BUSY: Words = {
  fr: 'Une autre synchronisation est en cours dans cette feuille. Réessayez dans quelques minutes.',
  en: 'Another sync is under way in this spreadsheet. Try again in a few minutes.',
};

/** Its row says why, where it does. */
function notLinked(row: Client | null): Refusal {
  const why = row?.status ?? '';
  return new Refusal(409, {
    fr: `Ce client attend une décision ou une correction${why === '' ? '' : ` : ${why}`}. Ouvrez Sync > Google Contacts dans la feuille.`,
    en: `This client waits for a decision or a correction${why === '' ? '' : `: ${why}`}. Open Sync > Google Contacts in the spreadsheet.`,
  });
}
