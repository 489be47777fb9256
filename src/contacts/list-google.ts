import { DataError, PeopleError } from '../core/errors';
import { parseJson } from '../core/parse-json';
import type { ConnectionsPage, Person, Store } from '../platform/services';
import { chunk } from './chunk';
import type { Contact } from './contact';
import type { Mirror } from './mirror';
import type { AskPeople } from './patient-people';
import { PERSON_FIELDS, toContact } from './to-contact';

/** What the listing of contacts stands on. */
export interface Listing {
  readonly ask: AskPeople;
  readonly mirror: Mirror;
  /** Where the sync token is kept. */
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a listing brought. */
export interface Listed {
  /** Google's own words for the contacts that came, by resource name. */
  readonly persons: ReadonlyMap<string, Person>;
  /** All contacts came, not only what changed. */
  readonly isFull: boolean;
}

/**
 * Brings the mirror up to date: with what changed since the last time or, where Google cannot tell or `wantsFull`, with all
 * contacts. A contact is forgotten only when Google says that it is gone; older news than the mirror's changes nothing. The mirror
 * is stored before the token is, so that a kill in between repeats news and loses none. Throws `DataError` for a listing that
 * broke off, and changes nothing then.
 */
export function refreshMirror(listing: Listing, wantsFull: boolean): Listed {
  const { mirror, store, now } = listing;
  const token = wantsFull ? null : readToken(listing);
  const changed = token === null ? null : listChanged(listing, token.token);
  const { persons, next } = changed ?? listAll(listing);
  const isFull = changed === null;
  mirror.put(newsIn(listing, persons, isFull));
  const fullAt = isFull || token === null ? now : token.fullAt;
  store.set(TOKEN, JSON.stringify({ token: next, fullAt, fields: PERSON_FIELDS, mirror: mirror.id() } satisfies Token));
  return { persons: new Map(persons.map((person) => [person.resourceName ?? '', person])), isFull };
}

/** Makes the next listing bring all contacts. */
export function forgetToken(store: Store): void {
  store.remove(TOKEN);
}

const TOKEN = 'contacts.token';
/** A token is good for seven days after the full listing, however often it is renewed (people.connections.list). */
const TOKEN_AGE = 6 * 24 * 3_600_000;
const BATCH = 200;

interface Token {
  readonly token: string;
  /** When all contacts were listed last. */
  readonly fullAt: number;
  /** What was asked for: a token is good for the same question alone. */
  readonly fields: string;
  /** The mirror that it belongs to. */
  readonly mirror: number;
}

interface Pages {
  readonly persons: readonly Person[];
  /** The sync token for the next time. */
  readonly next: string;
}

function readToken({ store, mirror, now }: Listing): Token | null {
  const stored = parseJson(store.get(TOKEN)) as Token | null;
  if (stored?.fields !== PERSON_FIELDS || stored.mirror !== mirror.id() || !mirror.isWhole) return null;
  return now - stored.fullAt < TOKEN_AGE ? stored : null;
}

/** Null when the token is too old: all contacts must be listed then. */
function listChanged(listing: Listing, syncToken: string): Pages | null {
  try {
    return readPages(listing, syncToken);
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    if (error.kind === 'expired') return null;
    // Whatever is wrong with this token, the next run does without it.
    if (error.kind === 'invalid') forgetToken(listing.store);
    throw error;
  }
}

function listAll(listing: Listing): Pages {
  return readPages(listing, null);
}

function readPages({ ask }: Listing, syncToken: string | null): Pages {
  const persons: Person[] = [];
  let pageToken: string | null = null;
  for (;;) {
    const token: string | null = pageToken;
    const request = {
      fields: PERSON_FIELDS,
      ...(syncToken === null ? {} : { syncToken }),
      ...(token === null ? {} : { pageToken: token }),
    };
    const page: ConnectionsPage = ask((people) => people.list(request));
    persons.push(...(page.connections ?? []));
    if (page.nextPageToken === undefined) {
      if (page.nextSyncToken === undefined || page.nextSyncToken === '') throw brokenOff(persons.length);
      return { persons, next: page.nextSyncToken };
    }
    pageToken = page.nextPageToken;
  }
}

function newsIn(listing: Listing, persons: readonly Person[], isFull: boolean): ReadonlyMap<string, Contact | null> {
  const { mirror } = listing;
  const news = new Map<string, Contact | null>();
  const seen = new Set<string>();
  const learn = (person: Person, isKnown: (source: string) => boolean): Contact | null => {
    const contact = person.metadata?.deleted ? null : toContact(person, isKnown);
    if (!contact) return null;
    seen.add(contact.source);
    const known = news.get(contact.source) ?? mirror.find(contact.source);
    if (!known || (contact.updatedAt >= known.updatedAt && !isEqual(contact, known))) news.set(contact.source, contact);
    return contact;
  };
  for (const person of persons) learn(person, (source) => mirror.has(source));
  if (!isFull) for (const source of deletedIn(mirror, seen, persons)) news.set(source, null);
  for (const [source, person] of isFull ? askFor(listing, seen) : []) {
    // One that goes on under another id of its data is no other contact.
    if (!person || learn(person, (id) => id === source)?.source !== source) news.set(source, null);
  }
  return news;
}

/** A contact that got another name leaves the old one behind as deleted, now or later. */
function deletedIn(mirror: Mirror, seen: ReadonlySet<string>, persons: readonly Person[]): readonly string[] {
  const names = persons.flatMap(({ metadata, resourceName = '' }) => [
    ...(metadata?.deleted ? [resourceName] : []),
    ...(metadata?.previousResourceNames ?? []),
  ]);
  const gone = mirror.contacts().filter(({ ref, source }) => names.includes(ref) && !seen.has(source));
  return gone.map(({ source }) => source);
}

/** A full list may be stale or cut: Google is asked by name before a contact counts as deleted. */
function askFor({ ask, mirror }: Listing, seen: ReadonlySet<string>): readonly (readonly [string, Person | null])[] {
  const missing = mirror.contacts().filter(({ source }) => !seen.has(source));
  return chunk(missing, BATCH).flatMap((some) => {
    const refs = some.map(({ ref }) => ref);
    const found = new Map<string, Person>();
    for (const { ref, person } of ask((people) => people.get(refs, PERSON_FIELDS))) {
      if (person) found.set(ref, person).set(person.resourceName ?? '', person);
    }
    return some.map(({ ref, source }) => [source, found.get(ref) ?? null] as const);
  });
}

/** But for the time: Google gives contacts a new one although nothing about them changed. */
function isEqual(a: Contact, b: Contact): boolean {
  return COMPARED.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

const COMPARED = ['ref', 'groups', 'tag', 'family', 'given', 'emails', 'phones', 'addresses', 'jobs'] as const;

function brokenOff(count: number): DataError {
  return new DataError(`contacts: the list ended after ${count} contacts without a sync token`, {
    fr: 'Google Contacts n’a pas envoyé la liste entière. Rien n’a été écrit ; la prochaine synchronisation recommence.',
    en: 'Google Contacts did not send the whole list. Nothing was written; the next sync begins again.',
  });
}
