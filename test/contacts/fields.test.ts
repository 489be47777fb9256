import type { Project } from '../../local/apps-script/project';
import type { Fields } from '../../src/contacts/fields';
import { contactWith, FROM_GOOGLE, JEAN, line, linkedOffice, manyClients, MARIE } from './contacts-fixtures';
import { fieldsOf, type FieldName } from './contacts-eyes';
import { buildAddOn, NO_WRITES, openOffice } from './contacts-lab';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

test('S38 the first sync fills what is blank on either side', () => {
  const office = openOffice(project);
  const ref = office.addContact(without(JEAN, 'fonction', 'ville'));
  office.addClient({ ...JEAN, telephone: '', adresse: '' });
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 1, conflicts: 0 } });
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: ['D2', 'E2'] });
  expect(office.clients().map(fieldsOf)).toEqual([JEAN]);
  expect(office.contacts()).toEqual([contactWith(office, ref, JEAN)]);
  expect([office.journal(), office.again()]).toEqual([[], NO_WRITES]);
});

test('S39 blank cells never blank a contact at the first sync, whoever wins', () => {
  for (const tie of ['sheet', 'google'] as const) {
    const office = openOffice(project, { settings: { tie } });
    const ref = office.addContact(JEAN);
    office.addClient({ email: 'jean@x.fr' });
    office.mark();
    office.sync();
    expect(office.writes()).toMatchObject({ google: {}, cells: ['A2', 'B2', 'D2', 'E2', 'F2', 'G2', 'H2', 'I2'] });
    expect(office.clients().map(fieldsOf)).toEqual([JEAN]);
    expect(office.contacts()).toEqual([contactWith(office, ref, JEAN)]);
    expect([office.journal(), office.again()]).toEqual([[], NO_WRITES]);
  }
});

test('S40 an erased cell erases the value in Google, and the journal has it', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const ref = office.refOf('jean@x.fr');
  const marie = office.contact(office.refOf('marie@x.fr'));
  for (const field of ['telephone', 'adresse', 'ville', 'code_postal'] as const) office.edit('jean@x.fr', field, '');
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  const { nom, prenom, email, entreprise, fonction } = JEAN;
  expect(office.contacts()).toEqual([contactWith(office, ref, { nom, prenom, email, entreprise, fonction }), marie]);
  expect(office.journal()).toEqual([
    line('telephone', JEAN.telephone, ''),
    line('adresse', JEAN.adresse, ''),
    line('ville', JEAN.ville, ''),
    line('code_postal', JEAN.code_postal, ''),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S40 a value erased in Google is erased in its cell, and the journal has it', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  office.editContact(office.refOf('jean@x.fr'), (person) => (person.phoneNumbers = []));
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: {}, cells: ['D2'] });
  expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, telephone: '' }, MARIE]);
  expect(office.journal()).toEqual([line('telephone', JEAN.telephone, '', FROM_GOOGLE)]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S41 an erasure never wins over an edit, on whichever side it was, and be it the later one', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.editContact(ref, ({ phoneNumbers: [phone] = [], addresses: [address] = [] }) => {
    if (phone) phone.value = '06 11 11 11 11';
    if (address) delete address.city;
  });
  office.edit('jean@x.fr', 'telephone', '');
  expect(office.sync()).toMatchObject({ metrics: { updated: 1, conflicts: 1 } });
  const merged = { ...JEAN, telephone: '06 11 11 11 11', ville: 'Nantes' };
  expect(office.clients().map(fieldsOf)).toEqual([merged]);
  expect(office.contacts()).toEqual([contactWith(office, ref, merged)]);
  const why = (winner: string): string => `effacée d’un côté, modifiée de l’autre : ${winner} a gagné`;
  expect(office.journal()).toEqual([
    line('telephone', '', '06 11 11 11 11', { ...FROM_GOOGLE, why: why('Google'), common: JEAN.telephone }),
    line('ville', '', 'Nantes', { why: why('l’onglet'), common: JEAN.ville }),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test.each(['sheet', 'google'] as const)('S42 more than a fifth of a column emptied stops the sync: %s', (side) => {
  const clients = manyClients(10);
  const office = linkedOffice(project, clients);
  const erase = (email: string): void => {
    if (side === 'sheet') office.paste(email, 'telephone', '');
    else office.people.edit(office.refOf(email), (person) => (person.phoneNumbers = []));
  };
  for (const email of ['c1@x.fr', 'c2@x.fr', 'c3@x.fr']) erase(email);
  const before = [office.contacts(), office.clients()];
  office.mark();
  const run = office.sync();
  expect([run.state, run.canForce]).toEqual(['stopped', true]);
  const where = side === 'sheet' ? 'dans l’onglet' : 'dans Google Contacts';
  const said = `Beaucoup de valeurs de « telephone » ont été effacées d’un coup ${where} : 3 sur 10. Par prudence,`;
  expect(run.summary.startsWith(said)).toBe(true);
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect([office.contacts(), office.clients(), office.journal()]).toEqual([...before, []]);
  expect(office.sync({ force: true })).toMatchObject({ state: 'finished', metrics: { updated: 3 } });
  expect(
    office
      .clients()
      .map(({ telephone }) => telephone)
      .slice(0, 4),
  ).toEqual(['', '', '', clients[3]?.telephone]);
  expect(
    office
      .contacts()
      .slice(0, 3)
      .map(({ phoneNumbers }) => phoneNumbers),
  ).toEqual(new Array(3).fill(undefined));
  expect([office.journal().length, office.again()]).toEqual([3, NO_WRITES]);
});

test('S42 two emptied cells are no accident', () => {
  const office = linkedOffice(project, manyClients(10));
  for (const email of ['c1@x.fr', 'c2@x.fr']) office.paste(email, 'telephone', '');
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 2 } });
});

