import type { JsonObject } from '../core/model';
import type { Person, PersonSource } from '../platform/services';
import type { Address, Contact, Job } from './contact';
import { ownItems, textIn, type Group } from './own-items';

/** The fields that are asked of Google for each contact, in each request. */
export const PERSON_FIELDS =
  'names,emailAddresses,phoneNumbers,addresses,organizations,memberships,clientData,metadata';

/** The key under which a contact that a sync made holds the id of its link; nobody sees it in Google Contacts. */
export const TAG_KEY = 'sync_client';

/**
 * A person in Google's words as the sync compares it; null for one that has no data of its own, such as a profile. One whose
 * data has several sources is read by the `known` one among them, else by the first.
 */
export function toContact(person: Person, known: (source: string) => boolean = () => false): Contact | null {
  const source = sourceOf(person, known);
  const { resourceName: ref } = person;
  if (ref === undefined || source?.id === undefined) return null;
  const items = (group: Group): readonly JsonObject[] => ownItems(person, group, source.id ?? '');
  const [name] = items('names');
  const values = (group: Group): readonly string[] =>
    items(group)
      .map((item) => textIn(item, 'value'))
      .filter((value) => value !== '');
  return {
    ...{
      ref,
      former: [...(person.metadata?.previousResourceNames ?? [])],
      source: source.id,
      updatedAt: Date.parse(source.updateTime ?? '') || 0,
    },
    ...{ groups: groupsOf(person), tag: tagOf(person) },
    ...toName(name),
    ...{ emails: values('emailAddresses'), phones: values('phoneNumbers') },
    ...{ addresses: items('addresses').map(toAddress), jobs: items('organizations').map(toJob) },
  };
}

/** The source of a person's own data. */
export function sourceOf({ metadata }: Person, known: (source: string) => boolean): PersonSource | undefined {
  const sources = (metadata?.sources ?? []).filter(({ type }) => type === 'CONTACT');
  return sources.find(({ id = '' }) => known(id)) ?? sources[0];
}

/** A name that was typed as a whole, and that Google did not take apart, is the family's. */
function toName(item: JsonObject | undefined): Pick<Contact, 'family' | 'given'> {
  const whole = textIn(item, 'unstructuredName') || textIn(item, 'displayName');
  const isWhole = NAME_PARTS.every((part) => textIn(item, part) === '');
  return { family: isWhole ? whole : textIn(item, 'familyName'), given: textIn(item, 'givenName') };
}

const NAME_PARTS = ['familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'] as const;

/** The address of an item. One that was typed as a whole has no parts: all of it is the street, but for a country alone. */
export function toAddress(item: JsonObject): Address {
  const street = [textIn(item, 'streetAddress'), textIn(item, 'extendedAddress')].filter(Boolean).join('\n');
  const [city, postcode] = [textIn(item, 'city'), textIn(item, 'postalCode')];
  const whole = textIn(item, 'formattedValue');
  const isCountry = [textIn(item, 'country'), textIn(item, 'countryCode')].includes(whole);
  const isWhole = !isCountry && ADDRESS_PARTS.every((part) => textIn(item, part) === '');
  return { street: isWhole ? whole : street, city, postcode };
}

const ADDRESS_PARTS = ['streetAddress', 'extendedAddress', 'poBox', 'city', 'region', 'postalCode'] as const;

function toJob(item: JsonObject): Job {
  return { company: textIn(item, 'name'), title: textIn(item, 'title') };
}

function groupsOf({ memberships = [] }: Person): readonly string[] {
  const names = memberships.map(({ contactGroupMembership: found }) =>
    textIn(found as JsonObject | undefined, 'contactGroupResourceName'),
  );
  return names.filter((name) => name !== '').sort();
}

/** A removed entry may come back with its key as its value; a merge may leave several, in any order. */
function tagOf({ clientData = [] }: Person): string {
  const values = clientData
    .filter(({ key }) => key === TAG_KEY)
    .map((item) => textIn(item, 'value'))
    .sort();
  return values.find((value) => value !== '' && value !== TAG_KEY) ?? '';
}
