import type { Project } from '../../local/apps-script/project';
import type { ContactsSettings } from '../../src/app/rpc';
import type { Fields } from '../../src/contacts/fields';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { clientsOf, importContacts, pasteRows, withoutQuotas } from './many-clients';

const MINUTE = 60_000;
const JEAN = { nom: 'Dupont', prenom: 'Jean', email: 'jean@x.fr', telephone: '06 12 34 56 78' };
const MARIE = { nom: 'Curie', prenom: 'Marie', email: 'marie@x.fr', telephone: '06 11 11 11 11' };
const SETTINGS: ContactsSettings = {
  scope: { kind: 'label', name: 'Clients' },
  ...{ direction: 'both', tie: 'sheet', hourly: false, atOnce: false },
};
const BOB = { email: 'bob@example.com', locale: 'fr' };

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

/** A client from either side, in step until each was edited. */
function edited(): Office & { readonly jean: string; readonly marie: string } {
  const office = openOffice(project);
  office.addClient(JEAN);
  const marie = office.addContact(MARIE);
  office.sync();
  office.edit('jean@x.fr', 'telephone', '06 33 33 33 33');
  office.editContact(marie, (person) => {
    person.phoneNumbers = [{ value: '06 22 22 22 22' }];
  });
  return { ...office, jean: office.refOf('jean@x.fr'), marie };
}

const press = ({ machine }: Office): unknown => machine.run(project, 'syncContacts', [], { as: 'page' });
const tokenOf = ({ machine }: Office): string | undefined => machine.state.properties.document['contacts.token'];

function expectInStep(office: Office & { readonly jean: string; readonly marie: string }): void {
  expect(office.contact(office.jean)).toMatchObject({ phoneNumbers: [{ value: '06 33 33 33 33' }] });
  expect(office.contact(office.marie)).toMatchObject({ phoneNumbers: [{ value: '06 22 22 22 22' }] });
  expect(office.client('jean@x.fr').telephone).toBe('06 33 33 33 33');
  expect(office.client('marie@x.fr').telephone).toBe('06 22 22 22 22');
  expect(office.contacts()).toHaveLength(2);
  expect(Object.values(office.links()).map(({ base }) => base.telephone)).toEqual(
    expect.arrayContaining(['06 33 33 33 33', '06 22 22 22 22']),
  );
  expect(office.again()).toEqual(NO_WRITES);
}

describe('a run that is killed', () => {
  it('S80 between what it wrote to Google and what it noted of it leaves nothing to write for the next', () => {
    const office = edited();
    office.machine.faults.kill('after', 1, { method: 'People.People.updateContact', within: 'execution' });
    expect(press(office)).toMatchObject({ status: 'killed' });
    expect(office.contact(office.jean)).toMatchObject({ phoneNumbers: [{ value: '06 33 33 33 33' }] });
    office.mark();
    office.sync();
    expect(office.writes().google).toEqual({});
    expect(office.status('jean@x.fr')).toBe('Synchronisé');
    expectInStep(office);
  });

  it('S81 before it stored the sync token is told the same news again, which harms nothing', () => {
    const office = edited();
    const token = tokenOf(office);
    office.machine.faults.kill('before', 1, { method: 'Properties.setProperty', within: 'execution' });
    expect(press(office)).toMatchObject({ status: 'killed' });
    expect(tokenOf(office)).toBe(token);
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 2, conflicts: 0 } });
    expect(tokenOf(office)).not.toBe(token);
    // The token as it was before all of that.
    office.machine.state.properties.document['contacts.token'] = token ?? '';
    expect(office.again()).toEqual(NO_WRITES);
    expectInStep(office);
  });

  it('S82 at six minutes, or is short of time, somewhere among 3,000 contacts is gone on with to the end', () => {
    const office = openOffice(project);
    withoutQuotas(office);
    const named = (prenom: string): readonly Partial<Fields>[] => clientsOf(3000, () => ({ telephone: '', prenom }));
    importContacts(office, named('Paul'));
    pasteRows(office, named('Pola'));
    const done = (): number => office.people.people().filter(({ names }) => names?.[0]?.givenName === 'Pola').length;
    // A batch of 200 has to wait for the next minute.
    office.people.rules.perMinute.writes = 1;
    const paused = office.sync();
    expect(paused).toMatchObject({ state: 'paused', metrics: { errors: 0 } });
    const first = done();
    expect(first).toBeGreaterThanOrEqual(600);
    expect(first).toBeLessThan(1500);
    const [ended] = office.machine.executions.slice(-1);
    expect((ended?.endedAt ?? 0) - (ended?.startedAt ?? 0)).toBeLessThan(6 * MINUTE);
    // In the next execution an answer of Google's takes longer than what is left.
    office.people.rules.perMinute.writes = 10_000;
    const slow = { message: 'Service invoked timed out', applied: true, delay: 7 * MINUTE };
    office.people.fault('batchUpdateContacts', 3, slow);
    office.mark();
    office.machine.advance(2 * MINUTE);
    const killed = office.machine.executions.filter(({ status }) => status === 'killed');
    expect(killed).toMatchObject([{ functionName: 'continueContacts', reason: 'Exceeded maximum execution time' }]);
    expect(done()).toBe(first + 600);
    office.machine.advance(10 * MINUTE);
    expect(done()).toBe(3000);
    expect(office.people.people()).toHaveLength(3000);
    expect(office.writes().google).toEqual({ batchUpdateContacts: (3000 - first) / 200 });
    expect(office.machine.state.triggers).toEqual([]);
    expect(office.clients().every(({ prenom }) => prenom === 'Pola')).toBe(true);
    expect(office.call('openContacts')).toMatchObject({ last: { status: 'finished' }, counts: { linked: 3000 } });
  });
});

