import type { Project } from '../../local/apps-script/project';
import { clearRows, contactWith, JEAN, line, linkedOffice, manyClients, MARIE } from './contacts-fixtures';
import { CLIENTS, fieldsOf } from './contacts-eyes';
import { buildAddOn, NO_WRITES } from './contacts-lab';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const GONE =
  'Supprimé dans Google. Voir « À décider » dans le panneau ; une modification de la ligne le recrée, avec ces champs seulement';
const DAY = 24 * 3_600_000;

test('S12 a contact deleted in Google keeps its row, flagged, and is not made again', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  office.people.remove(office.refOf('jean@x.fr'));
  const left = office.contacts();
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, updated: 0, held: 1 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect(office.clients().map(fieldsOf)).toEqual([JEAN, MARIE]);
  expect(office.clients().map(({ status }) => status)).toEqual([GONE, 'Synchronisé']);
  for (let runs = 0; runs < 3; runs += 1) expect(office.again()).toEqual(NO_WRITES);
  office.machine.advance(7 * DAY);
  expect(office.again()).toEqual(NO_WRITES);
  expect(office.contacts()).toEqual(left);
  const [choice, ...others] = office.call('readChoices');
  expect([choice?.title, choice?.options.map(({ value }) => value)]).toEqual([
    'Jean Dupont (jean@x.fr)',
    ['recreate', 'archive'],
  ]);
  expect([others, office.journal()]).toEqual([[], []]);
});

test('S12 a decision makes it again, or keeps the row alone for good', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  for (const email of ['jean@x.fr', 'marie@x.fr']) office.people.remove(office.refOf(email));
  office.sync();
  const [jean, marie] = office.call('readChoices');
  const decisions = [jean, marie].map((choice) => ({
    id: choice?.id ?? '',
    value: choice?.title.startsWith('Jean') ? 'recreate' : 'archive',
  }));
  office.mark();
  office.call('decideChoices', decisions);
  expect(office.writes()).toMatchObject({ google: { batchCreateContacts: 1 }, cells: [] });
  const mark = { clientData: [{ key: 'sync_client', value: office.client('jean@x.fr').id }] };
  expect(office.contacts()).toEqual([contactWith(office, office.refOf('jean@x.fr'), JEAN, mark)]);
  expect(office.clients().map(({ status }) => status)).toEqual([
    'Synchronisé',
    'Archivé : n’est plus synchronisé. « Envoyer les lignes sélectionnées » le reprend',
  ]);
  expect([office.again(), office.call('readChoices')]).toEqual([NO_WRITES, []]);
});

test('S13 a contact deleted in Google is made again, once, when its row was edited; the journal has what was replaced', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  office.edit('jean@x.fr', 'ville', 'Nantes');
  office.people.remove(office.refOf('jean@x.fr'));
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 1, updated: 0, held: 0 } });
  expect(office.writes()).toMatchObject({ google: { batchCreateContacts: 1 }, cells: [] });
  const { id, status } = office.client('jean@x.fr');
  const ref = office.refOf('jean@x.fr');
  const mark = { clientData: [{ key: 'sync_client', value: id }] };
  expect(office.contact(ref)).toEqual(contactWith(office, ref, { ...JEAN, ville: 'Nantes' }, mark));
  expect([office.contacts().length, status, office.links()[id]?.ref]).toEqual([2, 'Synchronisé', ref]);
  expect(office.journal()).toEqual([line('ville', 'Lyon', 'Nantes')]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S14 the contact of a deleted row is kept, and waits for a decision', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = office.contacts();
  office.hands.deleteRow(CLIENTS, 2);
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, updated: 0, held: 1 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect(office.again()).toEqual(NO_WRITES);
  expect([office.contacts(), office.clients().map(fieldsOf)]).toEqual([before, [MARIE]]);
  const [choice] = office.call('readChoices');
  expect(choice).toMatchObject({ title: 'Jean Dupont (jean@x.fr)' });
  expect(choice?.options.map(({ value }) => value)).toEqual(['restoreRow', 'archive', 'deleteContact']);
  office.call('decideChoices', [{ id: choice?.id ?? '', value: 'restoreRow' }]);
  expect([office.contacts(), office.clients().map(fieldsOf)]).toEqual([before, [MARIE, JEAN]]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S15 the contact of a deleted row that was edited in Google is kept, with a warning', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const ref = office.refOf('jean@x.fr');
  office.hands.deleteRow(CLIENTS, 2);
  office.editContact(ref, (person) => (person.phoneNumbers = [{ value: '06 11 11 11 11' }]));
  const before = office.contacts();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, updated: 0, held: 1 } });
  expect([office.contacts(), office.clients().map(fieldsOf)]).toEqual([before, [MARIE]]);
  expect(office.call('readChoices').map(({ text }) => text.slice(0, 50))).toEqual([
    'Attention : le contact a été modifié dans Google d',
  ]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S16 a client deleted on both sides is forgotten, and the journal has all of it', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const { id } = office.client('jean@x.fr');
  office.hands.deleteRow(CLIENTS, 2);
  office.people.remove(office.refOf('jean@x.fr'));
  office.mark();
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 0, held: 0 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect(office.links()[id]).toBeUndefined();
  const more = { where: 'dans l’onglet', why: 'ligne et contact supprimés' };
  const lines = Object.entries(JEAN).map(([field, value]) => line(field as keyof typeof JEAN, value, '', more));
  expect([office.journal(), office.call('readChoices')]).toEqual([lines, []]);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S17 decided deletions go 500 at a time, and one that is gone already keeps none of the others', () => {
  const clients = manyClients(501).map(({ nom, email }) => ({ nom, email }));
  const office = linkedOffice(project, [...clients, JEAN]);
  clearRows(office, 501);
  expect(office.sync()).toMatchObject({ state: 'stopped', canForce: true });
  office.sync({ force: true });
  const choices = office.call('readChoices');
  office.people.remove(office.refOf('c7@x.fr'));
  office.mark();
  office.call(
    'decideChoices',
    choices.map(({ id }) => ({ id, value: 'deleteContact' })),
  );
  // the first batch once more, without the one that is gone
  expect(office.writes()).toMatchObject({ google: { batchDeleteContacts: 3 }, cells: [] });
  expect(office.contacts()).toEqual([contactWith(office, office.refOf('jean@x.fr'), JEAN)]);
  expect(office.people.trash()).toHaveLength(501);
  expect(office.call('readChoices')).toEqual([]);
  expect(Object.keys(office.links())).toEqual([office.client('jean@x.fr').id]);
  expect(office.again()).toEqual(NO_WRITES);
});
