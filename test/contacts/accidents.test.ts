import type { Project } from '../../local/apps-script/project';
import { clearRows, contactWith, JEAN, linkedOffice, manyClients, MARIE } from './contacts-fixtures';
import { CLIENTS, fieldsOf } from './contacts-eyes';
import { buildAddOn, NO_WRITES, type Office } from './contacts-lab';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const GONE =
  'Supprimé dans Google. Voir « À décider » dans le panneau ; une modification de la ligne le recrée, avec ces champs seulement';
const DAY = 24 * 3_600_000;

test.each([
  [
    'cells erased',
    (office: Office) => {
      clearRows(office, 3);
    },
  ],
  [
    'rows deleted',
    (office: Office) => {
      [4, 3, 2].forEach((row) => {
        office.hands.deleteRow(CLIENTS, row);
      });
    },
  ],
])('S18 an emptied tab, with its %s, stops the sync', (_, empty) => {
  const office = linkedOffice(project, manyClients(3));
  const before = office.contacts();
  empty(office);
  office.mark();
  const run = office.sync();
  expect([run.state, run.canForce]).toEqual(['stopped', true]);
  expect(run.summary).toMatch(/^Toutes les lignes qui étaient synchronisées ont disparu de l’onglet\./);
  expect(office.writes()).toEqual(NO_WRITES);
  expect(office.contacts()).toEqual(before);
});

test('S19 a tab that was renamed, with its columns in another order, syncs as before', () => {
  const office = linkedOffice(project, [JEAN]);
  office.editContact(office.refOf('jean@x.fr'), (person) => (person.phoneNumbers = [{ value: '06 11 11 11 11' }]));
  office.hands.moveColumn(CLIENTS, 4, 1);
  office.hands.insertColumn(CLIENTS, 3);
  office.hands.renameTab(CLIENTS, 'Mes clients');
  office.sync();
  const [header = [], row = []] = office.hands.rows('Mes clients');
  expect(Object.fromEntries(header.slice(0, 10).map((name, n) => [name, row[n]]))).toEqual({
    ...{ ...JEAN, telephone: '06 11 11 11 11', '': '' },
  });
});

test.each([
  [
    'renamed',
    (office: Office) => {
      office.hands.type(CLIENTS, 'D1', 'Mobile');
    },
  ],
  [
    'deleted',
    (office: Office) => {
      office.hands.deleteColumn(CLIENTS, 4);
    },
  ],
  [
    'pushed down by a row',
    (office: Office) => {
      office.hands.insertRow(CLIENTS, 1);
    },
  ],
])('S19 a header that was %s stops the sync, which says what is missing', (_, spoil) => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = office.contacts();
  spoil(office);
  office.mark();
  expect(office.refusal()).toMatch(/^La colonne « (telephone|nom) » de l’onglet « Clients » a disparu/);
  expect([office.writes(), office.contacts()]).toEqual([NO_WRITES, before]);
});

test.each([
  ['S20 60 % of the contacts gone stop the sync', 6, 'stopped'],
  ['S20 a few gone do not', 5, 'finished'],
])('%s', (_, count, state) => {
  const clients = manyClients(10);
  const office = linkedOffice(project, clients);
  clients.slice(0, count).forEach(({ email }) => {
    office.people.remove(office.refOf(email));
  });
  office.mark();
  expect(office.sync().state).toBe(state);
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect(office.clients().map(fieldsOf)).toEqual(clients);
  expect(office.clients().filter(({ status }) => status === GONE)).toHaveLength(state === 'stopped' ? 0 : count);
});

test('S21 a row cut and pasted elsewhere, and a sorted tab, are no deletion and no creation', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = [office.contacts(), office.links()];
  Object.entries(JEAN).forEach(([field, text], n) => {
    office.paste(2, field as keyof typeof JEAN, '');
    office.hands.type(CLIENTS, `${'ABCDEFGHI'.charAt(n)}9`, text);
  });
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 0, held: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  office.hands.sort(CLIENTS, 2, false);
  expect(office.again()).toEqual(NO_WRITES);
  expect([office.contacts(), office.links()]).toEqual(before);
  expect(office.clients().map(fieldsOf)).toEqual([MARIE, JEAN]);
  expect(office.clients().map(({ status }) => status)).toEqual(['Synchronisé', 'Synchronisé']);
});

