import fc from 'fast-check';
import type { Client } from '../../../src/contacts/client';
import type { Contact } from '../../../src/contacts/contact';
import { FIELDS, toFields, type Field, type Fields } from '../../../src/contacts/fields';
import type { Link, LinkState } from '../../../src/contacts/link';
import type { Policy } from '../../../src/contacts/policy';
import { VALUES } from './values';

/** What a plan is made of. */
export interface Sides {
  readonly clients: readonly Client[];
  readonly contacts: readonly Contact[];
  readonly links: readonly Link[];
}

export const NOW = Date.parse('2026-11-20T09:00:00Z');
export const SYNCED_AT = NOW - 3_600_000;

export const STATES: readonly LinkState[] = ['linked', 'creating', 'goneInGoogle', 'goneInSheet', 'archived'];

export function toPolicy(policy: Partial<Policy> = {}): Policy {
  return {
    ...{
      direction: 'both',
      tie: 'sheet',
      isInScope: () => true,
      now: NOW,
      creations: 500,
      missing: new Set(),
      force: true,
    },
    ...policy,
  };
}

export function toClient(row: number, id: string, fields: Fields, changedAt: number | null = null): Client {
  return { row, id, fields, changedAt, status: `u${row}` };
}

export function toContact(n: number, fields: Fields, more: Partial<Contact> = {}): Contact {
  const { nom, prenom, email, telephone, adresse, ville, code_postal, entreprise, fonction } = fields;
  const hasAddress = [adresse, ville, code_postal].some((text) => text !== '');
  return {
    ...{
      ref: `people/c${n}`,
      source: `s${n}`,
      updatedAt: SYNCED_AT - 1,
      groups: [],
      tag: '',
      family: nom,
      given: prenom,
      former: [],
    },
    emails: some(email),
    phones: some(telephone),
    addresses: hasAddress ? [{ street: adresse, city: ville, postcode: code_postal }] : [],
    jobs: entreprise === '' && fonction === '' ? [] : [{ company: entreprise, title: fonction }],
    ...more,
  };
}

export function toLink(n: number, base: Fields, state: LinkState = 'linked'): Link {
  const known = state === 'creating' ? { ref: '', source: '' } : { ref: `people/c${n}`, source: `s${n}` };
  return {
    ...known,
    ...{ id: `id${n}`, state, base, since: SYNCED_AT, syncedAt: SYNCED_AT, left: [], writes: [], problem: '' },
  };
}

function some(value: string): readonly string[] {
  return value === '' ? [] : [value];
}

/** A value of a field, blank among them. */
export function valueOf(field: Field): fc.Arbitrary<string> {
  return fc.constantFrom('', ...VALUES[field]);
}

/** Nine values. */
export const fields: fc.Arbitrary<Fields> = fc
  .tuple(...FIELDS.map(valueOf))
  .map((values) => toFields((field) => values[FIELDS.indexOf(field)] ?? ''));

const changed = fc.option(fc.tuple(fc.constantFrom(...FIELDS), fc.nat({ max: 8 })), { freq: 2, nil: null });

/** The same nine values but for one at most. */
function withChange(base: Fields, change: readonly [Field, number] | null): Fields {
  if (!change) return base;
  const [field, n] = change;
  return { ...base, [field]: ['', ...VALUES[field]][n] ?? '' };
}

const one = fc.record({
  base: fields,
  ownEmail: fc.constantFrom(true, true, true, false),
  isLinked: fc.constantFrom(true, true, true, false),
  state: fc.constantFrom(...STATES, 'linked' as const, 'linked' as const),
  row: changed,
  contact: changed,
  rows: fc.constantFrom(1, 1, 1, 1, 0, 2),
  contacts: fc.constantFrom(1, 1, 1, 1, 0, 2),
  extra: fc.option(fc.nat({ max: 6 }), { freq: 3, nil: null }),
  hasId: fc.constantFrom(true, true, true, false),
  isTagged: fc.boolean(),
  changedAt: fc.constantFrom(null, SYNCED_AT - 5, SYNCED_AT + 10, SYNCED_AT + 20),
  updatedAt: fc.constantFrom(SYNCED_AT - 5, SYNCED_AT + 10, SYNCED_AT + 30),
});

type One = typeof one extends fc.Arbitrary<infer T> ? T : never;

/** Some clients, tied or not, on either side or both, doubled now and then. */
export const sides: fc.Arbitrary<Sides> = fc.array(one, { maxLength: 8 }).map((all) => {
  const clients: Client[] = [];
  const contacts: Contact[] = [];
  const links: Link[] = [];
  all.forEach((each, n) => {
    const base = each.ownEmail ? { ...each.base, email: `client${n}@x.fr` } : each.base;
    if (each.isLinked) links.push(toLink(n, base, each.state));
    for (let i = 0; i < each.rows; i++) {
      const id = each.hasId ? `id${n}` : '';
      clients.push(toClient(clients.length + 2, id, withChange(base, each.row), each.changedAt));
    }
    for (let i = 0; i < each.contacts; i++) contacts.push(contactOf(each, base, i === 0 ? n : 100 + n));
  });
  return { clients, contacts, links };
});

function contactOf({ contact, extra, isTagged, updatedAt }: One, base: Fields, n: number): Contact {
  const made = toContact(n, withChange(base, contact), { updatedAt, tag: isTagged ? `id${n}` : '' });
  const more = extra === null ? [] : [`client${extra}@x.fr`];
  return {
    ...made,
    emails: [...made.emails, ...more],
    phones: [...made.phones, ...(extra === null ? [] : ['01 02 03 04 05'])],
  };
}
