import fc from 'fast-check';
import type { Action } from '../../../src/contacts/action';
import type { Client } from '../../../src/contacts/client';
import { FIELDS, toFields, type Fields } from '../../../src/contacts/fields';
import { reconcile, type Plan } from '../../../src/contacts/reconcile';
import { toContact as readContact } from '../../../src/contacts/to-contact';
import { options, RUNS } from './runs';
import { sides, STATES, toClient, toContact, toLink, toPolicy, type Sides } from './sides';

function make({ clients, contacts, links }: Sides, policy = toPolicy()): Plan {
  return reconcile(clients, contacts, links, policy);
}

describe('the planner', () => {
  it('P7 knows what to do in every case, changes nothing that it gets, and says the same again', () => {
    const conditions = ['absent', 'same', 'changed', 'blank', 'deleted'] as const;
    const emails = ['k@x.fr', 'K@X.FR', 'new@x.fr', '', 'k@x', 'row@x.fr', 'contact@x.fr'];
    const base = toFields((field) => (field === 'email' ? 'k@x.fr' : field === 'code_postal' ? '75001' : `${field} 1`));
    const at = (condition: (typeof conditions)[number], email: string): Fields | null => {
      if (condition === 'absent' || condition === 'deleted') return null;
      if (condition === 'blank') return toFields((field) => (field === 'email' ? email : ''));
      return { ...base, ...(condition === 'changed' ? { telephone: '06 12 34 56 78', ville: '' } : {}), email };
    };
    let cases = 0;
    for (const state of [null, ...STATES]) {
      for (const [left, right] of conditions.flatMap((a) => conditions.map((b) => [a, b] as const))) {
        // Who was never there has no link.
        if ((state !== null) === (left === 'absent' && right === 'absent')) continue;
        for (const [typed, told] of emails.flatMap((a) => emails.map((b) => [a, b] as const))) {
          const [row, contact] = [at(left, typed), at(right, told)];
          const given: Sides = {
            clients: [
              ...(row ? [toClient(2, state ? 'id1' : '', row)] : []),
              toClient(3, '', { ...base, email: 'row@x.fr' }),
            ],
            contacts: [...(contact ? [toContact(1, contact)] : []), toContact(2, { ...base, email: 'contact@x.fr' })],
            links: state ? [toLink(1, base, state)] : [],
          };
          for (const direction of ['both', 'toGoogle', 'fromGoogle'] as const) {
            const policy = toPolicy({ direction, missing: new Set(cases % 2 === 0 ? ['id1'] : []), force: false });
            const frozen = deepFreeze(given);
            const plan = make(frozen, policy);
            if (cases % 16 === 0) expect(nameAll(make(frozen, policy))).toEqual(nameAll(plan));
            checkShape(plan);
            cases += 1;
          }
        }
      }
    }
    expect(cases).toBeGreaterThan(10_000);
  });

  it('P7 never throws, and never writes a row or a contact twice', () => {
    fc.assert(
      fc.property(sides, fc.boolean(), (given, force) => {
        checkShape(make(deepFreeze(given), toPolicy({ force })));
      }),
      { ...options, numRuns: 2 * RUNS },
    );
  });

  it('P8 plans the same whatever the order of rows, contacts and links', () => {
    fc.assert(
      fc.property(sides, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (given, order) => {
        const turned: Sides = {
          clients: shuffle(given.clients, order),
          contacts: shuffle(given.contacts, order),
          links: shuffle(given.links, order),
        };
        expect(nameAll(make(turned))).toEqual(nameAll(make(given)));
      }),
      options,
    );
  });

  it('P8 plans the same wherever a row stands', () => {
    fc.assert(
      fc.property(sides, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (given, order) => {
        // Copies of a row are told apart by where they stand alone.
        const clients = given.clients.filter(
          (client, n) => given.clients.findIndex(({ id }) => id === client.id) === n || client.id === '',
        );
        const moved = shuffle(clients, order).map((client, n): Client => ({ ...client, row: n + 2 }));
        expect(nameAll(make({ ...given, clients: moved }))).toEqual(nameAll(make({ ...given, clients })));
      }),
      options,
    );
  });

  it('P8 reads the same whatever the order of a contact’s items', () => {
    const item = fc.record({
      value: fc.constantFrom('a@x.fr', 'b@x.fr', 'c@x.fr'),
      type: fc.constantFrom('home', 'work'),
    });
    const place = fc.record({
      streetAddress: fc.constantFrom('1 rue A', '2 rue B'),
      city: fc.constantFrom('Paris', 'Lyon'),
    });
    const lists = fc.record({
      emailAddresses: fc.array(item),
      phoneNumbers: fc.array(item),
      addresses: fc.array(place),
    });
    fc.assert(
      fc.property(lists, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (all, order) => {
        const marked = Object.entries(all).map(([name, items]): [string, object[]] => [
          name,
          items.map((each, n) => (n === 0 ? { ...each, metadata: { primary: true } } : each)),
        ]);
        const read = (turn: (items: readonly object[]) => readonly object[]): unknown =>
          readContact({
            ...{ resourceName: 'people/c1', metadata: { sources: [{ type: 'CONTACT', id: 's1' }] } },
            ...Object.fromEntries(marked.map(([name, items]) => [name, turn(items)])),
          });
        expect(read((items) => shuffle(items, order))).toEqual(read((items) => items));
      }),
      options,
    );
  });

  it('P9 plans nothing when a guard speaks, and no guard speaks to who insists', () => {
    let guarded = 0;
    fc.assert(
      fc.property(
        sides,
        fc.constantFrom('none', 'rows', 'contacts', 'column'),
        fc.constantFrom(...FIELDS),
        (given, gone, field) => {
          const erased = given.clients.map((client): Client => ({
            ...client,
            fields: { ...client.fields, [field]: '' },
          }));
          const hit: Sides = {
            links: given.links,
            clients: gone === 'rows' ? [] : gone === 'column' ? erased : given.clients,
            contacts: gone === 'contacts' ? [] : given.contacts,
          };
          const { guard, actions, holds } = make(hit, toPolicy({ force: false }));
          if (guard) {
            guarded += 1;
            expect([actions, holds]).toEqual([[], []]);
          }
          expect(make(hit, toPolicy({ force: true })).guard).toBeNull();
          expect(make(hit, toPolicy({ force: false, pushed: new Set([2]) })).guard).toBeNull();
        },
      ),
      options,
    );
    expect(guarded).toBeGreaterThan(RUNS / 20);
  });
});

