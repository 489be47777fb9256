import type { Project } from '../../local/apps-script/project';
import type { Result } from '../../src/app/rpc';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { clientsOf, importContacts, pasteRows, phoneOf } from './many-clients';

const MINUTE = 60_000;
const JEAN = { nom: 'Dupont', prenom: 'Jean', email: 'jean@x.fr', telephone: '06 12 34 56 78' };
const TIMEOUT = 'Service invoked timed out: please try again.';
const CREATING = 'En cours de création dans Google : vérifié à la prochaine synchronisation';

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

/** So many new rows, some of which say `Maudit`, which Google takes for no one's name. */
function newRows(count: number, cursed: readonly number[] = []): Office {
  const office = openOffice(project);
  office.people.rules.refusedText = 'Maudit';
  pasteRows(
    office,
    clientsOf(count, (n) => (cursed.includes(n) ? { nom: 'Maudit' } : {})),
  );
  return office;
}

const statusesOf = (office: Office): readonly string[] => office.clients().map(({ status }) => status);
const statesOf = (office: Office): readonly string[] => Object.values(office.links()).map(({ state }) => state);
const emailsOf = (office: Office): readonly unknown[] =>
  office.contacts().map(({ emailAddresses }) => (emailAddresses as { value: string }[])[0]?.value);
const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

describe('new contacts whose answer is lost', () => {
  it('S70 although Google made them are found by their mark, and no second ones are made', () => {
    const office = newRows(3);
    office.people.fault('batchCreateContacts', 1, { message: TIMEOUT, applied: true });
    expect(office.sync()).toMatchObject({ state: 'paused', metrics: { created: 0, errors: 0 } });
    expect(statusesOf(office)).toEqual(times(3, CREATING));
    expect(statesOf(office)).toEqual(times(3, 'creating'));
    office.mark();
    office.sync();
    expect(office.writes()).toMatchObject({ google: {}, cells: [] });
    expect(statusesOf(office)).toEqual(times(3, 'Synchronisé'));
    expect(statesOf(office)).toEqual(times(3, 'linked'));
    expect(office.contacts()).toHaveLength(3);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S70 are found too when Google shows them late, and their rows were edited meanwhile', () => {
    const office = newRows(3);
    Object.assign(office.people.rules, { lag: 20 * MINUTE, staleListFor: 20 * MINUTE });
    office.people.fault('batchCreateContacts', 1, { message: TIMEOUT, applied: true });
    office.sync();
    office.edit('c0002@x.fr', 'email', 'new@x.fr');
    office.sync();
    expect(office.contacts()).toHaveLength(3);
    office.machine.advance(30 * MINUTE);
    expect(office.sync()).toMatchObject({ metrics: { created: 0, updated: 1 } });
    expect(emailsOf(office)).toEqual(['c0001@x.fr', 'new@x.fr', 'c0003@x.fr']);
    expect(statusesOf(office)).toEqual(times(3, 'Synchronisé'));
    expect(office.again()).toMatchObject({ google: {}, cells: [] });
  });

  it('S71 do not wait where it was only their label that could not be looked up', () => {
    const office = newRows(3);
    for (const n of [1, 2, 3]) office.people.fault('groups.list', n, { message: TIMEOUT });
    expect(office.refusal()).toContain(TIMEOUT);
    expect(statesOf(office)).toEqual([]);
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 3 } });
    expect(office.contacts()).toHaveLength(3);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S71 and that Google never made are made once, after an hour in which none turned up', () => {
    const office = newRows(3);
    office.people.fault('batchCreateContacts', 1, { message: TIMEOUT });
    office.sync();
    for (let minutes = 0; minutes < 45; minutes += 10) {
      expect(office.again()).toMatchObject({ google: {}, cells: [] });
      office.machine.advance(9 * MINUTE);
    }
    expect(office.contacts()).toHaveLength(0);
    office.mark();
    // It goes on by itself when the hour is over.
    office.machine.advance(20 * MINUTE);
    expect(office.writes().google).toEqual({ batchCreateContacts: 1 });
    expect([...emailsOf(office)].sort()).toEqual(['c0001@x.fr', 'c0002@x.fr', 'c0003@x.fr']);
    expect(statusesOf(office)).toEqual(times(3, 'Synchronisé'));
    expect(office.again()).toEqual(NO_WRITES);
  });
});

