import type { Project } from '../../local/apps-script/project';
import { contactWith, JEAN, line, linkedOffice, MARIE } from './contacts-fixtures';
import { CLIENTS } from './contacts-eyes';
import { buildAddOn, NO_WRITES, openOffice, personOf } from './contacts-lab';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const SEVERAL = 'En attente : plusieurs contacts Google ont cette adresse. Voir « À décider » dans le panneau';
const sameRows = (rows: string): string =>
  `En attente : les lignes ${rows} ont la même adresse e-mail. Gardez-en une, ou corrigez l’adresse`;

test('S25 two rows with one address, in another case and with spaces, wait; the others are synced', () => {
  const office = openOffice(project);
  office.addClient(JEAN);
  office.addClient({ nom: 'Copie', email: ' JEAN@X.FR\u00a0' });
  office.addClient(MARIE);
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 1, held: 2 } });
  expect(office.writes()).toMatchObject({ google: { batchCreateContacts: 1 }, cells: [] });
  expect(office.contacts().map(({ emailAddresses }) => emailAddresses)).toEqual([[{ value: 'marie@x.fr' }]]);
  expect(office.clients().map(({ status }) => status)).toEqual([sameRows('2, 3'), sameRows('2, 3'), 'Synchronisé']);
  expect(office.again()).toEqual(NO_WRITES);
});

test('S25 a copy of a linked row makes both wait, and its contact stays as it is', () => {
  const office = linkedOffice(project, [JEAN, MARIE]);
  const before = office.contacts();
  Object.entries({ ...JEAN, nom: 'Copie' }).forEach(([field, text]) => {
    office.paste(4, field as keyof typeof JEAN, text);
  });
  office.edit('marie@x.fr', 'ville', 'Nantes');
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 1, held: 2 } });
  expect(office.clients().map(({ status }) => status)).toEqual([sameRows('2, 4'), 'Synchronisé', sameRows('2, 4')]);
  expect(office.contacts()[0]).toEqual(before[0]);
  expect(office.again()).toEqual(NO_WRITES);
  office.hands.deleteRow(CLIENTS, 4);
  office.sync();
  expect(office.clients().map(({ status }) => status)).toEqual(['Synchronisé', 'Synchronisé']);
});

test('S26 a row whose address two contacts have waits, until the person chooses one', () => {
  const office = openOffice(project);
  office.addClient(JEAN);
  const refs = ['Un', 'Deux'].map((nom) => office.addContact({ nom, email: 'Jean@x.fr' }));
  const before = office.contacts();
  office.mark();
  expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, updated: 0, held: 1 } });
  expect(office.writes()).toMatchObject({ google: {}, cells: [] });
  expect([office.status('jean@x.fr'), office.contacts()]).toEqual([SEVERAL, before]);
  const [choice] = office.call('readChoices');
  expect(choice?.options.map(({ value }) => value).sort()).toEqual(refs.map((ref) => `use:${ref}`).sort());
  office.call('decideChoices', [{ id: choice?.id ?? '', value: `use:${refs[1] ?? ''}` }]);
  const [one, two] = office.contacts();
  expect(one).toEqual(before[0]);
  expect(two).toEqual(contactWith(office, refs[1] ?? '', { ...JEAN, email: 'Jean@x.fr' }));
  const why = 'première synchronisation : l’onglet a gagné';
  expect(office.journal()).toEqual([line('nom', 'Deux', 'Dupont', { why, common: '' })]);
  expect([office.status('jean@x.fr'), office.again()]).toEqual([
    'Synchronisé – conflit sur nom, voir le Journal',
    NO_WRITES,
  ]);
});

test('S27 a row stays with its contact when another one gets its address', () => {
  const office = linkedOffice(project, [JEAN]);
  const ref = office.refOf('jean@x.fr');
  const twin = office.people.add(personOf({ nom: 'Double', email: 'jean@x.fr', telephone: '06 00 00 00 00' }));
  const double = office.contact(twin);
  office.edit('jean@x.fr', 'ville', 'Nantes');
  expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 1, held: 0 } });
  expect(office.contacts()).toEqual([contactWith(office, ref, { ...JEAN, ville: 'Nantes' }), double]);
  expect(office.links()[office.client('jean@x.fr').id]?.ref).toBe(ref);
  expect(office.again()).toEqual(NO_WRITES);
});
