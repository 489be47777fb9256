import type { Project } from '../../local/apps-script/project';
import type { ContactsRunView } from '../../src/app/rpc';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { JEAN, MARIE, officeInStep, setPhone } from './office-in-step';
import { clientsOf, importContacts } from './many-clients';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

/** What Google was asked to list last: all contacts, or what changed. */
function lastList({ machine }: Office): 'all' | 'changes' {
  return machine.state.people.user?.pages.at(-1)?.syncToken === null ? 'all' : 'changes';
}

const tokenOf = ({ machine }: Office): unknown =>
  (JSON.parse(machine.state.properties.document['contacts.token'] ?? '{}') as { token?: unknown }).token;
const listCalls = ({ machine }: Office): number => machine.calls()['People.People.Connections.list'] ?? 0;
const everything = (office: Office): unknown => [
  ...[office.clients(), office.contacts(), office.links(), office.journal()],
  office.machine.state.properties.document['contacts.token'],
];

describe('the sync token', () => {
  it.each(['INVALID_ARGUMENT', 'FAILED_PRECONDITION', 'GONE', 'MESSAGE_ONLY'] as const)(
    'S58 that Google calls expired (%s) is done without: all contacts are listed, nothing is deleted, and the run goes on',
    (expiredAs) => {
      const office = officeInStep(project);
      Object.assign(office.people.rules, { expiredAs, tokenLifetime: 1000 });
      setPhone(office, office.marie, '06 22 22 22 22');
      const before = listCalls(office);
      expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 1, held: 0, errors: 0 } });
      expect(listCalls(office) - before).toBe(2);
      expect(lastList(office)).toBe('all');
      expect(office.client('marie@x.fr').telephone).toBe('06 22 22 22 22');
      expect(office.clients()).toHaveLength(2);
      expect(office.contacts()).toHaveLength(2);
      office.people.rules.tokenLifetime = 7 * DAY;
      office.sync();
      expect(office.again()).toEqual(NO_WRITES);
      expect(lastList(office)).toBe('changes');
    },
  );

  it('S59 is not taken for expired at another refusal: that run writes nothing and says why, and the next one lists all', () => {
    const office = officeInStep(project);
    setPhone(office, office.marie, '06 22 22 22 22');
    office.edit('jean@x.fr', 'telephone', '06 33 33 33 33');
    office.people.fault('list', 1, { status: 400, message: 'Request contains an invalid argument.' });
    office.mark();
    expect(office.refusal()).toContain('Request contains an invalid argument.');
    expect(office.writes()).toEqual(NO_WRITES);
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 2 } });
    expect(lastList(office)).toBe('all');
    expect(office.contact(office.jean)).toMatchObject({ phoneNumbers: [{ value: '06 33 33 33 33' }] });
    expect(office.client('marie@x.fr').telephone).toBe('06 22 22 22 22');
  });

  it('S60 is six days old: all contacts are listed, before Google would refuse it', () => {
    const office = officeInStep(project);
    office.machine.advance(6 * DAY - 10 * MINUTE);
    expect(office.again()).toEqual(NO_WRITES);
    expect(lastList(office)).toBe('changes');
    office.machine.advance(10 * MINUTE);
    expect(office.again()).toEqual(NO_WRITES);
    expect(lastList(office)).toBe('all');
    office.machine.advance(DAY);
    office.sync();
    expect(lastList(office)).toBe('changes');
  });

  it('S61 is good for the next time also where nothing changed', () => {
    const office = officeInStep(project);
    office.sync();
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { calls: 1, skipped: 2, errors: 0 } });
    expect(lastList(office)).toBe('changes');
    setPhone(office, office.marie, '06 22 22 22 22');
    expect(office.sync()).toMatchObject({ metrics: { calls: 1, updated: 1 } });
    expect(lastList(office)).toBe('changes');
    expect(office.client('marie@x.fr').telephone).toBe('06 22 22 22 22');
  });
});

