import type { PersonJson } from '../apps-script/people/person-json';

/** A client as a row of the tab has it: header to text. */
export type ClientRow = Readonly<Record<string, string>>;

/**
 * What differs between the rows of the tab Clients and the contacts of the same e-mail addresses, in words; works it out without the
 * product's code. `contacts` may have more than the rows; a row without its contact, or with two, is a difference.
 */
export function compareContacts(rows: readonly ClientRow[], contacts: readonly PersonJson[]): readonly string[] {
  return rows.flatMap((row) => {
    const email = (row.email ?? '').toLowerCase();
    const same = contacts.filter(({ emailAddresses = [] }) =>
      emailAddresses.some(({ value }) => value?.toLowerCase() === email),
    );
    const [contact] = same;
    if (!contact || same.length > 1) return [`${email}: ${String(same.length)} contacts`];
    return differences(row, toRow(contact)).map((text) => `${email}: ${text}`);
  });
}

/** The nine values of a contact, of each list the first. */
function toRow({ names, phoneNumbers, addresses, organizations }: PersonJson): ClientRow {
  const [name, phone, address, job] = [names?.[0], phoneNumbers?.[0], addresses?.[0], organizations?.[0]];
  return {
    nom: name?.familyName ?? '',
    prenom: name?.givenName ?? '',
    telephone: phone?.value ?? '',
    adresse: [address?.streetAddress, address?.extendedAddress].filter(Boolean).join('\n'),
    ville: address?.city ?? '',
    code_postal: address?.postalCode ?? '',
    entreprise: job?.name ?? '',
    fonction: job?.title ?? '',
  };
}

function differences(row: ClientRow, contact: ClientRow): readonly string[] {
  return Object.entries(contact).flatMap(([field, value]) => {
    const [own, other] = field === 'telephone' ? [digits(row[field] ?? ''), digits(value)] : [row[field] ?? '', value];
    return own === other ? [] : [`${field} is "${row[field] ?? ''}" in the tab, "${value}" in Google`];
  });
}

/** French numbers come with their country's code, or with a zero in its place. */
function digits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^33/, '0');
}
