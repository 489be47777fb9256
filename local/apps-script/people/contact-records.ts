import { currentOf, type ContactBook, type ContactRecord, type Fields, type Version } from './contact-book';
import { newId, sourceEtag } from './etags';
import type { PeopleRules } from './people-rules';

/** Where a write or a read takes place. */
export interface Desk {
  readonly book: ContactBook;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  readonly rules: PeopleRules;
}

/** A new contact; its resource name is its CONTACT source's id in decimal. */
export function addContact(desk: Desk, fields: Fields): ContactRecord {
  const { book } = desk;
  const sourceId = newId(book.owner, 'contact', book.lastSeq + 1);
  const resourceName = `people/c${BigInt(`0x${sourceId}`).toString()}`;
  return file(desk, { key: sourceId, sourceId, resourceName, fields });
}

/** Writes the next version of a contact, under its resource name unless another is told; null fields delete it. */
export function write(
  desk: Desk,
  record: ContactRecord,
  fields: Fields | null,
  resourceName = currentOf(record).resourceName,
): void {
  const { rules, now } = desk;
  record.versions.push(nextVersion(desk, record.key, resourceName, fields));
  const keep = Math.max(rules.lag, rules.staleGetFor, rules.staleListFor);
  // Older ones than stale reads may show are forgotten, those of this moment too when nothing is stale.
  const first = record.versions.findLastIndex((version) => version.at <= now - keep);
  record.versions = record.versions.slice(Math.max(0, first));
}

/** Deletes a contact: it lies in the trash for 30 days. */
export function trashContact(desk: Desk, record: ContactRecord): void {
  const { fields } = currentOf(record);
  if (fields) record.trash = { fields, at: desk.now };
  write(desk, record, null);
}

/** The contact that has a resource name or had it; undefined when there is none, or a deleted one. */
export function findContact(book: ContactBook, resourceName: string): ContactRecord | undefined {
  const record = book.contacts[book.names[resourceName] ?? ''];
  return record && currentOf(record).fields ? record : undefined;
}

/** What a contact was at a time: null before it was created. */
export function versionAt(record: ContactRecord, at: number): Version | null {
  return record.versions.findLast((version) => version.at <= at) ?? null;
}

/** What a contact was after a write: its oldest known version when all are newer. */
export function versionUpTo(record: ContactRecord, seq: number): Version | undefined {
  return record.versions.findLast((version) => version.seq <= seq);
}

/** Does what time has brought: deleted persons under resource names that are no longer used. */
export function settle(desk: Desk): void {
  const { book, now } = desk;
  const due = book.pending.filter(({ at }) => at <= now);
  if (due.length > 0) book.pending = book.pending.filter(({ at }) => at > now);
  for (const { sourceId, resourceName } of due) {
    file(desk, { key: `${sourceId} ${resourceName}`, sourceId, resourceName, fields: null });
  }
}

/** How long a deleted contact can be restored and counts (Google Contacts, Trash). */
export const TRASH_LIFE = 30 * 86_400_000;

interface Entry {
  readonly key: string;
  readonly sourceId: string;
  readonly resourceName: string;
  readonly fields: Fields | null;
}

function file(desk: Desk, { key, sourceId, resourceName, fields }: Entry): ContactRecord {
  const { book } = desk;
  const record: ContactRecord = {
    ...{ key, sourceId, createdAt: desk.now, formerNames: [], trash: null, other: null },
    versions: [nextVersion(desk, key, resourceName, fields)],
  };
  book.contacts[key] = record;
  if (fields) book.names[resourceName] = key;
  return record;
}

function nextVersion({ book, now }: Desk, key: string, resourceName: string, fields: Fields | null): Version {
  const seq = (book.lastSeq += 1);
  return { seq, at: now, resourceName, etag: sourceEtag(book.owner, key, seq), updateTime: timeOf(now, seq), fields };
}

/** RFC 3339 with microseconds, in which writes of one millisecond differ. */
export function timeOf(now: number, seq: number): string {
  return new Date(now).toISOString().replace('Z', `${String(seq % 1000).padStart(3, '0')}Z`);
}
