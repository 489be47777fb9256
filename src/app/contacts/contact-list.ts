import { readSides } from '../../contacts/sides';
import { translating } from '../../contacts/sync-contacts';
import type { Contact } from '../../contacts/contact';
import { plainLetters } from '../../core/plain-letters';
import type { ContactListView, ContactView } from '../rpc';
import { openContactsSync } from './open-sync';

/** The person's contacts that hold all words of `search`, by name, as Google has them now. Stores nothing. */
export function findContacts(search: string): ContactListView {
  const { mirror, ledger } = translating(() => readSides(openContactsSync(), { force: true }, 'dry'));
  const linked = new Set(ledger.links().map(({ source }) => source));
  const words = plainLetters(search).split(' ').filter(Boolean);
  const found = mirror
    .contacts()
    .filter((contact) => words.every((word) => textOf(contact).includes(word)))
    .map((contact) => toView(contact, linked))
    .sort((a, b) => a.name.localeCompare(b.name) || a.email.localeCompare(b.email));
  return { contacts: found.slice(0, MOST), total: found.length };
}

const MOST = 100;

function toView(contact: Contact, linked: ReadonlySet<string>): ContactView {
  const { ref, given, family, emails, phones, jobs, source } = contact;
  return {
    ref,
    name: [given, family].filter(Boolean).join(' ') || (jobs[0]?.company ?? ''),
    email: emails[0] ?? '',
    phone: phones[0] ?? '',
    linked: linked.has(source),
  };
}

function textOf({ given, family, emails, phones, jobs }: Contact): string {
  const digits = phones.map((phone) => phone.replace(/\D/g, ''));
  return plainLetters(
    [given, family, ...emails, ...phones, ...digits, ...jobs.map(({ company }) => company)].join(' '),
  );
}
