import { isJsonObject, toText, type Json, type JsonObject } from '../../../../local/vendors/json';
import { listOf, openAccount, toObject } from './open-account';

const EXPORT = 'incremental/tickets/cursor?start_time=0&support_type_scope=all';
const WITH_ALL = `${EXPORT}&include=metric_sets,users,organizations,groups`;

const account = openAccount({ tickets: 120, users: 60 });
const page = account.get(WITH_ALL);
const tickets = listOf(page, 'tickets');
const idsOf = (list: string, from: JsonObject = page): ReadonlySet<string> =>
  new Set(listOf(from, list).map(({ id }) => toText(id)));

test('nothing is side-loaded that was not asked for', () => {
  const bare = account.get(EXPORT);
  expect(Object.keys(bare)).toEqual(
    expect.not.arrayContaining(['users', 'organizations', 'groups', 'metric_sets', 'brands']),
  );
  expect(listOf(bare, 'tickets')[0]).not.toHaveProperty('metric_set');
});

test('every person, organization and group that a page names is beside it, each once', () => {
  const named = (keys: readonly string[]): ReadonlySet<string> =>
    new Set(tickets.flatMap((ticket) => keys.map((key) => ticket[key]).flatMap(toIds)));
  expect(idsOf('users')).toEqual(named(['requester_id', 'submitter_id', 'assignee_id', 'collaborator_ids']));
  expect(idsOf('organizations')).toEqual(named(['organization_id']));
  expect(idsOf('groups')).toEqual(named(['group_id']));
  expect(listOf(page, 'users')).toHaveLength(idsOf('users').size);
});

test('people who left, and organizations and groups that were deleted, are named by tickets all the same', () => {
  expect(listOf(page, 'users').some(({ active }) => active === false)).toBe(true);
  expect(listOf(page, 'organizations').some(({ deleted_at }) => deleted_at !== null)).toBe(true);
  expect(listOf(page, 'groups').some(({ deleted }) => deleted === true)).toBe(true);
});

test('users that side-loads leave out are found by id', () => {
  const own = openAccount({ tickets: 120, users: 60, missingUsers: 0.3 });
  const loaded = idsOf('users', own.get(WITH_ALL));
  const missing = [...idsOf('users')].filter((id) => !loaded.has(id));
  expect(missing.length).toBeGreaterThan(5);
  expect(missing.length).toBeLessThan(40);
  const found = own.get(`users/show_many.json?ids=${missing.join(',')}`);
  expect(listOf(found, 'users').map(({ id }) => toText(id))).toEqual(missing);
});

test('at most a hundred are found by id at a time, and unknown ids are left out', () => {
  const ids = (count: number): string => Array.from({ length: count }, (_, at) => String(at)).join(',');
  expect(account.ask(`/api/v2/users/show_many?ids=${ids(101)}`).status).toBe(400);
  expect(account.get(`users/show_many?ids=${ids(100)}`)).toMatchObject({ users: [], count: 0 });
  const [organization = ''] = idsOf('organizations');
  expect(account.get(`organizations/show_many?ids=1,${organization}`)).toMatchObject({ count: 1 });
});

test('metric sets stand in their tickets, or beside them on older accounts', () => {
  const live = tickets.find(({ status }) => status !== 'deleted') ?? {};
  expect(live.metric_set).toMatchObject({ ticket_id: live.id, reply_time_in_minutes: {} });
  expect(page).not.toHaveProperty('metric_sets');
  const old = openAccount({ tickets: 120, users: 60, metricSets: 'topLevel' }).get(WITH_ALL);
  expect(listOf(old, 'tickets')[0]).not.toHaveProperty('metric_set');
  const live_ids = tickets.filter(({ status }) => status !== 'deleted').map(({ id }) => id);
  expect(listOf(old, 'metric_sets').map(({ ticket_id }) => ticket_id)).toEqual(live_ids);
});

test('durations are in minutes by the calendar and by business hours, and null while there are none', () => {
  const sets = tickets.map(({ metric_set }) => metric_set).filter(isJsonObject);
  const replies = sets.map(({ reply_time_in_minutes }) => reply_time_in_minutes).filter(isJsonObject);
  expect(replies.some(({ calendar }) => calendar === null)).toBe(true);
  const known = replies.filter(({ calendar }) => calendar !== null);
  expect(known.every(({ calendar, business }) => Number(business) <= Number(calendar))).toBe(true);
  expect(sets.some(({ reply_time_in_seconds: seconds }) => isJsonObject(seconds) && seconds.calendar !== null)).toBe(
    true,
  );
});

test('the time-based export has the same tickets and side-loads', () => {
  const { status, body } = account.ask(`/api/v2/${WITH_ALL.replace('/cursor', '')}`);
  expect(status).toBe(200);
  expect(toObject(body)).toMatchObject({ tickets, users: page.users ?? null, count: 120, end_of_stream: true });
});

function toIds(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).map(toText);
  return value === null || value === undefined ? [] : [toText(value)];
}
