import { toText } from '../../../local/vendors/json';
import { zendesk } from '../../../src/connectors/zendesk/zendesk';
import { BusyError, DataError, SignInError } from '../../../src/core/errors';
import type { Cursor, Row } from '../../../src/core/model';
import type { LiveSystem } from '../../fixtures/live-system';
import { columnOf, readPage, readPass } from '../../fixtures/read-pass';
import { createLiveZendesk, zendeskSettings, zendeskStream } from '../../fixtures/zendesk';

const tickets = zendeskStream('tickets');
const DAY = 86_400_000;

/** The tickets as upserts and removals leave them, from a first pass or on from `before`. */
function merge(system: LiveSystem, before = new Map<string, Row>(), from: Cursor | null = null): Cursor {
  const { pages, cursor } = readPass(tickets, system.api, from);
  for (const { rows, removed = [] } of pages) {
    for (const row of rows) before.set(String(row.ticket_id), row);
    for (const { ticket_id: id } of removed) before.delete(String(id));
  }
  return cursor;
}

const living = (system: LiveSystem): readonly string[] =>
  system
    .records('tickets')
    .filter(({ status }) => status !== 'deleted')
    .map(({ id }) => toText(id))
    .sort();

test('all tickets that are not deleted are read, archived ones and those of AI agents too', () => {
  const system = createLiveZendesk();
  const table = new Map<string, Row>();
  merge(system, table);
  expect([...table.keys()].sort()).toEqual(living(system));
  expect(new Set(columnOf(table.values(), 'support_type'))).toEqual(new Set(['agent', 'ai_agent']));
});

test('a day later only what changed comes: changed twice, by the system, new, deleted', () => {
  const system = createLiveZendesk();
  const table = new Map<string, Row>();
  const cursor = merge(system, table);
  const [twice = '', bySystem = '', gone = ''] = table.keys();
  system.clock.pass(DAY);
  system.control({ op: 'update', kind: 'tickets', keys: [twice], set: { subject: 'once' } });
  system.clock.pass(60_000);
  system.control({ op: 'update', kind: 'tickets', keys: [twice], set: { subject: 'twice' } });
  system.control({ op: 'act', act: 'updateBySystem', value: { keys: [bySystem], set: { tags: ['late'] } } });
  system.control({ op: 'create', kind: 'tickets', count: 3 });
  system.control({ op: 'remove', kind: 'tickets', keys: [gone] });
  system.clock.pass(DAY);
  const { rows } = readPass(tickets, system.api, cursor);
  expect(rows.length).toBe(5);
  merge(system, table, cursor);
  expect([...table.keys()].sort()).toEqual(living(system));
  expect([table.get(twice)?.subject, table.get(bySystem)?.tags]).toEqual(['twice', 'late']);
});

test('metrics are the same in the ticket and beside it', () => {
  const rowsOf = (system: LiveSystem): readonly Row[] =>
    readPass(tickets, system.api).rows.map((row) => ({ ...row, synced_at: null }));
  const embedded = rowsOf(createLiveZendesk());
  expect(rowsOf(createLiveZendesk({ metricSets: 'topLevel' }))).toEqual(embedded);
  expect(columnOf(embedded, 'first_reply_business').some((value) => typeof value === 'number')).toBe(true);
});

test('names are the same when some people do not come along', () => {
  const namesOf = (system: LiveSystem): readonly unknown[] =>
    columnOf(readPass(tickets, system.api).rows, 'requester_name');
  const some = createLiveZendesk({ missingUsers: 0.5 });
  expect(namesOf(some)).toEqual(namesOf(createLiveZendesk()));
  expect(some.asked().some((path) => path.startsWith('/api/v2/users/show_many'))).toBe(true);
});

test('pages that are too slow are asked for in smaller pieces, and none is lost', () => {
  const system = createLiveZendesk({ slowAbove: 100 });
  const table = new Map<string, Row>();
  let cursor: Cursor | null = null;
  for (let done = false; !done;) {
    system.clock.pass(6500);
    const page = readPage(tickets, system.api, cursor);
    for (const row of page.rows) table.set(String(row.ticket_id), row);
    ({ cursor, done } = page);
  }
  expect([...table.keys()].sort()).toEqual(living(system));
});

test.each([400, 422])('cursors that are refused (%i) give way to the time of the last ticket', (status) => {
  const system = createLiveZendesk();
  const table = new Map<string, Row>();
  const cursor = merge(system, table);
  system.clock.pass(DAY);
  system.control({ op: 'create', kind: 'tickets', count: 2 });
  system.clock.pass(DAY);
  system.control({ op: 'act', act: 'refuseCursors', value: status });
  merge(system, table, cursor);
  expect([...table.keys()].sort()).toEqual(living(system));
});

test('a page that leads to itself stops the reading', () => {
  const system = createLiveZendesk({ tickets: 1100 });
  system.control({ op: 'act', act: 'repeatCursors', value: 5 });
  expect(() => readPass(tickets, system.api)).toThrow(DataError);
});

test('ten exports go out at once, the eleventh waits its minute', () => {
  const system = createLiveZendesk();
  const read = (): unknown => readPage(tickets, system.api, null);
  for (let i = 0; i < 10; i++) read();
  expect(read).toThrow(BusyError);
  system.clock.pass(61_000);
  expect(read).not.toThrow();
});

test('an OAuth client opens the account, and again after its token was revoked', () => {
  const client = { subdomain: 'acme', clientId: 'sync', clientSecret: 'local-zendesk-secret' };
  const system = createLiveZendesk({}, client);
  expect(zendesk.check(system.api, client).en).toContain('Connected to acme.zendesk.com');
  system.control({ op: 'act', act: 'revokeTokens' });
  expect(zendesk.check(system.api, client).en).toContain('Connected to acme.zendesk.com');
  expect(readPass(zendeskStream('brands'), system.api).rows.length).toBeGreaterThan(0);
});

test('an e-mail address and its API token open the account too', () => {
  const legacy = { subdomain: 'acme', signIn: 'token', email: 'admin@exemple.fr', apiToken: 'local-zendesk-token' };
  expect(zendesk.check(createLiveZendesk({}, legacy).api, legacy).en).toContain('30 April 2027');
});

test('a wrong token is told apart from an agent’s', () => {
  const wrong = { ...zendeskSettings, accessToken: 'wrong' };
  expect(() => zendesk.check(createLiveZendesk({}, wrong).api, wrong)).toThrow(SignInError);
  expect(() => zendesk.check(createLiveZendesk({ role: 'agent' }).api, zendeskSettings)).toThrow('not admin');
});
