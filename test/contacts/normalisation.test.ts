import type { Project } from '../../local/apps-script/project';
import { fieldKey, isSame, toSendable } from '../../src/contacts/field-key';
import type { Fields } from '../../src/contacts/fields';
import { reconcile } from '../../src/contacts/reconcile';
import { contactWith, JEAN, line, linkedOffice } from './contacts-fixtures';
import { fieldsOf, type FieldName } from './contacts-eyes';
import { buildAddOn, NO_WRITES, openOffice } from './contacts-lab';
import { clientOf, contactOf, linkOf, policyOf } from './plan-fixtures';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

/** Another way to write a value of Jean's, which changes nothing. */
const EQUAL: readonly (readonly [string, FieldName, string, string])[] = [
  ['S47 a phone number without spaces', 'telephone', '0612345678', '+33 6 12 34 56 78'],
  ['S47 dots, and zeros for the plus', 'telephone', '06.12.34.56.78', '0033 612345678'],
  [
    'S47 a zero in brackets, no-break spaces',
    'telephone',
    '+33 (0)6 12 34 56 78',
    '06\u00a012\u00a034\u00a056\u00a078',
  ],
  ['S48 a number that lost its zero', 'telephone', '612345678', '06 12 34 56 78'],
  ['S49 nine digits', 'telephone', '06 12 34 56 7', '06.12.34.567'],
  ['S50 an extension', 'telephone', '01 23 45 67 89 poste 12', '01.23.45.67.89  poste 12'],
  ['S51 a number of Réunion', 'telephone', '0262 12 34 56', '+262 262 12 34 56'],
  ['S52 accents in two pieces', 'prenom', 'Hélène', 'He\u0301le\u0300ne'],
  ['S53 no-break and double spaces', 'entreprise', 'SARL\u00a0Le  Fournil', 'SARL Le Fournil'],
  ['S53 other line ends', 'adresse', '1 rue A\r\nBât. B', '1 rue A\nBât. B'],
  ['S53 another apostrophe', 'nom', 'L’Hermite', "L'Hermite"],
  ['S54 the case of an address', 'email', 'JEAN@X.FR', 'jean@x.fr'],
  ['S54 an address with a scheme, brackets, spaces', 'email', ' mailto:jean@x.fr', '<Jean@x.fr>\u200b'],
  ['S55 a postcode that lost its zero', 'code_postal', '1000', '01000'],
];

describe.each(EQUAL)('%s', (_, field, one, other) => {
  test('has the same key', () => {
    expect(fieldKey(field, one)).toBe(fieldKey(field, other));
  });

  test.each([
    [one, other],
    [other, one],
  ])('is no change: %j in the tab, %j in Google', (sheet, google) => {
    const [client, contact] = [
      { ...JEAN, [field]: sheet },
      { ...JEAN, [field]: google },
    ];
    for (const base of [sheet, google]) {
      const link = linkOf({ ...JEAN, [field]: base });
      expect(reconcile([clientOf(client, { id: 'l' })], [contactOf(contact)], [link], policyOf())).toMatchObject({
        ...{ actions: [], unchanged: 1 },
      });
    }
    const { actions } = reconcile([clientOf(client)], [contactOf(contact)], [], policyOf());
    expect(actions).toMatchObject([{ kind: 'update', changes: [], losses: [] }]);
  });
});

test('S47 to S55 other forms of the same values are equal at the first sync: nothing is written, or rewritten', () => {
  const sheet: Fields = {
    ...{ nom: 'L’Hermite', prenom: 'He\u0301le\u0300ne', email: 'HELENE@X.FR', telephone: '0612345678' },
    ...{
      adresse: '1  rue\u00a0A\nBât. B',
      ville: ' Lyon ',
      code_postal: '1000',
      entreprise: 'SARL  X',
      fonction: 'Chef',
    },
  };
  const google: Fields = {
    ...{ nom: "L'Hermite", prenom: 'Hélène', email: 'helene@x.fr', telephone: '+33 6 12 34 56 78' },
    ...{ adresse: '1 rue A\nBât. B', ville: 'Lyon', code_postal: '01000', entreprise: 'SARL X', fonction: 'Chef' },
  };
  const office = openOffice(project);
  const ref = office.addContact(google);
  office.addClient(sheet);
  const [before, contact] = [office.clients().map(fieldsOf), office.contact(ref)];
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 0, conflicts: 0, errors: 0 } });
  expect(office.writes()).toEqual({ ...NO_WRITES, tabs: ['Clients', '_google_index', '_sync_contacts'].sort() });
  expect([office.clients().map(fieldsOf), office.contact(ref)]).toEqual([before, contact]);
  expect([office.journal(), office.again()]).toEqual([[], NO_WRITES]);
});

test('S48 a cell that holds a number is that number: taken over as text, sent with its zero, never rewritten', () => {
  const tab = [
    ['nom', 'email', 'telephone', 'code_postal'],
    ['Dupont', 'jean@x.fr', '612345678', '1000'],
  ];
  const office = openOffice(project, { tab });
  expect(office.client('jean@x.fr')).toMatchObject({ telephone: '612345678', code_postal: '1000' });
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: { batchCreateContacts: 1 }, cells: [] });
  const fields = { nom: 'Dupont', email: 'jean@x.fr', telephone: '06 12 34 56 78', code_postal: '01000' };
  const mark = { clientData: [{ key: 'sync_client', value: office.client('jean@x.fr').id }] };
  expect(office.contacts()).toEqual([contactWith(office, office.refOf('jean@x.fr'), fields, mark)]);
  expect(office.again()).toEqual(NO_WRITES);
});

