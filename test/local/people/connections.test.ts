import type { Machine } from '../../../local/apps-script/machine';
import type { PeopleRules } from '../../../local/apps-script/people/people-rules';
import type { PersonJson } from '../../../local/apps-script/people/person-json';
import { ask, createPeopleMachine, refusalOf, someone, textOf } from './people-script';

interface List {
  readonly connections?: readonly PersonJson[];
  readonly nextPageToken?: string;
  readonly nextSyncToken?: string;
  readonly totalItems?: number;
}

const OPTIONS = { personFields: 'names,emailAddresses,metadata', requestSyncToken: true };

function list(machine: Machine, options: object = {}): List {
  return ask(machine, `return P.Connections.list('people/me', ${JSON.stringify({ ...OPTIONS, ...options })})`) as List;
}

/** What was written since, or the refusal. */
function since(machine: Machine, { nextSyncToken }: List, options: object = {}): List {
  return list(machine, { syncToken: nextSyncToken, ...options });
}

function refusal(machine: Machine, options: object): ReturnType<typeof refusalOf> {
  return refusalOf(machine, `P.Connections.list('people/me', ${JSON.stringify({ ...OPTIONS, ...options })})`);
}

function withContacts(count: number): Machine {
  const machine = createPeopleMachine();
  machine.people.import(Array.from({ length: count }, (_, n) => someone(`${String(n)}@x.fr`)));
  return machine;
}

describe('the list of all contacts', () => {
  it('comes in pages of 100, or of up to 1,000', () => {
    const machine = withContacts(1001);
    expect(list(machine).connections).toHaveLength(100);
    const first = list(machine, { pageSize: 1000 });
    expect([first.connections?.length, first.totalItems, first.nextSyncToken]).toEqual([1000, 1001, undefined]);
    const last = list(machine, { pageSize: 1000, pageToken: first.nextPageToken });
    expect([last.connections?.length, last.nextPageToken, typeof last.nextSyncToken]).toEqual([1, undefined, 'string']);
    expect(refusal(machine, { pageSize: 1001 }).details?.code).toBe(400);
  });

  it('is that of its first page: what is added meanwhile comes with the next delta', () => {
    const machine = withContacts(3);
    const first = list(machine, { pageSize: 2 });
    machine.people.add(someone('new@x.fr'));
    const last = list(machine, { pageSize: 2, pageToken: first.nextPageToken });
    expect(last.connections).toHaveLength(1);
    expect(since(machine, last, { pageSize: 2 }).connections).toMatchObject([
      { emailAddresses: [{ value: 'new@x.fr' }] },
    ]);
  });

  it('lacks what the account has nothing of', () => {
    expect(Object.keys(list(createPeopleMachine()))).toEqual(['nextSyncToken']);
  });

  it('has no sync token that was not asked for', () => {
    expect(list(withContacts(1), { requestSyncToken: false })).not.toHaveProperty('nextSyncToken');
  });

  it('needs a mask', () => {
    expect(textOf(refusal(createPeopleMachine(), { personFields: '' }))).toMatch(/^personFields mask is required\./);
  });

  it('can be in order of names, but not with a sync token', () => {
    const machine = createPeopleMachine();
    for (const familyName of ['B', 'A']) machine.people.add({ names: [{ familyName }] });
    const options = { sortOrder: 'LAST_NAME_ASCENDING', requestSyncToken: false };
    const names = list(machine, options).connections?.map((person) => person.names?.[0]?.familyName);
    expect(names).toEqual(['A', 'B']);
    expect(refusal(machine, { ...options, requestSyncToken: true }).details?.code).toBe(400);
  });

  it('may be behind', () => {
    const machine = withContacts(1);
    machine.people.rules.staleListFor = 60_000;
    expect(list(machine)).not.toHaveProperty('connections');
    machine.advance(60_000);
    expect(list(machine).connections).toHaveLength(1);
  });
});

