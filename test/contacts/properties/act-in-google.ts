import {
  currentOf,
  liveContacts,
  type ContactBook,
  type ContactRecord,
} from '../../../local/apps-script/people/contact-book';
import { findContact } from '../../../local/apps-script/people/contact-records';
import type { PersonJson } from '../../../local/apps-script/people/person-json';
import type { Field } from '../../../src/contacts/fields';
import type { GoogleCommand } from './commands';
import { PLACES } from './seen';
import { EXTRAS, type FieldEdit } from './values';
import type { World } from './world';

/** Does what somebody does in Google Contacts. */
export function actInGoogle(world: World, command: GoogleCommand): void {
  if (command.kind === 'bumpAll') world.people.bump('all');
  else if (command.kind === 'addContact') addContact(world, command);
  else if (command.kind === 'restore') restore(world, command.contact);
  else {
    const live = liveContacts(bookOf(world)).map((record) => currentOf(record).resourceName);
    const ref = live[command.contact % Math.max(1, live.length)];
    if (ref !== undefined) actOnContact(world, ref, live, command as ContactCommand);
  }
}

type ContactCommand = GoogleCommand & {
  readonly kind: Exclude<GoogleCommand['kind'], 'addContact' | 'bumpAll' | 'restore'>;
};

function actOnContact(world: World, ref: string, live: readonly string[], command: ContactCommand): void {
  const { people, label } = world;
  switch (command.kind) {
    case 'bump':
      people.bump(ref);
      break;
    case 'removeContact':
      people.remove(ref);
      break;
    case 'label':
      people.label(ref, label, command.isOn);
      break;
    case 'rename':
      people.rename(ref, { newSource: command.isNewSource, tombstoneAfter: command.tombstoneAfter });
      break;
    case 'editContact':
      people.edit(ref, (person) => {
        setField(person, command.edit);
      });
      break;
    case 'addItem':
      people.edit(ref, (person) => {
        addItem(person, command.item, command.n);
      });
      break;
    case 'mergeContacts': {
      const other = live[command.other % live.length];
      if (other !== undefined && other !== ref) merge(world, ref, other);
    }
  }
}

function merge(world: World, ref: string, other: string): void {
  const [kept, dropped] = [ref, other].map((name) => findContact(bookOf(world), name));
  if (!kept || !dropped) return;
  excuse(world, kept, dropped);
  world.people.merge(ref, other);
}

/** Notes the marks that a contact has, or gets, from `from`. */
function excuse({ excused }: World, { key }: ContactRecord, from: ContactRecord): void {
  for (const { value } of currentOf(from).fields?.clientData ?? []) excused.add(`${key} ${String(value)}`);
}

/** Edits a contact by a name of it, present or former; nothing when it is gone. */
export function editLinked(world: World, name: string, edit: FieldEdit): void {
  const record = findContact(bookOf(world), name);
  if (!record) return;
  world.people.edit(currentOf(record).resourceName, (person) => {
    setField(person, edit);
  });
}

function bookOf({ account }: World): ContactBook {
  const book = account.state.people.user;
  if (!book) throw new Error('There are no Google Contacts.');
  return book;
}

type Adding = Extract<GoogleCommand, { readonly kind: 'addContact' }>;

function addContact({ people, label }: World, { client, isLabelled, hasMore }: Adding): void {
  const person: PersonJson = {};
  for (const edit of client) setField(person, edit);
  if (hasMore) addMore(person);
  const ref = people.add(person);
  if (isLabelled) people.label(ref, label);
}

/** What the sync has no column for. */
function addMore(person: PersonJson): void {
  person.names = [{ ...person.names?.[0], middleName: 'Marie', honorificPrefix: 'Dr' }];
  person.biographies = [{ value: 'Préfère le matin' }];
  person.birthdays = [{ date: { year: 1970, month: 1, day: 2 } }];
  person.addresses = [{ country: 'France', type: 'home', ...person.addresses?.[0] }];
  person.organizations = [{ department: 'Achats', type: 'work', ...person.organizations?.[0] }];
  person.phoneNumbers = (person.phoneNumbers ?? []).map((item) => ({ ...item, type: 'mobile' }));
}

function addItem(person: PersonJson, item: keyof typeof EXTRAS, n: number): void {
  const value = EXTRAS[item][n % EXTRAS[item].length] ?? '';
  if (item === 'email') person.emailAddresses = [...(person.emailAddresses ?? []), { value, type: 'other' }];
  if (item === 'phone') person.phoneNumbers = [...(person.phoneNumbers ?? []), { value, type: 'home' }];
  if (item === 'address') person.addresses = [...(person.addresses ?? []), { streetAddress: value, country: 'France' }];
}

/** Changes the first item that holds a field, as the form of Google Contacts does. */
function setField(person: PersonJson, { field, value }: FieldEdit): void {
  const [list, ...parts] = PLACES[field];
  const lists = person as Record<string, Record<string, unknown>[] | undefined>;
  const [first = {}, ...rest] = lists[list] ?? [];
  const texts = toParts(field, value);
  const kept = Object.entries(first).filter(([name]) => !parts.includes(name));
  const filled = parts.map((part, n) => [part, texts[n] ?? ''] as const).filter(([, text]) => text !== '');
  const item = Object.fromEntries([...kept, ...filled]);
  const isEmpty = parts[0] === 'value' ? filled.length === 0 : Object.keys(item).length === 0;
  lists[list] = [...(isEmpty ? [] : [item]), ...rest];
}

function toParts(field: Field, value: string): readonly string[] {
  if (field !== 'adresse') return [value];
  const [street = '', ...rest] = value.split('\n');
  return [street, rest.join('\n')];
}

function restore(world: World, n: number): void {
  const { people } = world;
  const trash = people.trash();
  const ref = trash[n % Math.max(1, trash.length)]?.resourceName;
  if (ref === undefined) return;
  people.restore(ref);
  const record = liveContacts(bookOf(world)).find((each) => currentOf(each).resourceName === ref);
  if (record) excuse(world, record, record);
}
