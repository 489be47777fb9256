import { DataError } from '../core/errors';
import type { Clock, People, Person, Store, Workbook } from '../platform/services';
import type { Client } from './client';
import { findClientSheet, openClientSheet } from './client-sheet';
import { createClientsTab, type ClientsReplica } from './clients-tab';
import { openDayCap } from './day-cap';
import { createGoogle, type GoogleReplica } from './google';
import type { GoogleSide } from './google';
import { keepLabel } from './google-labels';
import { openLedger, type Ledger } from './ledger';
import { refreshMirror } from './list-google';
import { openMirror, type Mirror } from './mirror';
import { createPatience, type AskPeople } from './patient-people';
import type { Policy } from './policy';
import { reconcile, type Plan } from './reconcile';
import type { Label, SyncRequest, SyncSettings } from './settings';

/** What a sync stands on. */
export interface ContactsSync {
  readonly workbook: Workbook;
  readonly people: People;
  /** The document's properties. */
  readonly store: Store;
  readonly clock: Clock;
  readonly language: 'fr' | 'en';
  readonly settings: SyncSettings;
  /** When this execution must have ended, in milliseconds since 1970. */
  readonly deadline: number;
  readonly newId: () => string;
  /** Remembers a label that had to be made again. */
  readonly onLabel: (label: Label) => void;
}

/** Both sides as they are now, and what is to be done. */
export interface Sides {
  readonly google: GoogleReplica;
  readonly clients: ClientsReplica;
  readonly ledger: Ledger;
  readonly mirror: Mirror;
  readonly rows: readonly Client[];
  readonly policy: Policy;
  readonly plan: Plan;
  /** When they were read, in milliseconds since 1970. */
  readonly readAt: number;
}

/** How Google's side is read: `live` asks for what changed, `dry` too but stores nothing, `stored` goes by what it knows. */
export type Reading = 'live' | 'dry' | 'stored';

/**
 * Reads both sides and plans. Throws `DataError` where one cannot be read whole (a column that is gone, formulas, a list that broke
 * off), `SignInError`, `BusyError`.
 */
export function readSides(sync: ContactsSync, request: SyncRequest, reading: Reading): Sides {
  const { workbook, people, clock, deadline, language } = sync;
  const readAt = clock.now();
  const ledger = openLedger(workbook);
  if (!findClientSheet(workbook) && ledger.links().some(({ state }) => state === 'linked')) throw tabGone();
  const clients = createClientsTab(openClientSheet(workbook, language), workbook);
  const rows = clients.list();
  const mirror = openMirror(workbook, reading === 'dry');
  const ask = createPatience(people, clock, deadline);
  const waiting = ledger.links().filter(({ state, since }) => state === 'creating' && readAt - since >= UNCONFIRMED_MS);
  const persons = new Map<string, Person>();
  if (reading !== 'stored') {
    const listing = { ask, mirror, store: reading === 'dry' ? withoutWrites(sync.store) : sync.store, now: readAt };
    const listed = refreshMirror(listing, waiting.length > 0);
    for (const [ref, person] of listed.persons) persons.set(ref, person);
  }
  const side: GoogleSide = { ask, mirror, persons, label: rememberLabel(sync, ask) };
  const google = createGoogle(side);
  const missing = reading === 'live' ? missingOf(google, mirror, waiting) : new Set<string>();
  const policy = policyOf(sync, request, readAt, missing);
  const plan = reconcile(rows, mirror.contacts(), ledger.links(), policy);
  return { google, clients, ledger, mirror, rows, policy, plan, readAt };
}

/** How long Google may take to show a contact that it was asked to make. */
export const UNCONFIRMED_MS = 3_600_000;
/** How many of those are searched for in one run. */
const MOST_SEARCHED = 100;

/** The links whose contacts are nowhere: all contacts have just been listed, and a search finds none either. */
function missingOf(
  google: GoogleReplica,
  mirror: Mirror,
  waiting: readonly { readonly id: string; readonly base: Client['fields'] }[],
): ReadonlySet<string> {
  const tags = new Set(mirror.contacts().map(({ tag }) => tag));
  const lost = waiting.filter(({ id }) => !tags.has(id)).slice(0, MOST_SEARCHED);
  return new Set(lost.filter(({ base }) => google.search(base.email).length === 0).map(({ id }) => id));
}

function policyOf(
  { settings, store }: ContactsSync,
  { force = false, ...chosen }: SyncRequest,
  now: number,
  missing: ReadonlySet<string>,
): Policy {
  const { label, direction, tie } = settings;
  return {
    ...{ direction, tie, now, missing, force },
    isInScope: ({ groups }) => label === null || groups.includes(label.ref),
    creations: openDayCap(store).left(now),
    ...chosen,
  };
}

function tabGone(): DataError {
  return new DataError('contacts: the tab Clients is gone', {
    fr: 'L’onglet Clients a été supprimé. Annulez la suppression (Ctrl+Z, ou Fichier > Historique des versions) ; ou, pour repartir de Google, choisissez « Recommencer à zéro » dans Sync > Google Contacts. Rien n’a été écrit.',
    en: 'The tab Clients was deleted. Undo that (Ctrl+Z, or File > Version history); or, to begin again from Google, choose “Start over” in Sync > Google Contacts. Nothing was written.',
  });
}

/** Looked up before the first contact is made, and once in an execution. */
function rememberLabel({ settings: { label }, onLabel }: ContactsSync, ask: AskPeople): () => string | null {
  let known: Label | null = null;
  return () => {
    if (!label) return null;
    if (!known) {
      known = keepLabel(ask, label);
      if (known.ref !== label.ref) onLabel(known);
    }
    return known.ref;
  };
}

function withoutWrites(store: Store): Store {
  return { ...store, set: () => undefined, remove: () => undefined };
}
