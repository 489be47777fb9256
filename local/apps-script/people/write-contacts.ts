import { checkPayload, isJson } from './check-payload';
import { currentOf, liveContacts, type ContactRecord, type Fields, type Json } from './contact-book';
import { addContact, findContact, settle, trashContact, TRASH_LIFE, write, type Desk } from './contact-records';
import { ENDPOINTS } from './endpoints';
import { sourceEtagIn } from './etags';
import { bodyOf, toView, viewOf, type Call } from './people-call';
import { invalid, notFound, PeopleRefusal } from './people-refusal';
import { READABLE } from './person-fields';
import { updateMask } from './read-mask';
import { newFields, updatedFields } from './to-fields';
import { toPerson } from './to-person';

/** people.createContact: a contact, whatever others there are with its addresses. */
export function createContact(call: Call): Json {
  const person = checkPayload(bodyOf(call), 'person');
  const view = call.query.has('personFields')
    ? viewOf(call, 'personFields')
    : toView(call, READABLE, call.query.get('sources') ?? []);
  const fields = newFields(call, person);
  checkRoom(call, 1);
  const record = addContact(call, fields);
  return toPerson(record, currentOf(record), view);
}

/** people.updateContact: replaces the fields of the mask when nobody has written since the person was read. */
export function updateContact(call: Call): Json {
  const mask = updateMask(
    'updatePersonFields',
    call.query.get('updatePersonFields') ?? [],
    ENDPOINTS[call.method].page,
  );
  const view = call.query.has('personFields')
    ? viewOf(call, 'personFields')
    : toView(call, READABLE, call.query.get('sources') ?? []);
  const person = checkPayload(bodyOf(call), 'person');
  const { record, fields } = checkUpdate(call, `people/${call.name}`, person, mask);
  write(call, record, fields);
  return toPerson(record, currentOf(record), view);
}

/** people.deleteContact: into the trash, where scripts do not see it. */
export function deleteContact(call: Call): Json {
  trashContact(call, contactOf(call, `people/${call.name}`));
  return {};
}

/** The contact of a resource name; refuses one that there is not. */
export function contactOf({ book }: Desk, resourceName: string): ContactRecord {
  if (resourceName === 'people/me' || !resourceName.startsWith('people/')) {
    throw invalid(`Resource name "${resourceName}" is not a valid contact person resource.`);
  }
  const record = findContact(book, resourceName);
  if (!record) throw notFound();
  return record;
}

/** What an update would make of a contact; refuses a stale etag, a missing source, and fields that cannot be. */
export function checkUpdate(
  desk: Desk,
  resourceName: string,
  person: Json,
  mask: readonly string[],
): { record: ContactRecord; fields: Fields } {
  const record = contactOf(desk, resourceName);
  checkEtags(record, person);
  return { record, fields: updatedFields(desk, person, mask, currentOf(record).fields ?? {}, record.sourceId) };
}

/** Refuses new contacts beyond what an account may have, the trash included (seen in logs; the limit is Google Contacts'). */
export function checkRoom(desk: Desk, count: number): void {
  const { book, rules, now } = desk;
  settle(desk);
  const trashed = Object.values(book.contacts).filter(({ trash }) => trash && now < trash.at + TRASH_LIFE);
  if (liveContacts(book).length + trashed.length + count <= rules.mostContacts) return;
  throw new PeopleRefusal(
    ...([400, 'FAILED_PRECONDITION'] as const),
    'MY_CONTACTS_OVERFLOW_COUNT: the number of contacts exceeds the limit of the account.',
  );
}

/** Sources: people.updateContact; the messages were seen in answers. */
function checkEtags(record: ContactRecord, { etag, metadata }: Json): void {
  const sources = isJson(metadata) && Array.isArray(metadata.sources) ? metadata.sources.filter(isJson) : [];
  const contacts = sources.filter(({ type }) => type === 'CONTACT');
  const source = contacts.find(({ id }) => id === record.sourceId) ?? contacts[0];
  if (!source) throw invalid('Request person.metadata.sources must contain a contact source.');
  const current = currentOf(record).etag;
  if (typeof etag === 'string' && etag !== '') {
    if (sourceEtagIn(etag) !== current) throw stale('etag');
  } else if (typeof source.etag !== 'string' || source.etag === '') {
    throw invalid('Request must contain person.etag or person.metadata.sources.etag.');
  }
  if (typeof source.etag === 'string' && source.etag !== '' && source.etag !== current)
    throw stale('metadata.sources.etag');
}

function stale(what: string): PeopleRefusal {
  return new PeopleRefusal(
    ...([400, 'FAILED_PRECONDITION'] as const),
    `Request person.${what} is different than the current person.${what}. Clear local cache and get the latest person.`,
  );
}