test('S44 contacts of one batch keep the lists that did not change in them', () => {
  const clients = manyClients(4);
  const office = linkedOffice(project, clients);
  office.edit('c1@x.fr', 'prenom', 'Anne');
  office.edit('c2@x.fr', 'telephone', '06 11 11 11 11');
  office.edit('c3@x.fr', 'prenom', 'Zoé');
  office.edit('c4@x.fr', 'telephone', '');
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { updated: 4, calls: 4 } });
  expect(office.writes()).toMatchObject({ google: { batchUpdateContacts: 2 }, cells: [] });
  const [first = JEAN, second = JEAN, third = JEAN, fourth = JEAN] = clients;
  const fields = [
    { ...first, prenom: 'Anne' },
    { ...second, telephone: '06 11 11 11 11' },
    { ...third, prenom: 'Zoé' },
    without(fourth, 'telephone'),
  ];
  const persons = fields.map((each) => contactWith(office, office.refOf(each.email ?? ''), each));
  expect(office.contacts()).toEqual(persons);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S45 another town leaves the street, the postcode and the country, and the whole address says so', () => {
  const parts = { streetAddress: '1 rue A', postalCode: '01000', country: 'France', countryCode: 'FR', type: 'home' };
  const addresses = [{ ...parts, city: 'Lyon', formattedValue: '1 rue A\n01000 Lyon\nFrance' }];
  const office = linkedOffice(project, [JEAN], { more: { 'jean@x.fr': { addresses } } });
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.sync();
  const moved = [{ ...parts, city: 'Nantes', formattedValue: '1 rue A\n01000 Nantes\nFrance' }];
  expect(office.contacts()).toEqual([contactWith(office, ref, JEAN, { addresses: moved })]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S46 an erased company leaves the position and the department', () => {
  const organizations = [{ name: 'ACME', title: 'Chef', department: 'Ventes' }];
  const office = linkedOffice(project, [JEAN], { more: { 'jean@x.fr': { organizations } } });
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'entreprise', '');
  office.sync();
  const left = [{ title: 'Chef', department: 'Ventes' }];
  expect(office.contacts()).toEqual([contactWith(office, ref, JEAN, { organizations: left })]);
  expect(office.journal()).toEqual([line('entreprise', 'ACME', '')]);
  expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, entreprise: '' }]);
  expect(office.again()).toEqual(NO_WRITES);
});

function without(fields: Fields, ...names: readonly FieldName[]): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !(names as readonly string[]).includes(name)));
}
