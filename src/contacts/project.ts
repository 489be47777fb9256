import type { Address, Contact, Job } from './contact';
import { emailKey, isSame } from './field-key';
import type { Field, Fields } from './fields';

/**
 * The nine values of a contact. Where it has several addresses, numbers or jobs, those that belong to the client: the ones that
 * match what both sides agreed on, else the first. `typed`: the row's e-mail address; a contact that has it among others has it.
 */
export function project(contact: Contact, base: Fields | null, typed = ''): Fields {
  const address = addressOf(contact, base);
  const job = jobOf(contact, base);
  return {
    nom: contact.family,
    prenom: contact.given,
    email: emailOf(contact, base, typed),
    telephone:
      contact.phones.find((phone) => base && isSame('telephone', phone, base.telephone)) ?? first(contact.phones),
    adresse: address?.street ?? '',
    ville: address?.city ?? '',
    code_postal: address?.postcode ?? '',
    entreprise: job?.company ?? '',
    fonction: job?.title ?? '',
  };
}

/** The address of a contact that belongs to the client. */
export function addressOf({ addresses }: Pick<Contact, 'addresses'>, base: Fields | null): Address | undefined {
  return closest(addresses, base, toAddressFields);
}

/** The job of a contact that belongs to the client. */
export function jobOf({ jobs }: Pick<Contact, 'jobs'>, base: Fields | null): Job | undefined {
  return closest(jobs, base, toJobFields);
}

function emailOf({ emails }: Contact, base: Fields | null, typed: string): string {
  const find = (wanted: string): string | undefined =>
    wanted === '' ? undefined : emails.find((email) => emailKey(email) === emailKey(wanted));
  const agreed = base ? find(base.email) : undefined;
  const isMoved = base !== null && !isSame('email', typed, base.email);
  // Whoever typed an address that the contact has already means that one.
  return (isMoved ? find(typed) : undefined) ?? agreed ?? find(typed) ?? first(emails);
}

function first(values: readonly string[]): string {
  return values[0] ?? '';
}

type Parts = readonly (readonly [Field, string])[];

function toAddressFields({ street, city, postcode }: Address): Parts {
  return [
    ['adresse', street],
    ['ville', city],
    ['code_postal', postcode],
  ];
}

function toJobFields({ company, title }: Job): Parts {
  return [
    ['entreprise', company],
    ['fonction', title],
  ];
}

/** The item that shares most with the base; the first where none shares anything. */
function closest<T>(items: readonly T[], base: Fields | null, parts: (item: T) => Parts): T | undefined {
  let best = items[0];
  let most = 0;
  for (const item of base ? items : []) {
    const shared = parts(item).filter(([field, value]) => base && value !== '' && isSame(field, value, base[field]));
    if (shared.length <= most) continue;
    best = item;
    most = shared.length;
  }
  return best;
}
