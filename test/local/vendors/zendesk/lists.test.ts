import { isJsonObject, toText, type JsonObject } from '../../../../local/vendors/json';
import { listOf, NOW, openAccount, toObject, walk } from './open-account';

const DAY = 86_400_000;
const account = openAccount({ tickets: 1200, users: 120, organizations: 50, customFields: 3 });
const linksOf = (page: JsonObject): JsonObject => (isJsonObject(page.links) ? page.links : {});
const metaOf = (page: JsonObject): JsonObject => (isJsonObject(page.meta) ? page.meta : {});

describe('pages by cursor', () => {
  test('the last page has no more, and a next link and a cursor all the same', () => {
    const page = account.get('ticket_fields?page[size]=100');
    expect(metaOf(page)).toMatchObject({ has_more: false, after_cursor: expect.any(String) as string });
    expect(toText(linksOf(page).next)).toMatch(/^https:\/\/acme\.zendesk\.com\/api\/v2\/ticket_fields\.json\?/);
    const behind = account.get(`ticket_fields?page[size]=100&page[after]=${toText(metaOf(page).after_cursor)}`);
    expect([listOf(behind, 'ticket_fields'), metaOf(behind).has_more]).toEqual([[], false]);
  });

  test('ratings come a hundred a page, each once, from a start time', () => {
    const ids: unknown[] = [];
    for (let after = ''; ;) {
      const page = account.get(`satisfaction_ratings?page[size]=500${after}`);
      expect(listOf(page, 'satisfaction_ratings').length).toBeLessThanOrEqual(100);
      ids.push(...listOf(page, 'satisfaction_ratings').map(({ id }) => id));
      if (metaOf(page).has_more !== true) break;
      after = `&page[after]=${toText(metaOf(page).after_cursor)}`;
    }
    expect([ids.length, new Set(ids).size]).toEqual([240, 240]);
    const from = (NOW - 30 * DAY) / 1000;
    const late = listOf(
      account.get(`satisfaction_ratings?page[size]=100&start_time=${String(from)}`),
      'satisfaction_ratings',
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ created_at }) => Date.parse(toText(created_at)) >= from * 1000)).toBe(true);
  });
});

describe('pages by number', () => {
  test('lists say how long they are and where the next page is', () => {
    expect(account.get('brands.json')).toMatchObject({ count: 3, next_page: null, previous_page: null });
    expect(account.get('groups?per_page=5').next_page).toBe(
      'https://acme.zendesk.com/api/v2/groups.json?per_page=5&page=2',
    );
  });

  test('no page goes beyond ten thousand records', () => {
    const { status, body } = account.ask('/api/v2/groups?page=101');
    expect([status, toObject(body).error]).toEqual([400, 'InvalidPaginationDepth']);
  });
});

test('paths are the same with and without .json', () => {
  for (const path of ['groups', 'ticket_forms', 'users/me', 'search/count']) {
    const query = path === 'search/count' ? '?query=type:ticket' : '';
    expect(account.get(`${path}.json${query}`)).toEqual(account.get(path + query));
  }
});

test('deleted groups are listed unless they are excluded; deleted brands and inactive forms are listed', () => {
  expect(listOf(account.get('groups'), 'groups').filter(({ deleted }) => deleted === true)).toHaveLength(1);
  expect(listOf(account.get('groups?exclude_deleted=true'), 'groups')).toHaveLength(7);
  expect(listOf(account.get('brands'), 'brands').some(({ is_deleted }) => is_deleted === true)).toBe(true);
  expect(listOf(account.get('ticket_forms'), 'ticket_forms').some(({ active }) => active === false)).toBe(true);
});

test('the search counts tickets that are not deleted', () => {
  const live = account
    .kind('tickets')
    .records(0, 1200)
    .filter(({ status }) => status !== 'deleted');
  expect(account.get('search/count?query=type:ticket')).toEqual({ count: live.length });
});

