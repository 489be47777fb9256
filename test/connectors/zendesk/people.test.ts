import { DataError } from '../../../src/core/errors';
import type { JsonObject } from '../../../src/core/model';
import { columnOf, readPass } from '../../fixtures/read-pass';
import { createScriptedZendesk, inTurn, zendeskStream } from '../../fixtures/zendesk';

const ORGANIZATIONS = 'incremental/organizations';
const USERS = 'incremental/users/cursor';

const organizations = (ids: readonly number[], endTime: number | null, end?: boolean): JsonObject => ({
  organizations: ids.map((id) => ({ id, name: `O${id}`, updated_at: new Date(id * 1000).toISOString() })),
  end_time: endTime,
  next_page: 'https://evil.example/',
  ...(end !== undefined && { end_of_stream: end }),
});

test('organisations are read by time, from where the last answer ended', () => {
  const system = createScriptedZendesk({
    [ORGANIZATIONS]: inTurn(organizations([1, 2], 200, false), organizations([2, 3], 300, true)),
  });
  const { table, cursor } = readPass(zendeskStream('organizations'), system.api);
  expect([...table.keys()]).toEqual(['1', '2', '3']);
  readPass(zendeskStream('organizations'), system.api, cursor);
  expect(system.asked(ORGANIZATIONS)).toEqual([
    `${ORGANIZATIONS}?start_time=0&per_page=1000`,
    `${ORGANIZATIONS}?start_time=200&per_page=1000`,
    `${ORGANIZATIONS}?start_time=300&per_page=1000`,
  ]);
});

test('what the last second of an answer held comes again with the next, and is left out there unless it changed', () => {
  const record = (id: number, time: number, name: string): JsonObject => ({
    id,
    name,
    updated_at: new Date(time * 1000).toISOString(),
  });
  const system = createScriptedZendesk({
    [ORGANIZATIONS]: inTurn(
      {
        organizations: [record(1, 100, 'a'), record(2, 200, 'b'), record(3, 200, 'c')],
        end_time: 200,
        end_of_stream: false,
      },
      { organizations: [record(2, 200, 'b'), record(3, 200, 'C')], end_time: 300, end_of_stream: true },
    ),
  });
  const { pages } = readPass(zendeskStream('organizations'), system.api);
  expect(pages.map(({ rows }) => columnOf(rows, 'name'))).toEqual([['a', 'b', 'c'], ['C']]);
});

test('a second that never ends is left for the next one, and the user is told', () => {
  const system = createScriptedZendesk({
    [ORGANIZATIONS]: inTurn(
      organizations([1], 200, false),
      organizations([1], 200, false),
      organizations([3], 300, true),
    ),
  });
  const { pages } = readPass(zendeskStream('organizations'), system.api);
  expect(system.asked(ORGANIZATIONS).map((text) => /start_time=\d+/.exec(text)?.[0])).toEqual([
    'start_time=0',
    'start_time=200',
    'start_time=201',
  ]);
  expect(pages.map(({ note }) => note !== undefined)).toEqual([false, true, false]);
});

test('an older answer, which does not say whether it is the last, ends with a page that is not full', () => {
  const system = createScriptedZendesk({ [ORGANIZATIONS]: inTurn(organizations([1], 200)) });
  expect(readPass(zendeskStream('organizations'), system.api).pages).toHaveLength(1);
});

test('an export by time that says neither where to go on nor that it is the last is an error', () => {
  const system = createScriptedZendesk({ [ORGANIZATIONS]: inTurn(organizations([1], null, false)) });
  expect(() => readPass(zendeskStream('organizations'), system.api)).toThrow(DataError);
});

test('an empty last answer keeps the time that was asked with, and what was seen of that second', () => {
  const last = { organizations: [{ id: 1, updated_at: '1970-01-01T00:03:20Z' }], end_time: 200, end_of_stream: true };
  const system = createScriptedZendesk({ [ORGANIZATIONS]: inTurn(last, organizations([], null, true), last) });
  const stream = zendeskStream('organizations');
  const first = readPass(stream, system.api);
  const second = readPass(stream, system.api, first.cursor);
  expect(second.cursor).toEqual(first.cursor);
  expect(readPass(stream, system.api, second.cursor).rows).toEqual([]);
});

test.each([400, 422])('a start_time that is too recent (%i) means that there is nothing new yet', (status) => {
  const system = createScriptedZendesk({ [ORGANIZATIONS]: inTurn({ status, text: '{"error":"StartTimeTooRecent"}' }) });
  const now = Math.floor(system.clock.now() / 1000);
  const { rows, cursor } = readPass(zendeskStream('organizations'), system.api, { start: now });
  expect([rows, cursor.start]).toEqual([[], now - 120]);
});

test('organisations show their domains, and when they were deleted', () => {
  const record = {
    id: 1,
    name: 'Mairie',
    domain_names: ['a.fr', 'b.fr'],
    deleted_at: '2026-01-01T00:00:00Z',
    tags: ['x'],
  };
  const system = createScriptedZendesk({
    [ORGANIZATIONS]: inTurn({ organizations: [record], end_time: 5, end_of_stream: true }),
  });
  expect(readPass(zendeskStream('organizations'), system.api).rows).toEqual([
    {
      id: '1',
      name: 'Mairie',
      external_id: null,
      domain_names: 'a.fr, b.fr',
      deleted_at: '2026-01-01T00:00:00Z',
      updated_at: null,
    },
  ]);
});

test('users are read by cursor, deleted ones too, and only what changed later on', () => {
  const user = (id: number, active: boolean): JsonObject => ({
    id,
    name: `U${id}`,
    active,
    updated_at: '2026-01-01T00:00:00Z',
  });
  const system = createScriptedZendesk({
    [USERS]: inTurn(
      { users: [user(1, true), user(2, false)], after_cursor: 'a', end_of_stream: true },
      { users: [], after_cursor: null, end_of_stream: true },
    ),
  });
  const { rows, cursor } = readPass(zendeskStream('users'), system.api);
  expect(columnOf(rows, 'active')).toEqual([true, false]);
  readPass(zendeskStream('users'), system.api, cursor);
  expect(system.asked(USERS)).toEqual([`${USERS}?start_time=0&per_page=1000`, `${USERS}?cursor=a&per_page=1000`]);
});

test('of a user who comes twice in a page the newest stays; those without an id are counted', () => {
  const users = [
    { id: 1, name: 'new', updated_at: '2026-01-02T00:00:00Z' },
    { id: 1, name: 'old', updated_at: '2026-01-01T00:00:00Z' },
    { name: 'nobody' },
    { name: 'nobody' },
  ];
  const system = createScriptedZendesk({ [USERS]: inTurn({ users, after_cursor: 'a', end_of_stream: true }) });
  const { rows, pages } = readPass(zendeskStream('users'), system.api);
  expect(columnOf(rows, 'name')).toEqual(['new']);
  expect(pages[0]?.note?.en).toContain('2 record(s)');
});
