import type { Address, Contact, Job } from './contact';
import { fieldKey, isSame } from './field-key';
import type { Field, Fields } from './fields';
import type { Link } from './link';

/** What tells which of a contact's addresses, numbers and jobs belong to the client. */
export interface Reference {
  /** What both sides agreed on last; null: they never did. */
  readonly base: Fields | null;
  /** Keys of items that the contact had when both sides agreed on none. */
  readonly left: readonly string[];
  /** What the row says now; null: there is none. */
  readonly row: Fields | null;
}

/** The reference of a pair. */
export function referenceOf(link: Link | null, row: Fields | null = null): Reference {
  return { base: link?.base ?? null, left: link?.left ?? [], row };
}

/**
 * The nine values of a contact. Where it has several addresses, numbers or jobs: those that match what both sides agreed on, or the
 * ones that the row has and the contact too; else the first, but for those that were there when both sides agreed on none.
 */
export function project(contact: Contact, reference: Reference): Fields {
  const address = addressOf(contact, reference);
  const job = jobOf(contact, reference);
  return {
    nom: contact.family,
    prenom: contact.given,
    email: valueOf('email', contact.emails, reference),
    telephone: valueOf('telephone', contact.phones, reference),
    adresse: address?.street ?? '',
    ville: address?.city ?? '',
    code_postal: address?.postcode ?? '',
    entreprise: job?.company ?? '',
    fonction: job?.title ?? '',
  };
}

/** The address of a contact that belongs to the client. */
export function addressOf({ addresses }: Pick<Contact, 'addresses'>, reference: Reference): Address | undefined {
  return itemOf(addresses, reference, addressParts, addressKey);
}

/** The job of a contact that belongs to the client. */
export function jobOf({ jobs }: Pick<Contact, 'jobs'>, reference: Reference): Job | undefined {
  return itemOf(jobs, reference, jobParts, jobKey);
}

/** What `Reference.left` remembers of a contact when both sides agree on `base`. */
export function leftOf({ phones, addresses, jobs }: Contact, base: Fields): readonly string[] {
  return [
    ...(isBlank(base, ['telephone']) ? phones.map(phoneItemKey) : []),
    ...(isBlank(base, ['adresse', 'ville', 'code_postal']) ? addresses.map(addressKey) : []),
    ...(isBlank(base, ['entreprise', 'fonction']) ? jobs.map(jobKey) : []),
  ];
}

/** Whoever typed a value that the contact has already, beside the one agreed on, means that one. */
function valueOf(field: 'email' | 'telephone', values: readonly string[], { base, left, row }: Reference): string {
  const find = (wanted = ''): string | undefined =>
    fieldKey(field, wanted) === '' ? undefined : values.find((value) => isSame(field, value, wanted));
  const isTyped = row !== null && base !== null && !isSame(field, row[field], base[field]);
  const found = (isTyped ? find(row[field]) : undefined) ?? find(base?.[field]) ?? find(row?.[field]);
  const isFree = (value: string): boolean =>
    base === null || field === 'email' || !isBlank(base, [field]) || !left.includes(phoneItemKey(value));
  return found ?? values.find(isFree) ?? '';
}

type Parts = readonly (readonly [Field, string])[];

function addressParts({ street, city, postcode }: Address): Parts {
  return [
    ['adresse', street],
    ['ville', city],
    ['code_postal', postcode],
  ];
}

function jobParts({ company, title }: Job): Parts {
  return [
    ['entreprise', company],
    ['fonction', title],
  ];
}

function itemOf<T>(
  items: readonly T[],
  { base, left, row }: Reference,
  parts: (item: T) => Parts,
  keyOf: (item: T) => string,
): T | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  const isAgreed =
    base !== null &&
    !isBlank(
      base,
      parts(first).map(([field]) => field),
    );
  if (isAgreed) return closest(items, base, parts) ?? first;
  return (row ? closest(items, row, parts) : undefined) ?? items.find((item) => !left.includes(keyOf(item)));
}

/** The item that shares most with some fields; undefined where none shares anything. */
function closest<T>(items: readonly T[], fields: Fields, parts: (item: T) => Parts): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const item of items) {
    const shared = parts(item).filter(([field, value]) => value !== '' && isSame(field, value, fields[field]));
    if (shared.length <= most) continue;
    best = item;
    most = shared.length;
  }
  return best;
}

function isBlank(fields: Fields, names: readonly Field[]): boolean {
  return names.every((name) => fieldKey(name, fields[name]) === '');
}

function phoneItemKey(phone: string): string {
  return `telephone:${fieldKey('telephone', phone)}`;
}

function addressKey(address: Address): string {
  return `adresse:${keyOf(addressParts(address))}`;
}

function jobKey(job: Job): string {
  return `entreprise:${keyOf(jobParts(job))}`;
}

function keyOf(parts: Parts): string {
  return parts.map(([field, value]) => fieldKey(field, value)).join('|');
}
