import type { Project } from '../../local/apps-script/project';
import { FIELDS, type Fields } from '../../src/contacts/fields';
import { cellOf, CLIENTS, type BarePerson, type FieldName } from './contacts-eyes';
import { openOffice, personOf, type Office, type OfficeOptions } from './contacts-lab';

export const JEAN: Fields = {
  ...{ nom: 'Dupont', prenom: 'Jean', email: 'jean@x.fr', telephone: '06 12 34 56 78', adresse: '1 rue A' },
  ...{ ville: 'Lyon', code_postal: '01000', entreprise: 'ACME', fonction: 'Chef' },
};

export const MARIE: Fields = {
  ...{ nom: 'Curie', prenom: 'Marie', email: 'marie@x.fr', telephone: '06 98 76 54 32', adresse: '2 rue B' },
  ...{ ville: 'Paris', code_postal: '75005', entreprise: 'Radium', fonction: 'Chimiste' },
};

/** Clients that have a first name and all other fields, `c1@x.fr` and so on. */
export function manyClients(count: number): Fields[] {
  return Array.from({ length: count }, (_, n) => {
    const number = String(n + 1);
    return { ...JEAN, nom: `Nom ${number}`, email: `c${number}@x.fr`, telephone: `+336 00 00 ${phoneEnd(n)}` };
  });
}

/**
 * An office whose clients all stand in rows, from row 2 in this order, and in Google Contacts, and were synced; counting has begun. The
 * contacts are the person's own: `more` is what they have beside the nine fields, by address.
 */
export function linkedOffice(
  project: Project,
  clients: readonly Partial<Fields>[],
  { more = {}, ...options }: OfficeOptions & { more?: Readonly<Record<string, object>> } = {},
): Office {
  const office = openOffice(project, options);
  const persons = clients.map((fields) => ({ ...personOf(fields), ...more[fields.email ?? ''] }));
  for (const ref of office.people.import(persons)) office.people.label(ref, office.label);
  const tab = office.addOn.workbook.tabs.find(({ name }) => name === CLIENTS);
  while (tab && tab.grid.maxRows <= clients.length) office.hands.insertRow(CLIENTS, 3);
  clients.forEach((fields, n) => {
    // a new tab has its columns in the order of the fields
    FIELDS.forEach((field, column) => {
      office.hands.type(CLIENTS, cellOf(n + 2, column + 1), fields[field] ?? '');
    });
  });
  const { state } = office.sync();
  const { counts } = office.call('openContacts');
  if (state !== 'finished' || counts?.linked !== clients.length) throw new Error(JSON.stringify(counts));
  office.mark();
  return office;
}

/** Erases the cells of the first rows, as someone does who selects them and presses the key. */
export function clearRows({ hands }: Office, count: number): void {
  for (let row = 2; row < 2 + count; row += 1) {
    for (const column of 'ABCDEFGHI') hands.type(CLIENTS, `${column}${String(row)}`, '');
  }
}

/** A contact with those nine fields; `more`: what else it has, or has instead. */
export function contactWith(office: Office, ref: string, fields: Partial<Fields>, more: object = {}): BarePerson {
  const { adresse, ville, code_postal: postcode } = fields;
  const whole = [adresse, [postcode, ville].filter(Boolean).join(' ')].filter(Boolean).join('\n');
  const person = personOf(fields);
  const addresses = (person.addresses ?? []).map((address) => ({ formattedValue: whole, ...address }));
  return {
    ...{ ref, labels: labelsOf(office), ...person },
    ...(addresses.length > 0 ? { addresses } : {}),
    ...more,
  };
}

/** The labels of a client's contact. */
export function labelsOf({ label }: Office): string[] {
  return [label, 'contactGroups/myContacts'].sort();
}

/** A line of the journal about Jean, unless told otherwise: the tab's new value went to Google. */
export function line(field: FieldName, before: string, after: string, more: object = {}): object {
  return {
    ...{ client: 'Jean Dupont (jean@x.fr)', field, before, after, common: before },
    ...{ where: 'dans Google', why: 'modifiée dans l’onglet', ...more },
  };
}

/** What a journal line says of a value that Google changed. */
export const FROM_GOOGLE = { where: 'dans l’onglet', why: 'modifiée dans Google' };

function phoneEnd(n: number): string {
  const text = String(n + 1).padStart(4, '0');
  return `${text.slice(0, 2)} ${text.slice(2)}`;
}
