import { currentOf, liveContacts, type ContactRecord, type Fields, type Json } from './contact-book';
import { versionAt, type Desk } from './contact-records';
import { canonicalPhone } from './canonical-phone';
import { numberIn, one, viewOf, type Call } from './people-call';
import { displayName } from './person-name';
import { toPerson } from './to-person';

/**
 * people.searchContacts: contacts with a word that begins with the query, as an index knows them. The index learns what
 * there is from a search with an empty query, and only some time after it.
 */
export function searchContacts(call: Call): Json {
  const view = viewOf(call, 'readMask');
  const size = Math.min(30, numberIn(call, 'pageSize', 10, 1_000_000));
  const query = (one(call, 'query') ?? '').trim().toLowerCase();
  const knownAt = indexTime(call);
  if (query === '') {
    call.book.warmups.push(call.now);
    return {};
  }
  const found = liveContacts(call.book)
    .filter((record) => knownAt !== null && matches(record, knownAt, query))
    .slice(0, size);
  if (found.length === 0) return {};
  return { results: found.map((record) => ({ person: toPerson(record, currentOf(record), view) })) };
}

/** When the index was last made that can be used now; older ones are forgotten. */
function indexTime({ book, now, rules }: Desk): number | null {
  const last = book.warmups.findLastIndex((at) => at + rules.searchLag <= now);
  const at = book.warmups[last];
  if (at === undefined) return null;
  book.warmups = book.warmups.slice(last);
  return at;
}

function matches(record: ContactRecord, at: number, query: string): boolean {
  if (record.createdAt > at) return false;
  const { fields } = versionAt(record, at) ?? record.versions[0] ?? currentOf(record);
  return fields !== null && wordsOf(fields).some((text) => startsWord(text, query));
}

function wordsOf(fields: Fields): string[] {
  const values = (field: string, key: string): string[] =>
    (fields[field] ?? []).map((item) => item[key]).filter((value) => typeof value === 'string');
  const phones = values('phoneNumbers', 'value');
  return [
    ...(fields.names ?? []).map(displayName),
    ...values('nicknames', 'value'),
    ...values('emailAddresses', 'value'),
    ...values('organizations', 'name'),
    ...phones.flatMap((phone) => [phone, phone.replace(/\D/g, ''), canonicalPhone(phone) ?? '']),
  ];
}

function startsWord(text: string, query: string): boolean {
  const words = text.toLowerCase();
  return [...words.matchAll(/\S+/g)].some(({ index }) => words.startsWith(query, index));
}
