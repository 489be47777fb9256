import type { JsonObject } from '../core/model';
import type { Person } from '../platform/services';
import type { Change } from './action';
import type { Contact } from './contact';
import { isSame } from './field-key';
import type { Field } from './fields';
import { addressParts, withoutBlanks } from './new-person';
import { isPrimary, ownItems, textIn, without, type Group } from './own-items';
import { addressOf, jobOf, project, type Reference } from './project';
import { sourceOf, toAddress, toContact } from './to-contact';

/** What is written to a contact: fields, and an address that it keeps beside the client's. */
export interface ContactEdit {
  readonly changes: readonly Pick<Change, 'field' | 'to'>[];
  readonly extraEmail: string | null;
  /** What tells the client's items from others. */
  readonly reference: Reference;
}

/** The request to change a contact. */
export interface PersonPatch {
  /** Complete in each list of `mask`: what a list does not hold is cleared (people.updateContact). */
  readonly body: Person;
  /** The lists that change, in a fixed order. */
  readonly mask: readonly Group[];
}

/**
 * The change of a contact, built from what Google has now: only the client's own item of a list changes, every other item and
 * every other part of it stays. `known` is the id of its data. Null for a person without data of its own.
 */
export function patchPerson(person: Person, known: string, edit: ContactEdit): PersonPatch | null {
  const isKnown = (id: string): boolean => id === known;
  const contact = toContact(person, isKnown);
  const source = sourceOf(person, isKnown);
  if (!contact || !source) return null;
  const fields = new Map(edit.changes.map(({ field, to }) => [field, to]));
  const context: Context = { person, contact, source: source.id ?? '', edit, fields };
  const mask = GROUPS.filter(({ of, name }) => {
    return of.some((field) => fields.has(field)) || (name === 'emailAddresses' && edit.extraEmail !== null);
  });
  const lists = mask.map(({ name, build }) => [name, build(context)] as const);
  return {
    body: {
      ...{ resourceName: contact.ref, etag: person.etag ?? '', metadata: { sources: [source] } },
      ...Object.fromEntries(lists),
    },
    mask: mask.map(({ name }) => name),
  };
}

interface Context {
  readonly person: Person;
  readonly contact: Contact;
  readonly source: string;
  readonly edit: ContactEdit;
  readonly fields: ReadonlyMap<Field, string>;
}

interface ListRule {
  readonly name: Group;
  readonly of: readonly Field[];
  readonly build: (context: Context) => readonly JsonObject[];
}

const GROUPS: readonly ListRule[] = [
  { name: 'names', of: ['nom', 'prenom'], build: names },
  { name: 'emailAddresses', of: ['email'], build: emails },
  { name: 'phoneNumbers', of: ['telephone'], build: phones },
  { name: 'addresses', of: ['adresse', 'ville', 'code_postal'], build: addresses },
  { name: 'organizations', of: ['entreprise', 'fonction'], build: jobs },
];

/** Second names and titles would be dropped if they were not sent along; whole names would win over their parts. */
function names({ person, source, fields }: Context): readonly JsonObject[] {
  const [item = {}] = ownItems(person, 'names', source);
  const parts = without(clean(item), 'displayName', 'displayNameLastFirst', 'unstructuredName');
  const familyName = fields.get('nom') ?? textIn(item, 'familyName');
  const givenName = fields.get('prenom') ?? textIn(item, 'givenName');
  return some(setParts(parts, { familyName, givenName }));
}

function emails({ person, contact, source, edit, fields }: Context): readonly JsonObject[] {
  const items = ownItems(person, 'emailAddresses', source).map(clean);
  const current = project(contact, edit.reference).email;
  const replaced = replaceValue(items, 'email', current, fields.get('email'));
  const { extraEmail } = edit;
  const isThere = replaced.some((item) => extraEmail !== null && isSame('email', textIn(item, 'value'), extraEmail));
  return extraEmail === null || isThere ? replaced : [...replaced, { value: extraEmail }];
}

function phones({ person, contact, source, edit, fields }: Context): readonly JsonObject[] {
  const items = ownItems(person, 'phoneNumbers', source).map(clean);
  return replaceValue(items, 'telephone', project(contact, edit.reference).telephone, fields.get('telephone'));
}

function addresses({ person, contact, source, edit, fields }: Context): readonly JsonObject[] {
  const items = ownItems(person, 'addresses', source).map(withoutFormatted);
  const address = addressOf(contact, edit.reference);
  const at = address ? contact.addresses.indexOf(address) : items.length;
  const parts = addressParts({
    adresse: fields.get('adresse') ?? address?.street ?? '',
    ville: fields.get('ville') ?? address?.city ?? '',
    code_postal: fields.get('code_postal') ?? address?.postcode ?? '',
  });
  return replaceAt(items, at, setParts(without(items[at] ?? {}, 'formattedValue'), parts));
}

function jobs({ person, contact, source, edit, fields }: Context): readonly JsonObject[] {
  const items = ownItems(person, 'organizations', source).map(clean);
  const job = jobOf(contact, edit.reference);
  const at = job ? contact.jobs.indexOf(job) : items.length;
  const name = fields.get('entreprise') ?? job?.company ?? '';
  const title = fields.get('fonction') ?? job?.title ?? '';
  return replaceAt(items, at, setParts(items[at] ?? {}, { name, title }));
}

/** What only Google writes is not sent back, but for which item comes first. */
function clean(item: JsonObject): JsonObject {
  const rest = without(item, 'metadata', 'formattedType', 'canonicalForm');
  return isPrimary(item) ? { ...rest, metadata: { primary: true } } : rest;
}

/** Google puts the whole address together from its parts; sent back, it would count as typed, and outlive them. */
function withoutFormatted(item: JsonObject): JsonObject {
  const rest = without(clean(item), 'formattedValue');
  const isTypedWhole = toAddress(rest).street === '' && toAddress(item).street !== '';
  return isTypedWhole ? clean(item) : rest;
}

/** The item of that value with another one; without the item a new one; `to` undefined: as they are, blank: without it. */
function replaceValue(
  items: readonly JsonObject[],
  field: Field,
  current: string,
  to: string | undefined,
): readonly JsonObject[] {
  if (to === undefined) return items;
  const found = current === '' ? -1 : items.findIndex((item) => isSame(field, textIn(item, 'value'), current));
  const at = found < 0 ? items.length : found;
  return to === '' ? items.filter((_, n) => n !== at) : replaceAt(items, at, { ...items[at], value: to });
}

function replaceAt(items: readonly JsonObject[], at: number, item: JsonObject): readonly JsonObject[] {
  const replaced = some(item);
  return [...items.slice(0, at), ...replaced, ...items.slice(at + 1)];
}

/** Parts with those values; blank ones are left out. */
function setParts(item: JsonObject, parts: Readonly<Record<string, string>>): JsonObject {
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => !(name in parts)));
  return { ...kept, ...withoutBlanks(parts) };
}

/** The item in a list; none where nothing is left of it but its type. */
function some(item: JsonObject): readonly JsonObject[] {
  return Object.keys(without(item, 'metadata', 'type')).length === 0 ? [] : [item];
}
