import { type JsonObject, toText } from '../../../../local/vendors/json';
import { listOf, NOW, openAccount, toObject, walk } from './open-account';

const EXPORT = 'incremental/tickets/cursor';
const ALL = '&support_type_scope=all';
const DAY = 86_400_000;

const account = openAccount({ tickets: 300 });
const pages = walk(account, `${EXPORT}.json`, 'start_time=0', `&per_page=100${ALL}`);
const tickets = pages.flatMap((page) => listOf(page, 'tickets'));
const placeOf = ({ generated_timestamp, id }: JsonObject): readonly [number, number] => [
  Number(generated_timestamp),
  Number(id),
];

describe('the walk', () => {
  test('every ticket comes once, strictly ascending by generated timestamp and id', () => {
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(300);
    tickets.slice(1).forEach((ticket, before) => {
      const [at, id] = placeOf(ticket);
      const [earlier, lower] = placeOf(tickets[before] ?? {});
      expect(at > earlier || (at === earlier && id > lower)).toBe(true);
    });
  });

  test('a cursor is the last timestamp and id in base64', () => {
    const [at, id] = placeOf(tickets[99] ?? {});
    const cursor = Buffer.from(toText(pages[0]?.after_cursor), 'base64').toString();
    expect(cursor).toBe(`${String(at)}.0||${String(id)}|`);
  });

  test('an empty last page has no cursor, no address, and is the end of the stream', () => {
    expect(pages).toHaveLength(4);
    expect(pages[3]).toEqual({
      ...{ tickets: [], after_url: null, after_cursor: null },
      ...{ before_url: null, before_cursor: null, end_of_stream: true },
    });
  });

  test('a last page with tickets is the end of the stream and has a cursor all the same', () => {
    const [page] = walk(account, EXPORT, 'start_time=0', ALL);
    expect(page).toMatchObject({ end_of_stream: true, after_cursor: pages[2]?.after_cursor });
  });

  test("the next address is on the account's own host and repeats the parameters", () => {
    const url = new URL(toText(pages[0]?.after_url));
    expect(url.origin + url.pathname).toBe('https://acme.zendesk.com/api/v2/incremental/tickets/cursor.json');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      per_page: '100',
      support_type_scope: 'all',
      cursor: pages[0]?.after_cursor,
    });
  });

  test('a cursor wins over a start time that is sent with it', () => {
    const query = `cursor=${encodeURIComponent(toText(pages[1]?.after_cursor))}&start_time=0&per_page=100${ALL}`;
    expect(account.get(`${EXPORT}?${query}`)).toEqual(expect.objectContaining({ tickets: pages[2]?.tickets }));
  });

  test('a page holds at most a thousand tickets, whatever is asked for', () => {
    const many = openAccount({ tickets: 1100, customFields: 0 });
    expect(listOf(many.get(`${EXPORT}?start_time=0&per_page=5000${ALL}`), 'tickets')).toHaveLength(1000);
  });

  test('tickets of AI agents come only when all are asked for', () => {
    const scopes = (query: string): ReadonlySet<unknown> =>
      new Set(listOf(account.get(`${EXPORT}?start_time=0${query}`), 'tickets').map((ticket) => ticket.support_type));
    expect(scopes('')).toEqual(new Set(['agent']));
    expect(scopes('&support_type_scope=ai_agent')).toEqual(new Set(['ai_agent']));
    expect(scopes(ALL)).toEqual(new Set(['agent', 'ai_agent']));
  });
});

