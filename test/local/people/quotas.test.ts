import type { Machine } from '../../../local/apps-script/machine';
import { createMachine } from '../../../local/apps-script/machine';
import { ask, createPeopleMachine, refusalOf, someone, textOf } from './people-script';

/** How often a body could be run before it was refused, and with what. */
function countUntilRefused(machine: Machine, call: string): [number, ReturnType<typeof refusalOf>] {
  const body = `let n = 0; try { for (; n < 200; n++) { ${call} } } catch (e) { return [n, { name: e.name, message: e.message, details: e.details }] } return [n, {}]`;
  return ask(machine, body) as [number, ReturnType<typeof refusalOf>];
}

describe('the quota of a minute', () => {
  it('allows 90 reads, and says in Google’s words that they are used up', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const [count, caught] = countUntilRefused(machine, `read('${name}')`);
    expect(count).toBe(90);
    expect(textOf(caught)).toBe(
      "Quota exceeded for quota metric 'Critical read requests (Contact and Profile Reads)' and limit 'Critical read requests (Contact and Profile Reads) per minute per user' of service 'people.googleapis.com' for consumer 'project_number:0'.",
    );
    expect(caught.details).toMatchObject({
      ...{ code: 429, status: 'RESOURCE_EXHAUSTED' },
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'RATE_LIMIT_EXCEEDED',
          metadata: { quota_limit: 'CriticalReadsPerMinutePerProjectPerUser' },
        },
      ],
    });
    machine.advance(60_000);
    expect(countUntilRefused(machine, `read('${name}')`)[0]).toBe(90);
  });

  it('allows 90 writes', () => {
    const [count, caught] = countUntilRefused(createPeopleMachine(), 'P.createContact({})');
    expect([count, textOf(caught)]).toEqual([90, expect.stringContaining("quota metric 'Critical write requests'")]);
  });

  it('counts an update as a read too', () => {
    const machine = createPeopleMachine();
    machine.people.rules.perMinute.reads = 10;
    const name = machine.people.add(someone('a@x.fr'));
    const [count, caught] = countUntilRefused(machine, `update(read('${name}'), 'biographies', {})`);
    expect([count, caught.message]).toEqual([
      5,
      expect.stringContaining('people.get failed with error: Quota exceeded'),
    ]);
  });

  it('counts a batch once', () => {
    const machine = createPeopleMachine();
    machine.people.rules.perMinute.writes = 2;
    const [count] = countUntilRefused(
      machine,
      'P.batchCreateContacts({ contacts: Array(50).fill({ contactPerson: {} }) })',
    );
    expect([count, machine.people.people().length]).toEqual([2, 100]);
  });

  it('has one more for the first page of a full sync', () => {
    const machine = createPeopleMachine();
    machine.people.rules.fullSyncPerMinute = 2;
    const list = (options: string): string => `P.Connections.list('people/me', { personFields: 'names', ${options} })`;
    const [count, caught] = countUntilRefused(machine, list('requestSyncToken: true'));
    expect([count, caught.details?.code]).toEqual([2, 429]);
    expect(countUntilRefused(machine, list('requestSyncToken: false'))[0]).toBeGreaterThan(80);
  });
});

describe('contacts', () => {
  it('are 25,000 at most, with those in the trash, which is emptied after 30 days', () => {
    const machine = createPeopleMachine();
    machine.people.rules.mostContacts = 2;
    const [first = ''] = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
    machine.people.remove(first);
    const create = 'P.batchCreateContacts({ contacts: [{ contactPerson: {} }] })';
    expect(refusalOf(machine, create).message).toContain('MY_CONTACTS_OVERFLOW_COUNT');
    machine.advance(30 * 86_400_000);
    expect(refusalOf(machine, create).message).toBe('nothing');
    expect(machine.people.trash()).toEqual([]);
  });

  it.each([
    ['consumer', 1000],
    ['workspace', 2000],
  ] as const)('may be created by scripts of a %s account up to %i times a day', (account, most) => {
    const machine = createMachine({ account });
    const batch = 'P.batchCreateContacts({ contacts: Array(200).fill({ contactPerson: {} }) })';
    const [count, caught] = countUntilRefused(machine, batch);
    expect([count * 200, caught.name, caught.details]).toEqual([most, 'Exception', undefined]);
    machine.advance(86_400_000);
    expect(countUntilRefused(machine, batch)[0] * 200).toBe(most);
  });
});