describe('a second run', () => {
  it.each(['syncContacts', 'hourlyTick', 'continueContacts'])(
    'S83 beside the first (%s) finds the spreadsheet taken, does nothing and says so',
    (name) => {
      const office = edited();
      office.call('saveContacts', { ...SETTINGS, hourly: true });
      const caller = name === 'syncContacts' ? 'page' : 'trigger';
      const second: unknown[] = [];
      const start = (): void => void second.push(office.machine.run(project, name, [], { as: caller }));
      office.machine.faults.hook('before', 1, start, { method: 'People.People.updateContact', within: 'execution' });
      office.mark();
      expect(press(office)).toMatchObject({ status: 'done', value: { ok: true, value: { state: 'finished' } } });
      expect(second).toHaveLength(1);
      // Nobody reads what a trigger returns, but whoever waits for a page is told.
      if (name === 'syncContacts') expect(JSON.stringify(second)).toContain('"state":"running"');
      else expect(second).toMatchObject([{ status: 'done', value: null }]);
      expect(office.writes().google).toEqual({ updateContact: 1 });
      expectInStep(office);
    },
  );

  it('S83 is not kept out by one that was killed', () => {
    const office = edited();
    office.machine.faults.kill('before', 1, { method: 'People.People.updateContact', within: 'execution' });
    expect(press(office)).toMatchObject({ status: 'killed' });
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 2 } });
    expectInStep(office);
  });

  it('S86 of another person refuses: Google opens contacts to their owner alone', () => {
    const office = edited();
    office.mark();
    const before = [office.contacts(), office.machine.state.properties];
    for (const name of ['syncContacts', 'previewContacts', 'saveContacts', 'resetContacts']) {
      const given = name === 'saveContacts' ? [SETTINGS] : [];
      const outcome = office.machine.run(project, name, given, { as: 'page', person: BOB });
      expect(outcome).toMatchObject({ status: 'done', value: { ok: false, kind: 'SettingsError' } });
      expect(JSON.stringify(outcome)).toContain('anne@example.com');
    }
    expect(office.machine.run(project, 'hourlyTick', [], { as: 'trigger', person: BOB })).toMatchObject({
      status: 'done',
      value: null,
    });
    expect([office.contacts(), office.machine.state.properties]).toEqual(before);
    expect(office.writes()).toEqual(NO_WRITES);
    expect(office.people.of(BOB).people()).toEqual([]);
    office.sync();
    expectInStep(office);
  });
});