describe('a delta', () => {
  it('of nothing has a token alone', () => {
    const machine = withContacts(2);
    const full = list(machine);
    expect(Object.keys(since(machine, full))).toEqual(['nextSyncToken']);
  });

  it('has what was written since, and tombstones without names', () => {
    const machine = withContacts(3);
    const full = list(machine);
    const [a, b] = machine.people.people().map(({ resourceName = '' }) => resourceName);
    machine.people.edit(a ?? '', (person) => (person.nicknames = [{ value: 'Jo' }]));
    machine.people.remove(b ?? '');
    const delta = since(machine, full);
    expect(delta.connections?.map(({ resourceName }) => resourceName)).toEqual([a, b]);
    const tombstone = delta.connections?.[1];
    expect(Object.keys(tombstone ?? {}).sort()).toEqual(['etag', 'metadata', 'resourceName']);
    expect(tombstone?.metadata?.deleted).toBe(true);
    expect(since(machine, delta)).not.toHaveProperty('connections');
    expect(since(machine, full).connections).toHaveLength(2);
  });

  it('has pages too, and its token on the last one', () => {
    const machine = withContacts(0);
    const full = list(machine, { pageSize: 2 });
    machine.people.import(['a', 'b', 'c'].map((name) => someone(`${name}@x.fr`)));
    const first = since(machine, full, { pageSize: 2 });
    expect([first.connections?.length, first.nextSyncToken]).toEqual([2, undefined]);
    const last = since(machine, full, { pageSize: 2, pageToken: first.nextPageToken });
    expect([last.connections?.length, typeof last.nextSyncToken]).toEqual([1, 'string']);
  });

  it('has all contacts when Google says that all changed', () => {
    const machine = withContacts(5);
    const full = list(machine);
    machine.people.bump('all');
    expect(since(machine, full).connections).toHaveLength(5);
  });

  it('shows a write only after the lag, and until then what was before it', () => {
    const machine = withContacts(1);
    machine.people.rules.lag = 300_000;
    machine.advance(300_000);
    const full = list(machine);
    const [{ resourceName = '' } = {}] = machine.people.people();
    const write = (value: string): void => {
      machine.people.edit(resourceName, (person) => (person.emailAddresses = [{ value }]));
    };
    write('first@x.fr');
    machine.advance(200_000);
    write('second@x.fr');
    expect(since(machine, full)).not.toHaveProperty('connections');
    machine.advance(150_000);
    const delta = since(machine, full);
    expect(delta.connections).toMatchObject([{ emailAddresses: [{ value: 'first@x.fr' }] }]);
    machine.advance(200_000);
    expect(since(machine, delta).connections).toMatchObject([{ emailAddresses: [{ value: 'second@x.fr' }] }]);
  });

  it('tells former resource names, and the tombstone of the old one, of the same source', () => {
    const machine = withContacts(1);
    const full = list(machine);
    const [{ resourceName: old = '' } = {}] = machine.people.people();
    const name = machine.people.rename(old, { tombstoneAfter: 60_000 });
    const delta = since(machine, full);
    expect(delta.connections).toMatchObject([{ resourceName: name, metadata: { previousResourceNames: [old] } }]);
    machine.advance(60_000);
    const later = since(machine, delta).connections?.[0];
    expect(later).toMatchObject({ resourceName: old, metadata: { deleted: true } });
    expect(later?.metadata?.sources?.[0]?.id).toBe(delta.connections?.[0]?.metadata?.sources?.[0]?.id);
    expect(ask(machine, `return read('${old}').resourceName`)).toBe(name);
    expect(list(machine).connections?.[0]?.metadata).not.toHaveProperty('previousResourceNames');
  });
});

describe('a token', () => {
  it.each([
    ['INVALID_ARGUMENT', 400, 'INVALID_ARGUMENT'],
    ['FAILED_PRECONDITION', 400, 'FAILED_PRECONDITION'],
    ['GONE', 410, 'FAILED_PRECONDITION'],
    ['MESSAGE_ONLY', undefined, undefined],
  ] as [PeopleRules['expiredAs'], number?, string?][])(
    'expires as %s seven days after the full sync',
    (as, code, status) => {
      const machine = withContacts(1);
      machine.people.rules.expiredAs = as;
      const full = list(machine);
      machine.advance(6 * 86_400_000);
      const delta = since(machine, full);
      machine.advance(86_400_000);
      const caught = refusal(machine, { syncToken: delta.nextSyncToken });
      expect(caught.message).toBe(
        'API call to people.people.connections.list failed with error: Sync token is expired. Clear local cache and retry call without the sync token.',
      );
      expect([caught.details?.code, caught.details?.status]).toEqual([code, status]);
      const reason = caught.details?.details?.[0]?.reason;
      expect(reason).toBe(as === 'GONE' || as === 'MESSAGE_ONLY' ? undefined : 'EXPIRED_SYNC_TOKEN');
    },
  );

  it.each(['nonsense', Buffer.from('{"horizon":1}').toString('base64url')])(
    'that is none is refused in other words: %s',
    (syncToken) => {
      expect(textOf(refusal(withContacts(1), { syncToken }))).toBe('Sync token is invalid.');
    },
  );

  it.each([
    { personFields: 'names' },
    { pageSize: 7 },
    { sources: ['READ_SOURCE_TYPE_CONTACT'] },
    { requestSyncToken: false },
  ])('is refused when another parameter differs from the first call: %p', (options) => {
    const machine = withContacts(3);
    const { nextPageToken } = list(machine, { pageSize: 2 });
    const { nextSyncToken } = list(machine);
    for (const tokens of [{ pageSize: 2, pageToken: nextPageToken }, { syncToken: nextSyncToken }]) {
      const caught = refusal(machine, { ...tokens, ...options });
      expect([caught.details?.code, textOf(caught)]).toEqual([400, expect.stringMatching(/must match the first call/)]);
    }
  });

  it('of one person is none of another’s', () => {
    const machine = withContacts(1);
    const { nextSyncToken = '' } = list(machine);
    const how = { person: { email: 'paul@example.com', locale: 'fr' } };
    expect(machine.people.of(how.person).people()).toEqual([]);
    machine.people.of(how.person).add(someone('p@x.fr'));
    expect(machine.people.people()).toHaveLength(1);
    expect(nextSyncToken).not.toBe('');
  });
});
