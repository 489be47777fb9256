import type { Project } from '../../local/apps-script/project';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';

let project: Project;
let office: Office;
let ref: string;

beforeAll(async () => {
  project = await buildAddOn();
});

const OURS = '06 12 34 56 78';
const OTHER = '04 72 00 11 22';
const WORK = { streetAddress: '9 rue B', city: 'Bron', postalCode: '69500' };

beforeEach(() => {
  office = openOffice(project);
  office.addClient({ nom: 'Dupont', email: 'jean@example.fr', telephone: OURS, adresse: '1 rue A', ville: 'Lyon' });
  office.sync();
  ref = office.refOf('jean@example.fr');
  office.editContact(ref, (person) => {
    person.phoneNumbers = [...(person.phoneNumbers ?? []), { value: OTHER, type: 'home' }];
    person.addresses = [...(person.addresses ?? []), WORK];
  });
  office.sync();
});

const phones = (): readonly unknown[] => (office.people.person(ref).phoneNumbers ?? []).map(({ value }) => value);

describe('a contact with several numbers and addresses', () => {
  it('loses the client’s own when it is erased in the tab, and the others do not take its place', () => {
    office.edit('jean@example.fr', 'telephone', '');
    office.edit('jean@example.fr', 'adresse', '');
    office.edit('jean@example.fr', 'ville', '');
    office.sync();
    expect(phones()).toEqual([OTHER]);
    expect(office.people.person(ref).addresses).toMatchObject([WORK]);
    expect(office.again()).toEqual(NO_WRITES);
    expect(office.client('jean@example.fr')).toMatchObject({ telephone: '', adresse: '', ville: '' });
  });

  it('gives the tab a number that is new', () => {
    office.edit('jean@example.fr', 'telephone', '');
    office.sync();
    office.editContact(ref, (person) => {
      person.phoneNumbers = [...(person.phoneNumbers ?? []), { value: '07 00 00 00 01' }];
    });
    office.sync();
    expect(office.client('jean@example.fr').telephone).toBe('07 00 00 00 01');
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('has a number once that is typed into the tab and stands there already', () => {
    office.edit('jean@example.fr', 'telephone', '0472001122');
    office.sync();
    expect(phones()).toEqual([OURS, OTHER]);
    office.edit('jean@example.fr', 'telephone', '07 00 00 00 02');
    office.sync();
    expect(phones()).toEqual([OURS, '07 00 00 00 02']);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('is erased all the same when Google does not answer', () => {
    office.people.fault('updateContact', 1, { status: 503, message: 'Backend Error', applied: true });
    office.edit('jean@example.fr', 'telephone', '');
    office.sync();
    expect(phones()).toEqual([OTHER]);
    expect(office.client('jean@example.fr').telephone).toBe('');
    expect(office.again()).toEqual(NO_WRITES);
  });
});

it('a contact that gets another name, another id of its data and another address at once stays the row’s', () => {
  const name = office.people.rename(ref, { newSource: true });
  office.editContact(name, (person) => {
    person.emailAddresses = [{ value: 'new@example.fr' }];
  });
  office.sync();
  expect(office.clients()).toMatchObject([{ email: 'new@example.fr', status: 'Synchronisé' }]);
  expect(office.again()).toEqual(NO_WRITES);
});
