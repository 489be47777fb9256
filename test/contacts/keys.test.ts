import type { Project } from '../../local/apps-script/project';
import { contactWith, FROM_GOOGLE, JEAN, line, linkedOffice, MARIE } from './contacts-fixtures';
import { fieldsOf } from './contacts-eyes';
import { buildAddOn, NO_WRITES, openOffice, personOf } from './contacts-lab';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const TAKEN =
  'En attente : cette adresse e-mail est déjà celle d’un autre contact ou d’une autre ligne. Pour échanger deux adresses, passez par une troisième';
const sameRows = (rows: string): string =>
  `En attente : les lignes ${rows} ont la même adresse e-mail. Gardez-en une, ou corrigez l’adresse`;

test('S28 another address in a row goes to the same contact, which keeps its other addresses', () => {
  const emailAddresses = [{ value: 'jean@x.fr', type: 'work' }, { value: 'perso@x.fr' }];
  const office = linkedOffice(project, [JEAN], { more: { 'jean@x.fr': { emailAddresses } } });
  const ref = office.refOf('jean@x.fr');
  office.edit('jean@x.fr', 'email', 'jean.dupont@x.fr');
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 1, held: 0 } });
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  const moved = [{ value: 'jean.dupont@x.fr', type: 'work' }, { value: 'perso@x.fr' }];
  expect(office.contacts()).toEqual([contactWith(office, ref, JEAN, { emailAddresses: moved })]);
  const client = 'Jean Dupont (jean.dupont@x.fr)';
  expect(office.journal()).toEqual([line('email', 'jean@x.fr', 'jean.dupont@x.fr', { client })]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S29 another address in Google goes to the row', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  office.editContact(ref, (person) => (person.emailAddresses = [{ value: 'jean.dupont@x.fr' }]));
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: {}, cells: ['C2'] });
  expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, email: 'jean.dupont@x.fr' }]);
  expect(office.journal()).toEqual([line('email', 'jean@x.fr', 'jean.dupont@x.fr', FROM_GOOGLE)]);
  expect(office.again()).toEqual(NO_WRITES);
});

test.each(['sheet', 'google'] as const)(
  'S29 of two new addresses the later one wins, here of %s, and the contact keeps both',
  (side) => {
    const office = linkedOffice(project, [JEAN]);
    const ref = office.refOf('jean@x.fr');
    const inTab = (): void => {
      office.edit(2, 'email', 'sheet@x.fr');
    };
    if (side === 'google') inTab();
    office.editContact(ref, (person) => (person.emailAddresses = [{ value: 'google@x.fr' }]));
    if (side === 'sheet') inTab();
    office.sync();
    const [email, other] = side === 'sheet' ? ['sheet@x.fr', 'google@x.fr'] : ['google@x.fr', 'sheet@x.fr'];
    expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, email }]);
    expect(office.status(email)).toBe('Synchronisé – conflit sur email, voir le Journal');
    const emailAddresses = [{ value: email }, { value: other }];
    expect(office.contacts()).toEqual([contactWith(office, ref, JEAN, { emailAddresses })]);
    const won = side === 'sheet' ? { where: 'dans Google', by: 'l’onglet' } : { where: 'dans l’onglet', by: 'Google' };
    const { where, by } = won;
    const why = `conflit : modifiée des deux côtés, ${by} a gagné`;
    const client = 'Jean Dupont (sheet@x.fr)';
    expect(office.journal()).toEqual([line('email', other, email, { client, where, why, common: 'jean@x.fr' })]);
    expect(office.again()).toEqual(NO_WRITES);
  },
);

test('S30 addresses swapped between two rows wait, and no data is mixed', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = [office.contacts(), office.links()];
  office.edit(2, 'email', 'marie@x.fr');
  office.edit(3, 'email', 'jean@x.fr');
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, updated: 0, held: 2 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect(office.clients().map(({ status }) => status)).toEqual([TAKEN, TAKEN]);
  expect([office.contacts(), office.links()]).toEqual(before);
  expect(office.again()).toEqual(NO_WRITES);
});