describe('what moves a ticket', () => {
  const after = (cursor: unknown): string => `${EXPORT}?cursor=${encodeURIComponent(toText(cursor as string))}${ALL}`;

  test('a change is held back for a minute, then it comes', () => {
    const own = openAccount({ tickets: 20 });
    const { after_cursor: cursor } = own.get(`${EXPORT}?start_time=0${ALL}`);
    const [key] = own.kind('tickets').update({ count: 1 }, undefined, NOW, false);
    own.clock.advance(59_000);
    expect(listOf(own.get(after(cursor)), 'tickets')).toEqual([]);
    own.clock.advance(1000);
    expect(listOf(own.get(after(cursor)), 'tickets').map(({ id }) => String(id as number))).toEqual([key]);
  });

  test("a system's update moves the generated timestamp alone", () => {
    const own = openAccount({ tickets: 20 });
    const before = own.kind('tickets').records(4, 5)[0] ?? {};
    const { after_cursor: cursor } = own.get(`${EXPORT}?start_time=0${ALL}`);
    own.act('updateBySystem', { keys: [toText(before.id)], set: { metric_set: { reopens: 9 } } });
    own.clock.advance(DAY);
    const [ticket] = listOf(own.get(`${after(cursor)}&include=metric_sets`), 'tickets');
    expect(ticket).toMatchObject({ id: before.id, updated_at: before.updated_at, metric_set: { reopens: 9 } });
    expect(ticket?.generated_timestamp).toBe(NOW / 1000);
  });

  test('some tickets of the start were changed by the system after their last update', () => {
    const late = tickets.filter(
      ({ generated_timestamp, updated_at }) => Number(generated_timestamp) > Date.parse(toText(updated_at)) / 1000,
    );
    expect(late.length).toBeGreaterThan(60);
    expect(late.length).toBeLessThan(240);
  });

  test.each(['users', 'organizations', 'groups', 'brands', 'ticket_fields', 'ticket_forms', 'custom_statuses'])(
    'a change of %s exports no ticket again',
    (kind) => {
      const own = openAccount({ tickets: 20 });
      const { after_cursor: cursor } = own.get(`${EXPORT}?start_time=0${ALL}`);
      own.kind(kind).update({ count: 1 }, undefined, NOW, false);
      own.clock.advance(DAY);
      expect(listOf(own.get(after(cursor)), 'tickets')).toEqual([]);
    },
  );

  test('a rating exports its ticket again, with the new score', () => {
    const own = openAccount({ tickets: 20 });
    const { after_cursor: cursor } = own.get(`${EXPORT}?start_time=0${ALL}`);
    own.kind('satisfaction_ratings').update({ count: 1 }, { score: 'bad', comment: 'non' }, NOW, false);
    own.clock.advance(DAY);
    expect(listOf(own.get(after(cursor)), 'tickets')).toMatchObject([
      { satisfaction_rating: { score: 'bad', comment: 'non' } },
    ]);
  });
});

describe('deleted and archived tickets', () => {
  const deleted = tickets.filter(({ status }) => status === 'deleted');

  test('deleted tickets are in the stream with the keys of any other, unless they are excluded', () => {
    expect(deleted.length).toBeGreaterThan(5);
    expect(Object.keys(deleted[0] ?? {}).sort()).toEqual(Object.keys(tickets[0] ?? {}).sort());
    const without = listOf(account.get(`${EXPORT}?start_time=0&exclude_deleted=true${ALL}`), 'tickets');
    expect(without).toHaveLength(300 - deleted.length);
  });

  test('a deleted ticket has no metric set', () => {
    const query = `${EXPORT}?start_time=0&include=metric_sets${ALL}`;
    const sets = listOf(account.get(query), 'tickets').map(({ status, metric_set }) => [status, metric_set === null]);
    expect(sets.every(([status, isNull]) => (status === 'deleted') === isNull)).toBe(true);
  });

  test('thirty days after its deletion a ticket is scrubbed and comes once more, with its old update', () => {
    const own = openAccount({ tickets: 20 });
    own.kind('tickets').remove({ keys: ['3'] });
    own.clock.advance(29 * DAY);
    const first = own.get(`${EXPORT}?start_time=0${ALL}`);
    expect(listOf(first, 'tickets').at(-1)).toMatchObject({ id: 3, status: 'deleted' });
    expect(listOf(first, 'tickets').at(-1)?.subject).not.toBe('SCRUBBED');
    own.clock.advance(2 * DAY);
    const query = `${EXPORT}?cursor=${encodeURIComponent(toText(first.after_cursor))}${ALL}`;
    expect(listOf(own.get(query), 'tickets')).toMatchObject([
      { id: 3, subject: 'SCRUBBED', description: 'X', generated_timestamp: (NOW + 30 * DAY) / 1000 },
    ]);
    expect(own.kind('tickets').records(2, 3)).toMatchObject([
      { updated_at: '2026-03-02T09:00:00Z', status: 'deleted' },
    ]);
  });

  test('archived tickets, closed for more than 120 days, are in the stream', () => {
    const limit = NOW - 120 * DAY;
    const old = tickets.filter(
      ({ status, updated_at }) => status === 'closed' && Date.parse(toText(updated_at)) < limit,
    );
    expect(old.length).toBeGreaterThan(100);
  });

  test('the list of deleted tickets holds those of the last 30 days', () => {
    const own = openAccount({ tickets: 100 });
    own.kind('tickets').remove({ keys: ['7'] });
    const listed = listOf(own.get('deleted_tickets'), 'deleted_tickets');
    expect(listed.find(({ id }) => id === 7)).toMatchObject({ deleted_at: '2026-03-02T09:00:00Z', actor: { id: -1 } });
    own.clock.advance(31 * DAY);
    expect(listOf(own.get('deleted_tickets'), 'deleted_tickets')).toEqual([]);
  });
});