describe('one contact among 200 that Google refuses', () => {
  it.each([
    ['says which', true],
    ['does not say which', false],
  ])('S72 keeps no other from being made, where Google %s', (_, batchDetails) => {
    const office = newRows(200, [123]);
    office.people.rules.batchDetails = batchDetails;
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 199, errors: 1 } });
    expect(office.contacts()).toHaveLength(199);
    expect(emailsOf(office)).not.toContain('c0123@x.fr');
    expect(office.status('c0123@x.fr')).toContain('Google a refusé ce contact');
    expect(statusesOf(office).filter((status) => status === 'Synchronisé')).toHaveLength(199);
    office.edit('c0123@x.fr', 'nom', 'Béni');
    expect(office.sync()).toMatchObject({ metrics: { created: 1, errors: 0 } });
    expect(office.status('c0123@x.fr')).toBe('Synchronisé');
    expect(office.again()).toEqual(NO_WRITES);
  });

  it.each([
    ['says which', true],
    ['does not say which', false],
  ])('S72 keeps no other from being changed, where Google %s', (_, batchDetails) => {
    const office = openOffice(project);
    Object.assign(office.people.rules, { batchDetails, refusedText: '07 10 01 23' });
    importContacts(office, clientsOf(200));
    pasteRows(
      office,
      clientsOf(200, (n) => ({ telephone: n === 123 ? '07 10 01 23 00' : phoneOf(n, '07') })),
    );
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 199, errors: 1 } });
    expect(office.status('c0123@x.fr')).toContain('Google a refusé ce contact');
    expect(office.contact(office.refOf('c0123@x.fr'))).toMatchObject({ phoneNumbers: [{ value: phoneOf(123) }] });
    expect(office.contact(office.refOf('c0122@x.fr'))).toMatchObject({ phoneNumbers: [{ value: phoneOf(122, '07') }] });
    office.edit('c0123@x.fr', 'telephone', '07 99 99 99 99');
    expect(office.sync()).toMatchObject({ metrics: { updated: 1, errors: 0 } });
    expect(office.contact(office.refOf('c0123@x.fr'))).toMatchObject({ phoneNumbers: [{ value: '07 99 99 99 99' }] });
    expect(office.again()).toEqual(NO_WRITES);
  });
});

describe('a refusal that concerns all contacts', () => {
  it.each([
    ['from the first request on', false],
    ['once contacts are to be made', true],
  ])('S76 for want of permission, %s, ends the run and says how to permit; nothing counts as done', (_, isLate) => {
    const office = newRows(2);
    const scope = 'https://www.googleapis.com/auth/contacts';
    const refusal = { status: 403, message: 'Request had insufficient authentication scopes.' };
    if (isLate) office.people.fault('batchCreateContacts', 1, refusal);
    else office.machine.refusedScopes.add(scope);
    expect(office.refusal()).toMatch(/acceptez l’accès aux contacts/);
    expect(office.contacts()).toEqual([]);
    expect(statusesOf(office).join('')).not.toContain('Synchronisé');
    expect(office.call('openContacts')).toMatchObject({ last: { status: 'failed' } });
    office.machine.refusedScopes.delete(scope);
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 2 } });
    expect(office.contacts()).toHaveLength(2);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it.each([
    ['says which contacts are wrong', true],
    ['does not say which', false],
  ])(
    'S77 for want of room ends the making of contacts; what else there is to write is written (Google %s)',
    (_, told) => {
      const office = newRows(4, [4]);
      office.people.rules.batchDetails = told;
      const ref = office.addContact(JEAN);
      office.sync();
      office.edit('jean@x.fr', 'telephone', '06 99 99 99 99');
      pasteRows(
        office,
        clientsOf(4, () => ({}), 11),
        7,
      );
      // Room for two more, of which lists tell nothing yet.
      Object.assign(office.people.rules, { mostContacts: 6, lag: 20 * MINUTE });
      const run = office.sync();
      expect(run).toMatchObject({ state: 'finished', metrics: { updated: 1 } });
      expect(run.summary).toContain('Google Contacts est plein');
      expect(office.contact(ref)).toMatchObject({ phoneNumbers: [{ value: '06 99 99 99 99' }] });
      office.people.rules.mostContacts = 25_000;
      office.sync();
      expect([...emailsOf(office)].sort()).toEqual(
        [...clientsOf(3), ...clientsOf(4, () => ({}), 11), JEAN].map(({ email }) => email),
      );
      expect(office.again().google).toEqual({ batchCreateContacts: 1 });
    },
  );

  it('S78 for want of the People service says which service to add, and where', () => {
    const office = newRows(1);
    const without = { ...project, advancedServices: ['Sheets', 'Drive'] };
    const ask = (name: string): unknown => {
      const outcome = office.machine.run(without, name, [], { as: 'page' });
      return outcome.status === 'done' ? outcome.value : outcome;
    };
    expect(ask('openContacts')).toMatchObject({ ok: true, value: { service: 'off' } });
    for (const name of ['syncContacts', 'previewContacts', 'listLabels']) {
      const result = ask(name) as Result<unknown>;
      expect(result).toMatchObject({ ok: false, kind: 'DataError' });
      expect(result.ok ? '' : result.advice).toMatch(/« People API »/);
    }
    expect(office.contacts()).toEqual([]);
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 1 } });
  });
});
