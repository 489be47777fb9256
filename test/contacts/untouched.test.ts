import type { Project } from '../../local/apps-script/project';
import { contactWith, FROM_GOOGLE, JEAN, line, linkedOffice, MARIE } from './contacts-fixtures';
import { fieldsOf, type BarePerson, type FieldName } from './contacts-eyes';
import { buildAddOn, NO_WRITES } from './contacts-lab';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

/** A contact with all that someone may note in Google beside the nine fields. */
const RICH = {
  names: [
    {
      ...{
        familyName: 'Dupont',
        givenName: 'Jean',
        middleName: 'Marie',
        honorificPrefix: 'Me',
        honorificSuffix: 'fils',
      },
      ...{ phoneticFamilyName: 'Dupon', phoneticGivenName: 'Jan' },
    },
  ],
  nicknames: [{ value: 'Jeannot' }],
  biographies: [{ value: 'Client depuis 2001\n=1+1 é 🎂' }],
  birthdays: [{ date: { year: 1970, month: 2, day: 3 } }],
  events: [{ date: { year: 2001, month: 5, day: 6 }, type: 'anniversary' }],
  emailAddresses: [
    { value: 'jean@x.fr', type: 'work' },
    { value: 'perso@x.fr', type: 'home' },
  ],
  phoneNumbers: [
    { value: '06 12 34 56 78', type: 'mobile' },
    { value: '04 72 00 00 00', type: 'work' },
  ],
  addresses: [
    {
      ...{ streetAddress: '1 rue A', extendedAddress: 'Bât. B', poBox: 'BP 7', postalCode: '01000', city: 'Lyon' },
      ...{ region: 'Rhône', country: 'France', countryCode: 'FR', type: 'work' },
    },
    { streetAddress: '9 rue Z', postalCode: '29000', city: 'Quimper', country: 'France', type: 'home' },
  ],
  organizations: [
    {
      ...{ name: 'ACME', title: 'Chef', department: 'Ventes', jobDescription: 'Vend', type: 'work', current: true },
      ...{ startDate: { year: 2010, month: 1, day: 1 } },
    },
    { name: 'Club', title: 'Trésorier', type: 'other' },
  ],
  urls: [{ value: 'https://x.fr', type: 'homePage' }],
  relations: [{ person: 'Marie', type: 'spouse' }],
  imClients: [{ username: 'jean', protocol: 'jabber' }],
  externalIds: [{ value: '4711', type: 'customer' }],
  userDefined: [{ key: 'Taille', value: 'XL' }],
  clientData: [{ key: 'autre', value: '42' }],
};

type Item = Record<string, unknown>;

/** The list, the part of its first item, what is typed, and what that part holds then. */
const EDITS: readonly (readonly [FieldName, string, string, string])[] = [
  ['nom', 'names', 'familyName', 'Durand'],
  ['prenom', 'names', 'givenName', 'He\u0301lène'],
  ['email', 'emailAddresses', 'value', 'jd@x.fr'],
  ['telephone', 'phoneNumbers', 'value', '07 11 11 11 11'],
  ['adresse', 'addresses', 'streetAddress', '3 rue C'],
  ['ville', 'addresses', 'city', 'Nantes 🌊'],
  ['code_postal', 'addresses', 'postalCode', '44000'],
  ['entreprise', 'organizations', 'name', '=1+1'],
  ['fonction', 'organizations', 'title', 'Directeur'],
];

