import type { Fields as Lists, Json } from '../../../local/apps-script/people/contact-book';
import type { Seen } from './seen';
import { demand } from './violation';

/** Throws where a sync touched what is not its own: other columns, other parts of a contact, other items of its lists; or removed a client. */
export function checkNotOurs(before: Seen, after: Seen): void {
  const rows = new Map(after.rows.map((row) => [row.own, row]));
  for (const { own, others } of before.rows) {
    demand('P4', rows.has(own), () => `row ${own} is gone`);
    demand(
      'P4',
      rows.get(own)?.others === others,
      () => `the user's columns of ${own}: "${others}" became "${rows.get(own)?.others}"`,
    );
  }
  for (const [key, { lists, isLive }] of before.contacts) {
    const now = after.contacts.get(key);
    demand('P4', now?.isLive === isLive, () => `contact ${key} is gone, or back`);
    if (now && now.lists !== lists) checkContact(lists, now.lists, key);
  }
}

/** The parts of an item that the sync may write. */
const OWNED: Readonly<Record<string, readonly string[]>> = {
  emailAddresses: ['value'],
  phoneNumbers: ['value'],
  addresses: ['streetAddress', 'extendedAddress', 'city', 'postalCode'],
  organizations: ['name', 'title'],
  names: ['familyName', 'givenName'],
};

function checkContact(before: Lists, after: Lists, key: string): void {
  for (const list of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[list] ?? [], after[list] ?? []];
    const owned = OWNED[list];
    const isFine = owned ? isOneChanged(old, now, owned, list === 'emailAddresses' ? 2 : 1) : same(old, now);
    demand('P4', isFine, () => `${list} of ${key}: ${JSON.stringify(old)} became ${JSON.stringify(now)}`);
  }
}

function same(before: readonly Json[], after: readonly Json[]): boolean {
  return JSON.stringify(before.map(toText).sort()) === JSON.stringify(after.map(toText).sort());
}

/** At most one item is another one now, and only in its owned parts; `most` may be new. */
function isOneChanged(
  before: readonly Json[],
  after: readonly Json[],
  owned: readonly string[],
  most: number,
): boolean {
  const missing = minus(before, after);
  const fresh = minus(after, before);
  if (missing.length > 1 || fresh.length > most) return false;
  const [old] = missing;
  if (!old) return fresh.length <= 1;
  const rest = toText(without(old, owned));
  // Where nothing but a type would be left, there is no item any more.
  const isEmpty = Object.keys(without(old, [...owned, 'type'])).length === 0;
  return fresh.length === 0 ? isEmpty : fresh.some((item) => toText(without(item, owned)) === rest);
}

function minus(items: readonly Json[], others: readonly Json[]): readonly Json[] {
  const left = others.map(toText);
  return items.filter((item) => {
    const at = left.indexOf(toText(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function without(item: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

function toText(item: Json): string {
  return JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
