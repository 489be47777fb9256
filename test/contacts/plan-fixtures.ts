import type { Client } from '../../src/contacts/client';
import type { Contact } from '../../src/contacts/contact';
import type { Fields } from '../../src/contacts/fields';
import type { Link } from '../../src/contacts/link';
import type { Policy } from '../../src/contacts/policy';

// One client, as a plan sees it on each side: row 2, the contact `people/c1`, the link `l`.

export function clientOf(fields: Fields, more: Partial<Client> = {}): Client {
  return { row: 2, id: '', fields, changedAt: null, status: '', ...more };
}

export function contactOf(fields: Fields, more: Partial<Contact> = {}): Contact {
  const { nom, prenom, email, telephone, adresse: street, ville: city, code_postal: postcode } = fields;
  const { entreprise: company, fonction: title } = fields;
  const list = <T>(item: T, ...parts: readonly string[]): T[] => (parts.every((part) => part === '') ? [] : [item]);
  return {
    ...{ ref: 'people/c1', source: 's1', former: [], updatedAt: 0, groups: [], tag: '', family: nom, given: prenom },
    ...{ emails: list(email, email), phones: list(telephone, telephone) },
    addresses: list({ street, city, postcode }, street, city, postcode),
    jobs: list({ company, title }, company, title),
    ...more,
  };
}

export function linkOf(base: Fields, more: Partial<Link> = {}): Link {
  const place = { id: 'l', ref: 'people/c1', source: 's1' };
  return { ...place, state: 'linked', since: 0, syncedAt: 0, base, left: [], writes: [], problem: '', ...more };
}

export function policyOf(more: Partial<Policy> = {}): Policy {
  return {
    ...{ direction: 'both', tie: 'sheet', now: 1000, creations: 500, missing: new Set(), force: false },
    isInScope: () => true,
    ...more,
  };
}
