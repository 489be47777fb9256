import * as v from 'valibot';
import { documentStore } from '../../platform/property-stores';
import { readStored } from '../read-stored';

/** The two-way sync as it was set up, for all who open the spreadsheet. */
export type ContactsSetup = v.InferOutput<typeof SETUP>;

/** How the last sync went. */
export type StoredLast = v.InferOutput<typeof LAST>;

/** A sync that has begun and not ended. */
export type StoredRun = v.InferOutput<typeof RUN>;

/** Everything that is remembered about the two-way sync. */
export interface ContactsState {
  readonly setup: ContactsSetup | null;
  readonly last: StoredLast | null;
  readonly run: StoredRun | null;
}

/** What is in the document's properties. */
export function contactsIn(properties: Readonly<Record<string, string>>): ContactsState {
  return {
    setup: readStored(SETUP, properties[SETUP_NAME]),
    last: readStored(LAST, properties[LAST_NAME]),
    run: readStored(RUN, properties[RUN_NAME]),
  };
}

export function readContactsSetup(): ContactsSetup | null {
  return readStored(SETUP, documentStore().get(SETUP_NAME));
}

export function writeContactsSetup(setup: ContactsSetup): void {
  documentStore().set(SETUP_NAME, JSON.stringify(setup));
}

export function readContactsLast(): StoredLast | null {
  return readStored(LAST, documentStore().get(LAST_NAME));
}

export function writeContactsLast(last: StoredLast): void {
  documentStore().set(LAST_NAME, JSON.stringify(last));
}

export function readContactsRun(): StoredRun | null {
  return readStored(RUN, documentStore().get(RUN_NAME));
}

/** Null: none has begun any more. */
export function writeContactsRun(run: StoredRun | null): void {
  if (run) documentStore().set(RUN_NAME, JSON.stringify(run));
  else documentStore().remove(RUN_NAME);
}

/** Forgets how far syncs have come; `all`: the set-up, too. */
export function forgetContacts(what: 'progress' | 'all'): void {
  const store = documentStore();
  const kept = what === 'all' ? [] : [SETUP_NAME, TAB_NAME];
  for (const name of Object.keys(store.all())) {
    if (name.startsWith('contacts.') && !kept.includes(name)) store.remove(name);
  }
}

/** The property that says which tab the clients stand in. */
export const TAB_NAME = 'contacts.tab';

const SETUP_NAME = 'contacts.setup';
const LAST_NAME = 'contacts.last';
const RUN_NAME = 'contacts.run';

const SETUP = v.object({
  /** Whose contacts they are: an e-mail address. */
  owner: v.string(),
  /** Null: all contacts. */
  label: v.nullable(v.object({ name: v.string(), ref: v.string() })),
  direction: v.picklist(['both', 'toGoogle', 'fromGoogle']),
  tie: v.picklist(['sheet', 'google']),
  hourly: v.boolean(),
  atOnce: v.boolean(),
});

const WORDS = v.object({ fr: v.string(), en: v.string() });

const TALLY = v.object({
  created: v.number(),
  updated: v.number(),
  skipped: v.number(),
  conflicts: v.number(),
  held: v.number(),
  errors: v.number(),
  calls: v.number(),
  clients: v.number(),
  linked: v.number(),
  choices: v.number(),
});

const LAST = v.object({
  startedAt: v.number(),
  duration: v.number(),
  status: v.picklist(['finished', 'paused', 'failed']),
  tally: TALLY,
  message: WORDS,
});

const RUN = v.object({
  startedAt: v.number(),
  /** The call from outside that started it; absent: something else did. */
  cause: v.exactOptional(v.object({ kind: v.literal('call'), id: v.string() })),
  /** What was done so far. */
  tally: TALLY,
  /** When it goes on by itself. */
  until: v.number(),
});
