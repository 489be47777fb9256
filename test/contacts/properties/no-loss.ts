import { emailKey, fieldKey } from '../../../src/contacts/field-key';
import { FIELDS, type Field } from '../../../src/contacts/fields';
import { valuesOf, type Seen, type SeenContact, type SeenEntry, type SeenRow } from './seen';
import { Violation } from './violation';

/** A value of one client that stood somewhere: it must be with the same client afterwards, in the ledger or in the journal. */
export interface Expected {
  readonly field: Field;
  readonly value: string;
  readonly of: { readonly row: string } | { readonly contact: string } | { readonly link: string };
}

/** What stands in the tab, in Google and in the ledger, client by client. */
export function expectedIn({ rows, contacts, links }: Seen): readonly Expected[] {
  return [
    ...rows.flatMap(({ own, fields }) =>
      FIELDS.map((field): Expected => ({ field, value: fields[field], of: { row: own } })),
    ),
    ...[...contacts.values()].flatMap((contact) =>
      FIELDS.flatMap((field) =>
        valuesOf(contact, field).map((value): Expected => ({ field, value, of: { contact: contact.key } })),
      ),
    ),
    ...links
      // Nobody has agreed yet on what is only on its way to Google.
      .filter(({ state }) => state !== 'creating')
      .flatMap(({ id, base }) => FIELDS.map((field): Expected => ({ field, value: base[field], of: { link: id } }))),
  ].filter(({ field, value }) => fieldKey(field, value) !== '');
}

/** Names an expectation by what counts: whose it is, and the key of its value. */
export function nameOf({ field, value, of }: Expected): string {
  return JSON.stringify([of, field, fieldKey(field, value)]);
}

/** Throws for a value that a sync lost: `moments` are all that was seen from its beginning on, its end last. */
export function checkNoLoss(expected: readonly Expected[], moments: readonly Seen[]): void {
  const after = moments[moments.length - 1];
  if (!after) return;
  for (const each of expected) {
    if (!isKept(each, moments, after)) throw new Violation('P3', `lost ${JSON.stringify(each)}`);
  }
}

function isKept(expected: Expected, moments: readonly Seen[], after: Seen): boolean {
  const { of } = expected;
  if ('contact' in of) return isOfContact(expected, of.contact, moments, after);
  if ('link' in of) return isOfRow(expected, ({ id }) => id === of.link, moments, after, new Set([of.link]));
  const ids = moments.flatMap(({ rows }) => rows.filter(({ own }) => own === of.row).map(({ id }) => id));
  return isOfRow(expected, ({ own }) => own === of.row, moments, after, new Set(ids));
}

function isOfRow(
  expected: Expected,
  isIt: (row: SeenRow) => boolean,
  moments: readonly Seen[],
  after: Seen,
  ids: ReadonlySet<string>,
): boolean {
  const rows = after.rows.filter(isIt);
  const contacts = [...after.contacts.values()].filter((contact) => isTied(contact, ids, moments));
  return isSomewhere(expected, rows, contacts, ids, after);
}

/** Also of a contact that somebody merged into another one meanwhile. */
function isOfContact(expected: Expected, key: string, moments: readonly Seen[], after: Seen): boolean {
  const contact = moments.map(({ contacts }) => contacts.get(key)).findLast((each) => each !== undefined);
  if (!contact) return false;
  const links = moments.flatMap((moment) => moment.links).filter((link) => isNamed(contact, link));
  const ids = new Set([...links.map(({ id }) => id), ...contact.marks]);
  const rows = after.rows.filter(({ id }) => id !== '' && ids.has(id));
  const now = after.contacts.get(key);
  return isSomewhere(expected, rows, now ? [now] : [], ids, after);
}

function isTied(contact: SeenContact, ids: ReadonlySet<string>, moments: readonly Seen[]): boolean {
  if (contact.marks.some((mark) => ids.has(mark))) return true;
  return moments.some(({ links }) => links.some((link) => ids.has(link.id) && isNamed(contact, link)));
}

function isNamed({ names }: SeenContact, { ref, source }: { readonly ref: string; readonly source: string }): boolean {
  return names.has(ref) || names.has(source);
}

function isSomewhere(
  { field, value }: Expected,
  rows: readonly SeenRow[],
  contacts: readonly SeenContact[],
  ids: ReadonlySet<string>,
  { journal, links }: Seen,
): boolean {
  const isIt = (text: string): boolean => fieldKey(field, text) === fieldKey(field, value);
  // A kill may come between the journal and the link: then the entry tells whose it is by name and address alone.
  const addresses = [
    ...rows.map(({ fields }) => fields.email),
    ...contacts.flatMap((contact) => valuesOf(contact, 'email')),
  ]
    .map(emailKey)
    .filter((address) => address !== '');
  const isOurs = ({ link, client }: SeenEntry): boolean =>
    ids.has(link) || addresses.some((address) => emailKey(client).includes(address));
  return (
    rows.some(({ fields }) => isIt(fields[field])) ||
    contacts.some((contact) => valuesOf(contact, field).some(isIt)) ||
    links.some(({ id, base }) => ids.has(id) && isIt(base[field])) ||
    journal.some((entry) => isOurs(entry) && entry.field === field && entry.values.some(isIt))
  );
}