test('S22 a contact that a stale full list lacks is asked for by name, and nothing happens', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  office.machine.advance(7 * DAY);
  office.people.spoilPage(1, { miss: office.refOf('jean@x.fr') });
  office.machine.resetCalls();
  office.mark();
  office.sync();
  expect(office.writes()).toEqual(NO_WRITES);
  expect(office.machine.calls()).toMatchObject({ 'People.People.Connections.list': 1, 'People.People.getBatchGet': 1 });
});

test('S23 a listing that breaks off after the first of three pages deletes nothing, and keeps its token', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  office.people.import(Array.from({ length: 2001 }, () => ({ names: [{ familyName: 'Autre' }] })));
  office.people.remove(office.refOf('jean@x.fr'));
  const token = office.machine.state.properties.document['contacts.token'];
  // Sync asks three times
  for (const n of [2, 3, 4]) office.people.fault('list', n, { status: 503, message: 'The service is unavailable.' });
  office.machine.resetCalls();
  office.mark();
  expect(office.refusal()).toMatch(/^Google Contacts n’a pas répondu comme prévu\./);
  expect(office.machine.calls()).toMatchObject({ 'People.People.Connections.list': 4 });
  expect(office.writes()).toEqual(NO_WRITES);
  expect(office.machine.state.properties.document['contacts.token']).toBe(token);
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { held: 1, calls: 3 } });
  expect(office.status('jean@x.fr')).toBe(GONE);
});

test('S24 a contact restored from the bin goes on with its row', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const ref = office.refOf('jean@x.fr');
  office.people.remove(ref);
  office.sync();
  office.people.restore(ref);
  office.mark();
  office.sync();
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect([office.status('jean@x.fr'), office.call('readChoices')]).toEqual(['Synchronisé', []]);
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: '06 11 11 11 11' }]));
  office.sync();
  expect(office.clients().map(fieldsOf)).toEqual([{ ...JEAN, telephone: '06 11 11 11 11' }, MARIE]);
  expect(office.contact(ref)).toEqual(contactWith(office, ref, { ...JEAN, telephone: '06 11 11 11 11' }));
  expect(office.again()).toEqual(NO_WRITES);
});

test.each([
  ['a formula', '=UPPER(A2)'],
  ['an error', '#REF!'],
])('S19 %s in a synced column stops the sync, which names the cell', (_, text) => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = office.contacts();
  office.hands.type(CLIENTS, 'F3', text);
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.mark();
  const said = 'Des formules ou des erreurs se trouvent dans des colonnes synchronisées : F3. Remplacez-les';
  expect(office.refusal().startsWith(said)).toBe(true);
  expect([office.writes(), office.contacts()]).toEqual([NO_WRITES, before]);
});

test('S20 more than half of the clients, and more than ten, changed at once stop the sync; half of them do not', () => {
  const clients = manyClients(24);
  const office = linkedOffice(project, clients);
  clients.slice(0, 13).forEach(({ email }) => {
    office.paste(email, 'ville', 'Nantes');
  });
  office.mark();
  const run = office.sync();
  expect([run.state, run.canForce]).toEqual(['stopped', true]);
  const said = 'Beaucoup de clients ont été modifiés d’un coup dans l’onglet : 13 sur 24.';
  expect(run.summary.startsWith(said)).toBe(true);
  expect(office.writes()).toEqual(NO_WRITES);
  office.paste('c13@x.fr', 'ville', 'Lyon');
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 12 } });
});

test('S20 many rows gone at once, though not all, stop the sync', () => {
  const office = linkedOffice(project, manyClients(10));
  const before = office.contacts();
  clearRows(office, 6);
  office.mark();
  const run = office.sync();
  expect(run.state).toBe('stopped');
  expect(run.summary.startsWith('Beaucoup de lignes ont disparu d’un coup : 6 sur 10.')).toBe(true);
  expect([office.writes(), office.contacts()]).toEqual([NO_WRITES, before]);
});