test('S43 whatever else a contact has survives an update of any of the nine fields', () => {
  const row = { ...JEAN, adresse: '1 rue A\nBât. B' };
  const office = linkedOffice(project, [row], { more: { 'jean@x.fr': RICH } });
  const ref = office.refOf('jean@x.fr');
  for (const group of ['contactGroups/starred', office.people.addGroup('Amis')]) office.people.label(ref, group);
  expect(office.again()).toMatchObject({ google: {}, cells: [] });
  for (const [field, list, part, text] of EDITS) {
    const expected = withPart(office.contact(ref), list, part, text);
    // an apostrophe keeps Sheets from reading a formula, and is no part of the text
    office.edit(2, field, `'${text}${field === 'adresse' ? '\nBât. B' : ''}`);
    expect(office.again()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
    expect(office.contact(ref)).toEqual(expected);
    expect(office.again()).toEqual(NO_WRITES);
  }
  expect(Object.keys(office.contact(ref)).sort()).toEqual([...Object.keys(RICH), 'ref', 'labels'].sort());
});

test.each([
  ['telephone', 'phoneNumbers', 'value'],
  ['fonction', 'organizations', 'title'],
  ['ville', 'addresses', 'city'],
  ['prenom', 'names', 'givenName'],
] as const)('S43 and the erasure of %s', (field, list, part) => {
  const row = { ...JEAN, adresse: '1 rue A\nBât. B' };
  const more = { ...RICH, phoneNumbers: RICH.phoneNumbers.slice(0, 1) };
  const office = linkedOffice(project, [row], { more: { 'jean@x.fr': more } });
  const ref = office.refOf('jean@x.fr');
  const expected = withPart(office.contact(ref), list, part, undefined);
  office.edit(2, field, '');
  expect(office.again()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  expect(office.contact(ref)).toEqual(expected);
  expect(office.again()).toEqual(NO_WRITES);
});

const ZOE = { nom: 'Zed', prenom: 'Zoé', email: 'zoe@x.fr' };

test('to Google alone: no cell is written, what only Google changed stays, and the tab wins where both did', () => {
  const office = linkedOffice(project, [JEAN, MARIE], { settings: { direction: 'toGoogle', tie: 'google' } });
  const [jean, marie] = [office.refOf('jean@x.fr'), office.refOf('marie@x.fr')];
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.editContact(jean, ({ addresses: [address] = [], ...person }) => {
    if (address) address.city = 'Rennes';
    if (person.phoneNumbers?.[0]) person.phoneNumbers[0].value = '06 11 11 11 11';
  });
  office.editContact(marie, (person) => (person.names = [{ familyName: 'Skłodowska', givenName: 'Marie' }]));
  const zoe = office.addContact(ZOE);
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, ville: 'Nantes' }, MARIE]);
  expect(office.contacts()).toEqual([
    contactWith(office, jean, { ...JEAN, ville: 'Nantes', telephone: '06 11 11 11 11' }),
    contactWith(office, marie, { ...MARIE, nom: 'Skłodowska' }),
    contactWith(office, zoe, ZOE),
  ]);
  const why = 'conflit : modifiée des deux côtés, l’onglet a gagné';
  expect(office.journal()).toEqual([line('ville', 'Rennes', 'Nantes', { why, common: 'Lyon' })]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('from Google alone: no contact is written or made, what only the tab changed stays, and Google wins where both did', () => {
  const office = linkedOffice(project, [JEAN, MARIE], { settings: { direction: 'fromGoogle' } });
  const jean = office.refOf('jean@x.fr');
  office.editContact(jean, (person) => (person.phoneNumbers = [{ value: '06 11 11 11 11' }]));
  office.edit('jean@x.fr', 'telephone', '06 22 22 22 22');
  office.edit('marie@x.fr', 'ville', 'Nantes');
  office.addClient(ZOE);
  const before = office.contacts();
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: {}, cells: ['D2'] });
  expect(office.contacts()).toEqual(before);
  expect(office.clients().slice(0, 2).map(fieldsOf)).toEqual([
    { ...JEAN, telephone: '06 11 11 11 11' },
    { ...MARIE, ville: 'Nantes' },
  ]);
  const why = 'conflit : modifiée des deux côtés, Google a gagné';
  expect(office.journal()).toEqual([
    line('telephone', '06 22 22 22 22', '06 11 11 11 11', { ...FROM_GOOGLE, why, common: JEAN.telephone }),
  ]);
  const status = 'Non synchronisé : seuls les contacts Google viennent dans l’onglet';
  expect(office.client('zoe@x.fr')).toMatchObject({ ...ZOE, status });
  expect(office.again()).toEqual(NO_WRITES);
});

/** The contact with another part in the first item of a list; undefined: without it, and without the item when it is all of it. */
function withPart(person: BarePerson, list: string, part: string, value: string | undefined): object {
  const [item = {}, ...others] = person[list] as Item[];
  const whole = typeof item.formattedValue === 'string' ? item.formattedValue : null;
  const changed: Item = { ...item, [part]: value };
  if (whole !== null) changed.formattedValue = whole.replace(String(item[part]), value ?? '').replace(' \n', '\n');
  const isEmpty = Object.entries(changed).every(([name, said]) => name === 'type' || said === undefined);
  const items = isEmpty ? others : [changed, ...others];
  return { ...person, [list]: items.length === 0 ? undefined : items };
}