/** Throws unless a guard leaves no action, and each row, contact and link has one action at most that writes. */
function checkShape({ actions, guard }: Plan): void {
  const writing = actions.filter(({ kind }) => kind !== 'hold' && kind !== 'remove');
  const clients = writing.flatMap((action) => ('client' in action ? (action.client ?? []) : []));
  const contacts = writing.flatMap((action) => ('contact' in action ? (action.contact ?? []) : []));
  const links = actions.flatMap(({ link }) => link ?? []);
  const isOnce = [clients, contacts, links].every((items) => new Set<object>(items).size === items.length);
  if (!isOnce || (guard && actions.length > 0)) throw new Error(JSON.stringify({ guard, actions }));
}

/** Actions as a set of texts, in which a row goes by its status. */
function nameAll({ actions, guard }: Plan): readonly string[] {
  return [...actions.map(nameOne), JSON.stringify(guard)].sort();
}

function nameOne(action: Action): string {
  const client = 'client' in action ? action.client : null;
  const contact = 'contact' in action ? action.contact : null;
  const { kind, link } = action;
  const rest =
    action.kind === 'hold'
      ? [action.reason, action.state, action.rows.length, [...action.refs].sort()]
      : 'changes' in action
        ? [action.changes, action.extraEmail, action.base, action.losses]
        : [];
  return JSON.stringify([kind, client?.status, contact?.ref, link?.id, rest]);
}

function shuffle<T>(items: readonly T[], order: readonly number[]): readonly T[] {
  return items
    .map((item, n) => ({ item, at: order[n % order.length] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
