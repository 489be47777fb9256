import { checkPayload } from './check-payload';
import { currentOf, liveContacts, type ContactRecord, type Fields, type OtherSource } from './contact-book';
import { addContact, findContact, settle, timeOf, trashContact, TRASH_LIFE, write, type Desk } from './contact-records';
import { newId, sourceEtag } from './etags';
import { mergeFields } from './merge-fields';
import { toJson, type PersonJson } from './person-json';
import { WRITABLE } from './person-fields';
import { renameContact } from './rename-contact';
import { newFields, updatedFields } from './to-fields';
import type { UserContacts } from './user-contacts';

type Hand = 'add' | 'import' | 'edit' | 'remove' | 'restore' | 'merge' | 'rename' | 'bump' | 'addSource';

/** What someone does to contacts in Google's own pages. */
export function createContactHands(desk: () => Desk): Pick<UserContacts, Hand> {
  const own = (resourceName: string): ContactRecord => findOwn(desk(), resourceName);
  return {
    add: (person) => add(desk(), person),
    import: (persons) => persons.map((person) => add(desk(), person)),
    edit(resourceName, change) {
      edit(desk(), own(resourceName), change);
    },
    remove(resourceName) {
      trashContact(desk(), own(resourceName));
    },
    restore(resourceName) {
      restore(desk(), resourceName);
    },
    merge(keep, drop) {
      merge(desk(), own(keep), own(drop));
    },
    rename: (resourceName, options = {}) => renameContact(desk(), own(resourceName), options),
    bump(which) {
      const records = which === 'all' ? liveContacts(desk().book) : [own(which)];
      for (const record of records) write(desk(), record, currentOf(record).fields);
    },
    addSource(resourceName, type, person) {
      setSource(desk(), own(resourceName), type, person);
    },
  };
}

/** The contact of a present or former resource name; throws when there is none. */
export function findOwn(desk: Desk, resourceName: string): ContactRecord {
  settle(desk);
  const record = findContact(desk.book, resourceName);
  if (!record) throw new Error(`There is no contact ${resourceName}.`);
  return record;
}

/** What can be restored. */
export function inTrash({ book, now }: Desk): ContactRecord[] {
  return Object.values(book.contacts).filter(({ trash }) => trash && now < trash.at + TRASH_LIFE);
}

function add(desk: Desk, person: PersonJson): string {
  const fields = newFields(desk, checkPayload(toJson(person), 'person'));
  return currentOf(addContact(desk, fields)).resourceName;
}

function edit(desk: Desk, record: ContactRecord, change: (person: PersonJson) => void): void {
  const fields = structuredClone(currentOf(record).fields ?? {});
  const person: PersonJson = { ...fields };
  change(person);
  // Nothing of before: that parts of names stay, or entries of clientData, are quirks of the API.
  write(desk, record, updatedFields(desk, checkPayload(toJson(person), 'person'), WRITABLE, {}));
}

function restore(desk: Desk, resourceName: string): void {
  const record = inTrash(desk).find((each) => currentOf(each).resourceName === resourceName);
  if (!record?.trash) throw new Error(`There is no contact ${resourceName} in the trash.`);
  write(desk, record, record.trash.fields);
  record.trash = null;
}

function merge(desk: Desk, kept: ContactRecord, dropped: ContactRecord): void {
  const fields = mergeFields(currentOf(kept).fields ?? {}, currentOf(dropped).fields ?? {});
  write(desk, dropped, null);
  write(desk, kept, fields);
}

function setSource(desk: Desk, record: ContactRecord, type: OtherSource['type'], person: PersonJson | null): void {
  const { book, now } = desk;
  const seq = (book.lastSeq += 1);
  const hex = newId(book.owner, `other ${record.key}`, 0);
  // Profiles go by long decimal numbers.
  const id = type === 'CONTACT' ? hex : `1${BigInt(`0x${hex}`).toString().padStart(20, '0')}`;
  const etag = sourceEtag(book.owner, hex, seq);
  record.other = person && { type, id, etag, updateTime: timeOf(now, seq), fields: toJson(person) as Fields };
}
