import { addressesOf, ask, createPeopleMachine, refusalOf, someone } from './people-script';

const CREATE = `P.batchCreateContacts({ contacts: [{ contactPerson: ${JSON.stringify(someone('a@x.fr'))} }] })`;
const DOWN = { status: 503, message: 'The service is currently unavailable.' };

describe('a fault', () => {
  it('strikes the n-th call from now on, once', () => {
    const machine = createPeopleMachine();
    machine.people.fault('batchCreateContacts', 2, DOWN);
    const seen = [1, 2, 3].map(() => refusalOf(machine, CREATE));
    expect(seen.map(({ message }) => message)).toEqual([
      'nothing',
      'API call to people.people.batchCreateContacts failed with error: The service is currently unavailable.',
      'nothing',
    ]);
    expect(seen[1]?.details).toMatchObject({ code: 503, status: 'UNAVAILABLE' });
    expect(addressesOf(machine)).toHaveLength(2);
  });

  it('may strike a call that is carried out all the same', () => {
    const machine = createPeopleMachine();
    machine.people.fault('batchCreateContacts', 1, { ...DOWN, applied: true });
    expect(refusalOf(machine, CREATE).details?.code).toBe(503);
    expect(addressesOf(machine)).toEqual(['a@x.fr']);
  });

  it('without a status is what Apps Script throws itself, after a while', () => {
    const machine = createPeopleMachine();
    machine.people.fault('createContact', 1, { message: 'Timeout', applied: true, delay: 30_000 });
    const before = machine.state.now;
    expect(refusalOf(machine, 'P.createContact({})')).toEqual({ name: 'Exception', message: 'Timeout' });
    expect([machine.people.people().length, machine.state.now - before > 30_000]).toEqual([1, true]);
  });

  it('may come without details, or with a reason', () => {
    const machine = createPeopleMachine();
    machine.people.fault('createContact', 1, { ...DOWN, skipDetails: true });
    machine.people.fault('createContact', 2, { ...DOWN, reason: 'BUSY' });
    expect(refusalOf(machine, 'P.createContact({})').details).toBeUndefined();
    expect(refusalOf(machine, 'P.createContact({})').details?.details).toMatchObject([{ reason: 'BUSY' }]);
  });

  it('is forgotten when the faults are cleared', () => {
    const machine = createPeopleMachine();
    machine.people.fault('createContact', 1, DOWN);
    machine.people.clearFaults();
    expect(refusalOf(machine, 'P.createContact({})').message).toBe('nothing');
  });
});

describe('a spoiled page', () => {
  const list = (options = ''): string =>
    `return P.Connections.list('people/me', { personFields: 'names', requestSyncToken: true, pageSize: 2, ${options} })`;

  it('lacks its token, a part of its contacts, or one of them', () => {
    const machine = createPeopleMachine();
    const [a, b] = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
    machine.people.spoilPage(1, { dropToken: true });
    machine.people.spoilPage(2, { keep: 1 });
    machine.people.spoilPage(3, { miss: a ?? '' });
    const names = (page: unknown): unknown[] =>
      (page as { connections: { resourceName: string }[] }).connections.map(({ resourceName }) => resourceName);
    const pages = [1, 2, 3, 4].map(() => ask(machine, list()) as object);
    expect(pages.map(names)).toEqual([[a, b], [a], [b], [a, b]]);
    expect(pages.map((page) => 'nextSyncToken' in page)).toEqual([false, true, true, true]);
    expect(pages[2]).toMatchObject({ totalItems: 2 });
  });
});
