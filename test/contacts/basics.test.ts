import type { Project } from '../../local/apps-script/project';
import { patchPerson } from '../../src/contacts/patch-person';
import { reconcile } from '../../src/contacts/reconcile';
import { contactWith, FROM_GOOGLE, JEAN, labelsOf, line, linkedOffice, manyClients, MARIE } from './contacts-fixtures';
import { fieldsOf } from './contacts-eyes';
import { buildAddOn, NO_WRITES, openOffice, personOf } from './contacts-lab';
import { clientOf, contactOf, linkOf, policyOf } from './plan-fixtures';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const CONFLICT = { before: '06 11 11 11 11', after: '06 22 22 22 22' };

test('S1 a new row becomes one contact with the label, and the second run writes nothing', () => {
  const office = openOffice(project);
  office.addClient(JEAN);
  office.addClient({ ...MARIE, telephone: '', adresse: '', ville: '', code_postal: '', entreprise: '', fonction: '' });
  office.mark();
  // the list, the labels, the creation
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 2, updated: 0, calls: 3 } });
  expect(office.writes()).toEqual({
    ...{ google: { batchCreateContacts: 1 }, cells: [] },
    tabs: ['Clients', '_sync_contacts', '_google_index'],
  });
  const [jean, marie] = [office.client('jean@x.fr'), office.client('marie@x.fr')];
  const { nom, prenom, email } = MARIE;
  const mark = (id: string): object => ({ clientData: [{ key: 'sync_client', value: id }] });
  expect(office.contacts().sort((a, b) => JSON.stringify(b.names).localeCompare(JSON.stringify(a.names)))).toEqual([
    contactWith(office, office.refOf('marie@x.fr'), { nom, prenom, email }, mark(marie.id)),
    contactWith(office, office.refOf('jean@x.fr'), JEAN, mark(jean.id)),
  ]);
  expect([jean, marie].map(({ status }) => status)).toEqual(['Synchronisé', 'Synchronisé']);
  expect(office.links()[jean.id]).toMatchObject({ ref: office.refOf('jean@x.fr'), state: 'linked', base: JEAN });
  expect(office.again()).toEqual(NO_WRITES);
});

test('S2 a new contact with the label becomes one row, one without the label none', () => {
  const office = openOffice(project);
  office.addClient(JEAN);
  office.sync();
  office.addContact(MARIE);
  office.people.add(personOf({ ...JEAN, nom: 'Autre', email: 'autre@x.fr' }));
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 1, updated: 0, calls: 1 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: ['A3', 'B3', 'C3', 'D3', 'E3', 'F3', 'G3', 'H3', 'I3'] });
  expect(office.clients().map(fieldsOf)).toEqual([JEAN, MARIE]);
  expect(office.status('marie@x.fr')).toBe('Synchronisé');
  expect(office.again()).toEqual(NO_WRITES);
});

test('S3 an edit in the tab sends that list of the contact alone', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const ref = office.refOf('jean@x.fr');
  const other = office.contact(office.refOf('marie@x.fr'));
  office.edit('jean@x.fr', 'telephone', '06 11 11 11 11');
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  expect(office.contacts()).toEqual([contactWith(office, ref, { ...JEAN, telephone: '06 11 11 11 11' }), other]);
  expect(office.journal()).toEqual([line('telephone', '06 12 34 56 78', '06 11 11 11 11')]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S3 the mask names the lists of the fields that change, and no other', () => {
  const office = linkedOffice(project, [JEAN]);
  const [person] = office.people.people();
  const source = person?.metadata?.sources?.[0]?.id ?? '';
  const maskFor = (field: keyof typeof JEAN): readonly string[] | undefined =>
    patchPerson(person as object, source, {
      changes: [{ field, to: 'a@b.fr' }],
      extraEmail: null,
      reference: { base: JEAN, left: [], row: null },
    })?.mask;
  expect(Object.keys(JEAN).map((field) => maskFor(field as keyof typeof JEAN))).toEqual([
    ...[['names'], ['names'], ['emailAddresses'], ['phoneNumbers'], ['addresses'], ['addresses'], ['addresses']],
    ...[['organizations'], ['organizations']],
  ]);
});

