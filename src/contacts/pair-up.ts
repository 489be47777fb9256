import type { Client } from './client';
import type { Contact } from './contact';
import { emailKey, isEmail } from './field-key';
import type { Link } from './link';

/** Everything on both sides, and which row and contact each link has. */
export interface Pairing {
  readonly rows: ReadonlyMap<Link, Client>;
  readonly contacts: ReadonlyMap<Link, Contact>;
  /** Rows and contacts of no link. */
  readonly freeRows: readonly Client[];
  readonly freeContacts: ReadonlySet<Contact>;
  /** By the key of each of their addresses. */
  readonly rowsByEmail: ReadonlyMap<string, readonly Client[]>;
  readonly contactsByEmail: ReadonlyMap<string, readonly Contact[]>;
}

/**
 * Finds each link's row, by its hidden id and else by its address, and its contact: by name, by the id of its data, by a name that it had, by the mark
 * that a sync left in it, and else by its address, which it may have from a merge. A row or contact that two links could have
 * by address belongs to neither.
 */
export function pairUp(clients: readonly Client[], contacts: readonly Contact[], links: readonly Link[]): Pairing {
  const rowsByEmail = groupBy(clients, ({ fields }) => (isEmail(fields.email) ? [emailKey(fields.email)] : []));
  const contactsByEmail = groupBy(contacts, ({ emails }) => [...new Set(emails.map(emailKey))]);
  const rows = pairRows(clients, links, rowsByEmail);
  const found = pairContacts(contacts, links, rows, contactsByEmail);
  const takenRows = new Set(rows.values());
  const takenContacts = new Set(found.values());
  return {
    ...{ rows, contacts: found, rowsByEmail, contactsByEmail },
    freeRows: clients.filter((client) => !takenRows.has(client)),
    freeContacts: new Set(contacts.filter((contact) => !takenContacts.has(contact))),
  };
}

function pairRows(
  clients: readonly Client[],
  links: readonly Link[],
  byEmail: Pairing['rowsByEmail'],
): ReadonlyMap<Link, Client> {
  const byId = groupBy(clients, ({ id }) => (id === '' ? [] : [id]));
  const rows = new Map<Link, Client>();
  for (const link of links) {
    const [first, ...copies] = byId.get(link.id) ?? [];
    // A row that was copied has its id with it: the original is the one that still has the address.
    const own = [first, ...copies].find(
      (client) => client && emailKey(client.fields.email) === emailKey(link.base.email),
    );
    const row = own ?? first;
    if (row) rows.set(link, row);
  }
  const taken = new Set(rows.values());
  const lost = links.filter((link) => !rows.has(link) && link.state !== 'archived');
  for (const [link, client] of byAddress(lost, (key) => byEmail.get(key) ?? [], taken)) rows.set(link, client);
  return rows;
}

function pairContacts(
  contacts: readonly Contact[],
  links: readonly Link[],
  rows: ReadonlyMap<Link, Client>,
  byEmail: Pairing['contactsByEmail'],
): ReadonlyMap<Link, Contact> {
  const marks: readonly ((link: Link) => string)[] = [
    ({ ref }) => ref,
    ({ source }) => source,
    ({ ref }) => ref,
    ({ id }) => id,
  ];
  const indexes = [
    new Map(contacts.map((contact) => [contact.ref, contact])),
    new Map(contacts.map((contact) => [contact.source, contact])),
    new Map(contacts.flatMap((contact) => contact.former.map((name) => [name, contact] as const))),
    new Map(contacts.filter(({ tag }) => tag !== '').map((contact) => [contact.tag, contact])),
  ];
  const found = new Map<Link, Contact>();
  const taken = new Set<Contact>();
  for (const [n, mark] of marks.entries()) {
    for (const link of links) {
      const contact = found.has(link) || mark(link) === '' ? undefined : indexes[n]?.get(mark(link));
      if (!contact || taken.has(contact)) continue;
      found.set(link, contact);
      taken.add(contact);
    }
  }
  const lost = links.filter((link) => !found.has(link) && link.state !== 'archived');
  for (const [link, contact] of byAddress(lost, (key) => byEmail.get(key) ?? [], taken, rows)) found.set(link, contact);
  return found;
}

/** Links whose address one item alone has, which no link has. */
function byAddress<T>(
  links: readonly Link[],
  find: (key: string) => readonly T[],
  taken: ReadonlySet<T>,
  rows: ReadonlyMap<Link, Client> = new Map(),
): readonly (readonly [Link, T])[] {
  const wanted = new Map<T, Link[]>();
  for (const link of links) {
    const typed = rows.get(link)?.fields.email ?? '';
    const keys = [emailKey(link.base.email), emailKey(typed)].filter((key) => key !== '');
    const free = keys.map((key) => find(key).filter((item) => !taken.has(item))).find(({ length }) => length > 0) ?? [];
    const [only] = free;
    if (only !== undefined && free.length === 1) wanted.set(only, [...(wanted.get(only) ?? []), link]);
  }
  return [...wanted].flatMap(([item, [link, ...others]]) =>
    link && others.length === 0 ? [[link, item] as const] : [],
  );
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