test.each([
  ['somebody else’s contact', 'autre@x.fr', TAKEN, 1],
  ['another row', 'marie@x.fr', sameRows('2, 3'), 2],
])('S31 an address that is that of %s makes the row wait', (_, email, status, held) => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  office.people.add(personOf({ nom: 'Autre', email: 'autre@x.fr' }));
  const before = office.contacts();
  office.edit(2, 'email', email);
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 0, held } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect([office.clients()[0]?.status, office.contacts()]).toEqual([status, before]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S32 an address erased in the tab stays in Google, and the row waits', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = office.contacts();
  office.edit(2, 'email', '');
  office.edit(2, 'ville', 'Nantes');
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 0, held: 1 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect(office.contacts()).toEqual(before);
  const status = 'En attente : l’adresse e-mail a été effacée. Google l’a gardée ; remettez-la ici';
  expect(office.clients()[0]?.status).toBe(status);
  expect(office.again()).toEqual(NO_WRITES);
  office.edit(2, 'email', 'jean@x.fr');
  expect(office.sync()).toMatchObject({ metrics: { updated: 1, held: 0 } });
  expect(office.contacts()[0]).toEqual(contactWith(office, office.refOf('jean@x.fr'), { ...JEAN, ville: 'Nantes' }));
});

test('S33 a contact is found by any of its addresses', () => {
  const office = openOffice(project);
  const emailAddresses = [
    { value: 'perso@x.fr', type: 'home' },
    { value: 'Jean@X.fr', type: 'work' },
  ];
  const ref = office.people.add({ ...personOf({ nom: 'Dupont', prenom: 'Jean' }), emailAddresses });
  office.addClient({ nom: 'Dupont', prenom: 'Jean', email: 'jean@x.fr', telephone: '06 12 34 56 78' });
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 1, conflicts: 0 } });
  expect(office.writes()).toMatchObject({ google: { updateContact: 1 }, cells: [] });
  expect(office.contacts()).toEqual([
    {
      ...contactWith(office, ref, { nom: 'Dupont', prenom: 'Jean', telephone: '06 12 34 56 78' }),
      ...{ emailAddresses, labels: office.contact(ref).labels },
    },
  ]);
  expect([office.client('jean@x.fr').status, office.again()]).toEqual(['Synchronisé', NO_WRITES]);
});

test('S34 contacts merged in Google: the row goes on with the one that is left', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const dropped = office.refOf('jean@x.fr');
  const kept = office.people.add(personOf({ ...JEAN, email: 'perso@x.fr' }));
  office.sync();
  office.people.merge(kept, dropped);
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, held: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  const { id, status } = office.client('jean@x.fr');
  expect([office.links()[id]?.ref, office.links()[id]?.state, status]).toEqual([kept, 'linked', 'Synchronisé']);
  expect(office.again()).toEqual(NO_WRITES);
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.sync();
  expect(office.contact(kept).addresses).toMatchObject([{ city: 'Nantes' }]);
});

test.each([
  ['S35 a contact that gets another resource name stays with its row', {}],
  ['S35 and with another source, which its former name tells', { newSource: true }],
])('%s', (_, how) => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const { id } = office.client('jean@x.fr');
  const ref = office.people.rename(office.refOf('jean@x.fr'), how);
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 0, held: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect([office.links()[id]?.ref, office.status('jean@x.fr')]).toEqual([ref, 'Synchronisé']);
  expect(office.again()).toEqual(NO_WRITES);
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.sync();
  expect(office.contact(ref)).toEqual(contactWith(office, ref, { ...JEAN, ville: 'Nantes' }));
});

test('S36 that the old name is deleted, told an hour after the change, is no deletion', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const ref = office.people.rename(office.refOf('jean@x.fr'), { tombstoneAfter: 3_600_000 });
  office.sync();
  office.machine.advance(2 * 3_600_000);
  expect(office.again()).toEqual(NO_WRITES);
  expect([office.links()[office.client('jean@x.fr').id]?.ref, office.status('jean@x.fr')]).toEqual([
    ref,
    'Synchronisé',
  ]);
  expect(office.clients().map(fieldsOf)).toEqual([JEAN, MARIE]);
});

test('S37 a row without an address, or with two in one cell, is reported and not synced', () => {
  const office = openOffice(project);
  office.addClient({ nom: 'Sans' });
  office.addClient({ nom: 'Deux', email: 'a@x.fr, b@x.fr' });
  office.addClient({ nom: 'Faux', email: 'pas une adresse' });
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, held: 3, errors: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  const bad = 'Non synchronisé : cette adresse e-mail n’en est pas une, ou il y en a plusieurs';
  const statuses = ['Non synchronisé : pas d’adresse e-mail', bad, bad];
  expect(office.clients().map(({ status }) => status)).toEqual(statuses);
  expect([office.contacts(), office.again()]).toEqual([[], NO_WRITES]);
});

test('S37 a contact without an address gets no row', () => {
  const office = openOffice(project);
  office.addContact({ nom: 'Sans', telephone: '06 12 34 56 78' });
  const before = office.contacts();
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, errors: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect([office.clients(), office.contacts(), office.again()]).toEqual([[], before, NO_WRITES]);
});
