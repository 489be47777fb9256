import type { JsonObject } from '../core/model';
import type { Person } from '../platform/services';
import type { Fields } from './fields';
import { TAG_KEY } from './to-contact';

/** A contact to be made: `id` is that of its link, which stays with it unseen; `label` the resource name of its label, or null. */
export function newPerson(fields: Fields, id: string, label: string | null): Person {
  const { nom, prenom, email, telephone, entreprise, fonction } = fields;
  const groups = ['contactGroups/myContacts', ...(label === null ? [] : [label])];
  return {
    ...list('names', withoutBlanks({ familyName: nom, givenName: prenom })),
    ...list('emailAddresses', withoutBlanks({ value: email })),
    ...list('phoneNumbers', withoutBlanks({ value: telephone })),
    ...list('addresses', withoutBlanks(addressParts(fields))),
    ...list('organizations', withoutBlanks({ name: entreprise, title: fonction })),
    memberships: [...new Set(groups)].map((contactGroupResourceName) => ({
      contactGroupMembership: { contactGroupResourceName },
    })),
    clientData: [{ key: TAG_KEY, value: id }],
  };
}

/** A client's address as Google's parts: what stands below the first line of the street is its second part. */
export function addressParts({
  adresse,
  ville,
  code_postal: postalCode,
}: Pick<Fields, 'adresse' | 'ville' | 'code_postal'>): Readonly<Record<string, string>> {
  const [streetAddress = '', ...rest] = adresse.split('\n');
  return { streetAddress, extendedAddress: rest.join('\n'), city: ville, postalCode };
}

/** The parts that say something. */
export function withoutBlanks(parts: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

function list(group: string, item: JsonObject): object {
  return Object.keys(item).length === 0 ? {} : { [group]: [item] };
}