describe('exports by time', () => {
  test('a page takes in all that changed in its last second, and the next one begins with them again', () => {
    const page = account.get('incremental/organizations?start_time=0&per_page=1');
    const first = listOf(page, 'organizations').map(({ id }) => id);
    expect(first.length).toBeGreaterThan(1);
    const start = Number(page.end_time);
    expect(page.next_page).toBe(
      `https://acme.zendesk.com/api/v2/incremental/organizations.json?start_time=${String(start)}&per_page=1`,
    );
    const next = listOf(
      account.get(`incremental/organizations?start_time=${String(start)}&per_page=1`),
      'organizations',
    );
    expect(next.map(({ id }) => id)).toEqual(first);
  });

  test('the last page ends where the next run begins', () => {
    const page = account.get('incremental/organizations?start_time=0');
    expect(page).toMatchObject({ count: 50, end_of_stream: true });
    const again = account.get(`incremental/organizations?start_time=${String(Number(page.end_time))}`);
    expect(listOf(again, 'organizations').length).toBeGreaterThan(0);
    const later = account.get(`incremental/organizations?start_time=${String(Number(page.end_time) + 1)}`);
    expect(later).toEqual({ organizations: [], count: 0, end_of_stream: true, end_time: null, next_page: null });
  });

  test('with more than a page in one second it leads to itself', () => {
    const crowd = openAccount({ tickets: 1100, customFields: 0 });
    crowd.kind('tickets').update({ count: 1100 }, {}, NOW, false);
    crowd.clock.advance(DAY);
    const start = String(NOW / 1000);
    expect(crowd.get(`incremental/tickets?start_time=${start}&support_type_scope=all`)).toMatchObject({
      ...{ count: 1000, end_of_stream: false, end_time: NOW / 1000 },
      next_page: `https://acme.zendesk.com/api/v2/incremental/tickets.json?start_time=${start}&support_type_scope=all`,
    });
  });

  test('metric events are ordered by time and belong to tickets', () => {
    const page = account.get('incremental/ticket_metric_events?start_time=0');
    const events = listOf(page, 'ticket_metric_events');
    const times = events.map(({ time }) => toText(time));
    expect(times).toEqual([...times].sort());
    expect(page).toMatchObject({ end_of_stream: false, count: events.length });
    expect(events.every(({ ticket_id }) => Number(ticket_id) >= 1 && Number(ticket_id) <= 1200)).toBe(true);
  });
});

describe('users', () => {
  test('the export by cursor brings everybody once, and then who changed', () => {
    const own = openAccount({ tickets: 5, users: 120 });
    const pages = walk(own, 'incremental/users/cursor', 'start_time=0', '&per_page=50');
    const ids = pages.flatMap((page) => listOf(page, 'users').map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
    const cursor = encodeURIComponent(toText(pages.at(-1)?.after_cursor));
    const [key] = own.kind('users').update({ count: 1 }, { name: 'Autre nom' }, NOW, false);
    own.clock.advance(DAY);
    const changed = listOf(own.get(`incremental/users/cursor?cursor=${cursor}`), 'users');
    expect(changed.map(({ id, name }) => [toText(id), name])).toEqual([[key, 'Autre nom']]);
  });

  test.each([
    ['users', 'active', false],
    ['groups', 'deleted', true],
    ['brands', 'is_deleted', true],
    ['organizations', 'deleted_at', '2026-03-02T09:00:00Z'],
  ])('%s that are removed stay, with %s', (name, mark, value) => {
    const kind = openAccount({ tickets: 5 }).kind(name);
    const size = kind.size();
    const [key] = kind.remove({ count: 1 });
    expect(kind.size()).toBe(size);
    expect(kind.records(0, size).find(({ id }) => toText(id) === key)).toMatchObject({ [mark]: value });
  });
});

describe('accounts with less', () => {
  test('without ticket forms their list answers 403, in JSON or as a page in HTML', () => {
    const json = openAccount({ tickets: 5, forms: false }).ask('/api/v2/ticket_forms');
    expect([json.status, toObject(json.body)]).toMatchObject([403, { error: { title: 'Forbidden' } }]);
    const html = openAccount({ tickets: 5, forms: false, htmlErrors: true }).ask('/api/v2/ticket_forms');
    expect([html.status, html.headers?.['Content-Type']]).toEqual([403, 'text/html; charset=utf-8']);
  });

  test('who is no administrator may read lists and not export', () => {
    const agent = openAccount({ tickets: 5, role: 'agent' });
    expect(agent.ask('/api/v2/incremental/tickets/cursor?start_time=0').status).toBe(403);
    expect(agent.ask('/api/v2/groups').status).toBe(200);
  });

  test('an unknown path answers 404 in JSON', () => {
    const { status, body } = account.ask('/api/v2/cats.json');
    expect([status, toObject(body).error]).toEqual([404, 'InvalidEndpoint']);
  });
});