test('S4 an edit in Google writes that cell alone', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const ref = office.refOf('marie@x.fr');
  office.editContact(ref, ({ addresses: [address] = [] }) => {
    if (address) address.city = 'Nantes';
  });
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: {}, cells: ['F3'] });
  expect(office.clients().map(fieldsOf)).toEqual([JEAN, { ...MARIE, ville: 'Nantes' }]);
  const client = 'Marie Curie (marie@x.fr)';
  expect(office.journal()).toEqual([line('ville', 'Paris', 'Nantes', { client, ...FROM_GOOGLE })]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S5 two fields, each changed on one side, both survive', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'prenom', 'Jeanne');
  office.editContact(ref, (person) => {
    person.phoneNumbers = [{ value: '06 11 11 11 11', type: 'work' }];
  });
  office.sync();
  const merged = { ...JEAN, prenom: 'Jeanne', telephone: '06 11 11 11 11' };
  expect(fieldsOf(office.client('jean@x.fr'))).toEqual(merged);
  const phoneNumbers = [{ value: '06 11 11 11 11', type: 'work' }];
  expect(office.contacts()).toEqual([contactWith(office, ref, merged, { phoneNumbers })]);
  const client = 'Jeanne Dupont (jean@x.fr)';
  expect(office.journal()).toEqual([
    line('prenom', 'Jean', 'Jeanne', { client }),
    line('telephone', '06 12 34 56 78', '06 11 11 11 11', { client, ...FROM_GOOGLE }),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S5 two parts of one name, and of one address, each changed on one side, survive with the rest of both', () => {
  const names = [{ familyName: 'Dupont', givenName: 'Jean', middleName: 'Marie' }];
  const address = { streetAddress: '1 rue A', city: 'Lyon', postalCode: '01000', country: 'France' };
  const office = linkedOffice(project, [JEAN], { more: { 'jean@x.fr': { names, addresses: [address] } } });
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'prenom', 'Jeanne');
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.editContact(ref, (person) => {
    person.names = [{ familyName: 'Durand', givenName: 'Jean', middleName: 'Marie' }];
    person.addresses = [{ ...address, postalCode: '44000' }];
  });
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: ['A2', 'G2'] });
  const merged = { ...JEAN, prenom: 'Jeanne', nom: 'Durand', ville: 'Nantes', code_postal: '44000' };
  expect(office.clients().map(fieldsOf)).toEqual([merged]);
  const formattedValue = '1 rue A\n44000 Nantes\nFrance';
  const more = {
    names: [{ familyName: 'Durand', givenName: 'Jeanne', middleName: 'Marie' }],
    addresses: [{ ...address, city: 'Nantes', postalCode: '44000', formattedValue }],
  };
  expect(office.contacts()).toEqual([contactWith(office, ref, merged, more)]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S6 of two edits of one field the later one wins: Google, and the journal has the value of the tab', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'telephone', CONFLICT.before);
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: CONFLICT.after }]));
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { updated: 1, conflicts: 1 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: ['D2'] });
  expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, telephone: CONFLICT.after }]);
  expect(office.contacts()).toEqual([contactWith(office, ref, { ...JEAN, telephone: CONFLICT.after })]);
  expect(office.status('jean@x.fr')).toBe('Synchronisé – conflit sur telephone, voir le Journal');
  const why = 'conflit : modifiée des deux côtés, Google a gagné';
  const common = '06 12 34 56 78';
  expect(office.journal()).toEqual([
    line('telephone', CONFLICT.before, CONFLICT.after, { ...FROM_GOOGLE, why, common }),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S7 of two edits of one field the later one wins: the tab, and the journal has the value of Google', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: CONFLICT.before }]));
  office.edit('jean@x.fr', 'telephone', CONFLICT.after);
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  expect(office.contacts()).toEqual([contactWith(office, ref, { ...JEAN, telephone: CONFLICT.after })]);
  const why = 'conflit : modifiée des deux côtés, l’onglet a gagné';
  expect(office.journal()).toEqual([
    line('telephone', CONFLICT.before, CONFLICT.after, { why, common: '06 12 34 56 78' }),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test.each([
  { tie: 'sheet', winner: CONFLICT.before, where: 'dans Google', why: 'l’onglet a gagné' },
  { tie: 'google', winner: CONFLICT.after, where: 'dans l’onglet', why: 'Google a gagné' },
] as const)('S8 without a stamp the side of the settings wins: $tie', ({ tie, winner, where, why }) => {
  const office = linkedOffice(project, [JEAN], { settings: { tie } });
  const ref = office.refOf('jean@x.fr');
  office.paste('jean@x.fr', 'telephone', CONFLICT.before);
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: CONFLICT.after }]));
  office.sync();
  expect(office.client('jean@x.fr').telephone).toBe(winner);
  expect(office.contacts()).toEqual([contactWith(office, ref, { ...JEAN, telephone: winner })]);
  const loser = winner === CONFLICT.before ? CONFLICT.after : CONFLICT.before;
  expect(office.journal()).toEqual([
    line('telephone', loser, winner, {
      ...{ where, why: `conflit : modifiée des deux côtés, ${why}`, common: '06 12 34 56 78' },
    }),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test.each([
  ['at the same moment', 500, 500],
  ['with a stamp from before the last sync', 99, 500],
  ['with a contact from before the last sync', 500, 99],
])('S8 %s the tab wins', (_, changedAt, updatedAt) => {
  const client = clientOf({ ...JEAN, nom: 'Onglet' }, { changedAt, id: 'l' });
  const contact = contactOf({ ...JEAN, nom: 'Google' }, { updatedAt });
  const { actions } = reconcile([client], [contact], [linkOf(JEAN, { syncedAt: 100 })], policyOf());
  expect(actions).toMatchObject([
    { kind: 'conflict', changes: [{ side: 'google', field: 'nom', from: 'Google', to: 'Onglet' }] },
  ]);
});

test('S9 the same edit on both sides writes nothing there, and is what both agree on from now on', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'telephone', '06 11 11 11 11');
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: '+33 6 11 11 11 11' }]));
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { updated: 0, conflicts: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  const telephone = '06 11 11 11 11';
  expect(office.links()[office.client('jean@x.fr').id]?.base).toEqual({ ...JEAN, telephone });
  expect(office.journal()).toEqual([
    line('telephone', '06 12 34 56 78', telephone, {
      ...{ where: 'dans l’onglet', why: 'modifiée de la même façon des deux côtés' },
    }),
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test.each([
  ['S10 other etags', 0],
  ['S11 other etags and times for all contacts in a full list', 7 * 24 * 3_600_000],
])('%s write nothing where nothing changed', (_, later) => {
  const office = linkedOffice(project, manyClients(25));
  const before = office.contacts();
  office.machine.advance(later);
  office.people.bump('all');
  expect(office.again()).toEqual(NO_WRITES);
  expect(office.contacts()).toEqual(before);
  expect(office.call('openContacts').last).toMatchObject({ status: 'finished', metrics: { skipped: 25, held: 0 } });
  expect(labelsOf(office)).toEqual(before[0]?.labels);
});