/** Numbers that are none, or two, or of elsewhere: each is kept as it is written. */
const PHONES = [
  ['S49 nine digits', '06 12 34 56 7', '06 12 34 56 8'],
  ['S50 an extension', '01 23 45 67 89 poste 12', '01 23 45 67 89 poste 13'],
  ['S50 two numbers', '06 12 34 56 78 / 04 72 00 00 00', '06 12 34 56 78 ou 04 72 00 00 01'],
  ['S51 a number of Réunion', '0262 12 34 56', '0692 12 34 56'],
] as const;

test.each(PHONES)('%s: the text is kept both ways', (_, first, second) => {
  expect(toSendable('telephone', { ...JEAN, telephone: first })).toBe(first);
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'telephone', first);
  office.sync();
  expect(office.contact(ref).phoneNumbers).toEqual([{ value: first }]);
  expect(office.again()).toEqual(NO_WRITES);
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: second }]));
  office.sync();
  expect(office.client('jean@x.fr').telephone).toBe(second);
  expect(office.contact(ref).phoneNumbers).toEqual([{ value: second }]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S49 and S51 keys: no number is made of nine digits, nor one of France of one of Réunion', () => {
  expect(fieldKey('telephone', '06 12 34 56 7')).toBe('061234567');
  expect(fieldKey('telephone', '0692 12 34 56')).toBe('+262692123456');
  expect(isSame('telephone', '01 23 45 67 89 poste 12', '01 23 45 67 89')).toBe(false);
  expect(isSame('email', 'jean.dupont@x.fr', 'jeandupont@x.fr')).toBe(false);
  expect(isSame('prenom', 'Hélène', 'Helene')).toBe(false);
});

test('S55 a postcode with its first zero stays text, both ways, and one of Belgium has four digits', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'code_postal', '07000');
  office.sync();
  expect(office.contact(ref).addresses).toMatchObject([{ postalCode: '07000' }]);
  office.editContact(ref, ({ addresses: [address] = [] }) => {
    if (address) address.postalCode = '01120';
  });
  office.sync();
  expect([office.client('jean@x.fr').code_postal, office.again()]).toEqual(['01120', NO_WRITES]);
  expect(toSendable('code_postal', { ...JEAN, code_postal: '1000', telephone: '+32 2 512 34 56' })).toBe('1000');
});

/** Texts that Sheets would read as something else. */
const SIGNS = ['=SUM(A1)', '+33 6 12 34 56 78', '-x', '=1+1', '@x', "'quoted", '1/2', '1e3', 'TRUE', '#REF', '007'];

test('S56 whatever Google sends stays text in its cell, in a new row and in one that is there', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  SIGNS.forEach((text, n) => office.addContact({ nom: text, fonction: text, email: `n${String(n)}@x.fr` }));
  office.sync();
  SIGNS.forEach((text, n) => {
    expect(office.client(`n${String(n)}@x.fr`)).toMatchObject({ nom: text, fonction: text });
  });
  for (const text of SIGNS) {
    office.editContact(ref, (person) => (person.organizations = [{ name: text, title: 'Chef' }]));
    office.sync();
    expect(office.client('jean@x.fr').entreprise).toBe(text);
  }
  expect([office.hands.formulaCount('Clients'), office.again()]).toEqual([0, NO_WRITES]);
});

test('S56 and what a row says goes to Google as it is', () => {
  const office = openOffice(project);
  SIGNS.forEach((text, n) => office.addClient({ nom: `'${text}`, email: `n${String(n)}@x.fr` }));
  office.sync();
  const names = SIGNS.map((_, n) => office.contact(office.refOf(`n${String(n)}@x.fr`)).names);
  expect(names).toEqual(SIGNS.map((familyName) => [{ familyName }]));
  expect([office.again(), office.journal()]).toEqual([NO_WRITES, []]);
});

test('S57 emoji and an address of 49,000 characters make the way there and back', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  const street = `${'Résidence 🏠 « Les Tilleuls » '.repeat(1700).slice(0, 48_991)}!`;
  office.edit('jean@x.fr', 'adresse', `${street}\nétage 3`);
  office.edit('jean@x.fr', 'prenom', 'Zoé 👩‍👩‍👧');
  office.sync();
  const streetInGoogle = (): unknown => (office.contact(ref).addresses as Record<string, unknown>[])[0]?.streetAddress;
  // a comparison by `toBe` would print all of it
  expect(streetInGoogle() === street).toBe(true);
  expect(office.contact(ref).addresses).toMatchObject([{ extendedAddress: 'étage 3', city: 'Lyon' }]);
  expect(office.contact(ref).names).toEqual([{ familyName: 'Dupont', givenName: 'Zoé 👩‍👩‍👧' }]);
  expect(office.again()).toEqual(NO_WRITES);
  const other = street.replace('Tilleuls', 'Ormes');
  office.editContact(ref, ({ addresses: [address] = [] }) => {
    if (address) address.streetAddress = other;
  });
  office.sync();
  expect(office.client('jean@x.fr').adresse === `${other}\nétage 3`).toBe(true);
  const [first, second, third, ...more] = office.journal();
  expect([first, second?.before, second?.after.length]).toEqual([
    line('prenom', 'Jean', 'Zoé 👩‍👩‍👧', { client: 'Zoé 👩‍👩‍👧 Dupont (jean@x.fr)' }),
    ...['1 rue A', 49_000],
  ]);
  expect([third?.before === `${street}\nétage 3`, third?.after === `${other}\nétage 3`, more]).toEqual([
    true,
    true,
    [],
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});
