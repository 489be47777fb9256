import { isJson, itemsOf, textOf } from './check-payload';
import type { Desk } from './contact-records';
import type { Fields, Json } from './contact-book';
import { findGroup, isOpenGroup } from './group-book';
import { invalid } from './people-refusal';
import { OTHERS, SINGLETONS, TEXTS, WORKED_OUT, WRITABLE } from './person-fields';
import { toNameParts } from './person-name';

/** What a new contact says: it is in My Contacts whatever else it is in. Refuses a second item of a singleton. */
export function newFields(desk: Desk, person: Json): Fields {
  const fields = maskedFields(desk, person, WRITABLE, {}, null);
  const groups = fields.memberships ?? [];
  const isMine = groups.some((item) => groupOf(item) === MY_CONTACTS);
  return { ...fields, memberships: isMine ? groups : [membershipOf(MY_CONTACTS), ...groups] };
}

/**
 * What a contact says after an update: each field of the mask is replaced by what the person has of it, which is nothing
 * when it lacks the field; all others stay (People API, people.updateContact).
 */
export function updatedFields(
  desk: Desk,
  person: Json,
  mask: readonly string[],
  before: Fields,
  sourceId: string | null = null,
): Fields {
  const fields = { ...before, ...maskedFields(desk, person, mask, before, sourceId) };
  if ((fields.memberships ?? []).length === 0) {
    throw invalid('A contact must always have at least one contact group membership.');
  }
  return Object.fromEntries(Object.entries(fields).filter(([, items]) => items.length > 0));
}

/** The membership of a group, by its resource name. */
export function membershipOf(resourceName: string): Json {
  return { contactGroupMembership: { contactGroupResourceName: resourceName } };
}

/** The resource name of a membership's group; null for one of a domain, or without the name. */
export function groupOf({ contactGroupMembership }: Json): string | null {
  const name = isJson(contactGroupMembership) ? contactGroupMembership.contactGroupResourceName : null;
  return typeof name === 'string' ? name : null;
}

export const MY_CONTACTS = 'contactGroups/myContacts';

function maskedFields(
  desk: Desk,
  person: Json,
  mask: readonly string[],
  before: Fields,
  sourceId: string | null,
): Fields {
  // Items of other sources come back when a script writes what it read: they are not the contact's to write.
  const own = (field: string): Json[] => itemsOf(person, field).filter((item) => isOwn(item, sourceId));
  const fields = mask.map((field) => [field, toItems(desk, field, own(field), before[field] ?? [])] as const);
  for (const [field, items] of fields) checkTexts(desk, field, items);
  return Object.fromEntries(fields);
}

function checkTexts({ rules: { refusedText } }: Desk, field: string, items: readonly Json[]): void {
  if (refusedText === null) return;
  const isRefused = items.some((item) => Object.values(item).some((value) => textOf(value).includes(refusedText)));
  if (isRefused) throw invalid(`Invalid value at 'person.${field}', "${refusedText}"`);
}

function toItems(desk: Desk, field: string, given: readonly Json[], before: readonly Json[]): Json[] {
  if (SINGLETONS.includes(field) && given.length > 1) {
    throw invalid(`Cannot have more than one person.${field} per source.`);
  }
  const sorted = [...given].sort((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)));
  if (field === 'memberships') return toMemberships(desk, sorted);
  if (field === 'clientData') return toClientData(sorted, before);
  if (field === 'names') {
    return sorted
      .map((item) => toNameParts(item, before[0], desk.rules))
      .filter((parts) => Object.keys(parts).length > 0);
  }
  return sorted.map((item) => toStored(field, item)).filter(hasContent);
}

/** The members that are kept, without empty texts. */
function toStored(field: string, item: Json): Json {
  const workedOut = ['formattedType', ...(WORKED_OUT[field] ?? [])];
  const keys = [...(TEXTS[field] ?? []), ...(OTHERS[field] ?? [])].filter((key) => !workedOut.includes(key));
  const entries = keys.map((key) => [key, item[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/** A type alone says nothing. */
function hasContent(item: Json): boolean {
  return Object.keys(item).some((key) => !['type', 'contentType', 'current'].includes(key));
}

function toMemberships(desk: Desk, given: readonly Json[]): Json[] {
  const names = new Set(given.map(groupOf).filter((name) => name !== null));
  for (const name of names) {
    if (!findGroup(desk, name)) throw invalid(`Contact group "${name}" does not exist.`);
    if (!isOpenGroup(name)) throw invalid(`Contacts cannot be added to the contact group "${name}".`);
  }
  return [...names].map(membershipOf);
}

/**
 * Entries cannot be taken away, and one without a value has its key for value (seen by the Google Contacts sync of
 * Outlook, GOCSM ContactPropertiesUtils).
 */
function toClientData(given: readonly Json[], before: readonly Json[]): Json[] {
  const entries = given
    .filter(({ key }) => typeof key === 'string' && key !== '')
    .map(({ key, value }) => ({ key, value: value === undefined || value === null || value === '' ? key : value }));
  return [...entries, ...before.filter(({ key }) => !entries.some((entry) => entry.key === key))];
}

/** Whether an item says of no other source that it is from there; null: of whatever contact. */
function isOwn({ metadata }: Json, sourceId: string | null): boolean {
  const source = isJson(metadata) && isJson(metadata.source) ? metadata.source : {};
  const { type = 'CONTACT', id = sourceId } = source;
  return type === 'CONTACT' && (sourceId === null || id === sourceId);
}

function isPrimary({ metadata }: Json): boolean {
  return isJson(metadata) && metadata.primary === true;
}