describe('a list', () => {
  it('S62 that breaks off without a token and without contacts is an error, and nothing moves on', () => {
    const office = officeInStep(project);
    setPhone(office, office.marie, '06 22 22 22 22');
    office.edit('jean@x.fr', 'telephone', '06 33 33 33 33');
    const before = everything(office);
    office.people.spoilPage(1, { dropToken: true, keep: 0 });
    office.mark();
    expect(office.refusal()).toMatch(/liste entière/);
    expect(office.writes()).toEqual(NO_WRITES);
    expect(everything(office)).toEqual(before);
    expect(office.sync()).toMatchObject({ metrics: { updated: 2 } });
    expect(lastList(office)).toBe('changes');
  });

  it('S63 that echoes what we wrote ourselves makes nothing to do', () => {
    const office = officeInStep(project);
    office.edit('jean@x.fr', 'telephone', '06 33 33 33 33');
    office.sync();
    const token = tokenOf(office);
    expect(office.again()).toEqual(NO_WRITES);
    expect(tokenOf(office)).not.toBe(token);
    expect(office.client('jean@x.fr').telephone).toBe('06 33 33 33 33');
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S64 that comes late shows what was there before our own write: that is no news', () => {
    const office = officeInStep(project);
    // What Google tells of changes is five minutes old, so that an edit shows after our later write of another field.
    office.people.rules.lag = 5 * MINUTE;
    setPhone(office, office.jean, '06 44 44 44 44');
    office.edit('jean@x.fr', 'prenom', 'Jeanne');
    office.sync();
    expect(office.contact(office.jean)).toMatchObject({
      names: [{ givenName: 'Jeanne' }],
      phoneNumbers: [{ value: '06 44 44 44 44' }],
    });
    office.edit('jean@x.fr', 'telephone', '06 55 55 55 55');
    office.sync();
    for (let minutes = 0; minutes < 12; minutes += 1) {
      expect(office.again()).toEqual(NO_WRITES);
      expect(office.client('jean@x.fr')).toMatchObject({ prenom: 'Jeanne', telephone: '06 55 55 55 55' });
    }
    expect(office.contact(office.jean)).toMatchObject({ phoneNumbers: [{ value: '06 55 55 55 55' }] });
    expect(office.journal().map(({ before }) => before)).toEqual(
      expect.arrayContaining(['Jean', '06 12 34 56 78', '06 44 44 44 44']),
    );
  });

  it('S68 whose first page Google refuses for now is a pause, which ends by itself', () => {
    const office = openOffice(project);
    const { people, machine } = office;
    office.addClient(JEAN);
    office.addContact(MARIE);
    people.rules.fullSyncPerMinute = 0;
    const paused = office.sync();
    expect(paused).toMatchObject({ state: 'paused', metrics: { created: 0 } });
    expect(office.contacts()).toHaveLength(1);
    expect(office.clients()).toHaveLength(1);
    people.rules.fullSyncPerMinute = 10;
    machine.advance((paused.resumesAt ?? 0) - machine.state.now + MINUTE);
    expect(machine.executions.at(-1)).toMatchObject({ functionName: 'continueContacts', status: 'done' });
    expect([office.clients().length, office.contacts().length]).toEqual([2, 2]);
    expect(machine.state.triggers).toEqual([]);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S74 of 1,001 contacts comes in two pages, and the token is that of the last', () => {
    const office = openOffice(project);
    const refs = importContacts(office, clientsOf(1001));
    const run: ContactsRunView = office.sync();
    expect(run).toMatchObject({ state: 'finished', metrics: { created: 1001, calls: 2 } });
    expect(new Set(office.clients().map(({ email }) => email)).size).toBe(1001);
    expect(tokenOf(office)).toEqual(expect.any(String));
    setPhone(office, refs[1000] ?? '', '06 22 22 22 22');
    expect(office.sync()).toMatchObject({ metrics: { calls: 1, updated: 1, created: 0 } });
    expect(lastList(office)).toBe('changes');
    expect(office.client('c1001@x.fr').telephone).toBe('06 22 22 22 22');
  });
});