describe('refusals', () => {
  const refusal = (target: string, options = {}): readonly [number, JsonObject] => {
    const { status, body } = openAccount({ tickets: 20, ...options }).ask(`/api/v2/${target}`);
    return [status, toObject(body)];
  };
  const recent = String(NOW / 1000 - 59);

  test.each([400, 422])('a start time in the last minute answers %d', (tooRecentStatus) => {
    const [status, body] = refusal(`${EXPORT}?start_time=${recent}`, { tooRecentStatus });
    expect([status, body.error]).toEqual([tooRecentStatus, 'StartTimeTooRecent']);
  });

  test('a start time a minute ago is taken', () => {
    expect(account.ask(`/api/v2/${EXPORT}?start_time=${String(NOW / 1000 - 60)}`).status).toBe(200);
  });

  test.each([
    '',
    'start_time=yesterday',
    'cursor=abc',
    'start_time=0&support_type_scope=robots',
    'start_time=0&per_page=0',
  ])('the query "%s" answers 400', (query) => {
    expect(refusal(`${EXPORT}?${query}`)[0]).toBe(400);
  });

  test.each([400, 422])('cursors made before control refuses them answer %d, those made after are taken', (status) => {
    const own = openAccount({ tickets: 20 });
    const ask = (cursor: unknown): number =>
      own.ask(`/api/v2/${EXPORT}?cursor=${encodeURIComponent(toText(cursor as string))}`).status;
    const { after_cursor: old } = own.get(`${EXPORT}?start_time=0&per_page=5`);
    own.act('refuseCursors', status);
    expect(ask(old)).toBe(status);
    const { after_cursor: fresh } = own.get(`${EXPORT}?start_time=0&per_page=6`);
    expect(ask(fresh)).toBe(200);
  });

  test('a page that control makes repeat itself leads to its own cursor and is not the end', () => {
    const own = openAccount({ tickets: 20 });
    const { after_cursor: cursor } = own.get(`${EXPORT}?start_time=0&per_page=5`);
    const query = `${EXPORT}?cursor=${encodeURIComponent(toText(cursor))}`;
    own.act('repeatCursors', 1);
    expect(own.get(query)).toMatchObject({ after_cursor: cursor, end_of_stream: false });
    expect(own.get(query).after_cursor).not.toBe(cursor);
  });

  test('pages above a size answer 504, in text or as a page in HTML', () => {
    const own = openAccount({ tickets: 20, slowAbove: 10 });
    const slow = own.ask(`/api/v2/${EXPORT}?start_time=0`);
    expect([slow.status, slow.body]).toEqual([504, 'upstream request timeout']);
    expect(own.ask(`/api/v2/${EXPORT}?start_time=0&per_page=10`).status).toBe(200);
    own.act('slowAbove', null);
    expect(own.ask(`/api/v2/${EXPORT}?start_time=0`).status).toBe(200);
    const html = openAccount({ tickets: 20, slowAbove: 10, htmlErrors: true }).ask(`/api/v2/${EXPORT}?start_time=0`);
    expect([html.status, html.headers?.['Content-Type']]).toEqual([504, 'text/html; charset=utf-8']);
  });
});
