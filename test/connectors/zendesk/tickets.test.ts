import { BusyError, DataError, SettingsError, SignInError, UnavailableError } from '../../../src/core/errors';
import type { JsonObject, Row } from '../../../src/core/model';
import { readPage, readPass } from '../../fixtures/read-pass';
import { thrown } from '../../fixtures/thrown';
import {
  createScriptedZendesk,
  inTurn,
  ok,
  zendeskStream,
  type ScriptedZendesk,
  type ZendeskRoute,
} from '../../fixtures/zendesk';

const EXPORT = 'incremental/tickets/cursor';
const tickets = zendeskStream('tickets');

/** An account whose whole export is one page. */
function accountOf(page: JsonObject, routes: Readonly<Record<string, ZendeskRoute>> = {}): ScriptedZendesk {
  return createScriptedZendesk({ [EXPORT]: inTurn({ after_cursor: 'c1', end_of_stream: true, ...page }), ...routes });
}

const rowOf = (ticket: JsonObject, page: JsonObject = {}, routes: Readonly<Record<string, ZendeskRoute>> = {}): Row => {
  const [row] = readPass(tickets, accountOf({ tickets: [{ id: 7, ...ticket }], ...page }, routes).api).rows;
  return row ?? {};
};

test('the export is asked for all kinds of support, with metrics and names, and no page is skipped', () => {
  const system = accountOf({ tickets: [] });
  readPass(tickets, system.api);
  expect(system.asked(EXPORT)).toEqual([
    `${EXPORT}?start_time=0&support_type_scope=all&include=metric_sets,users,organizations,groups&per_page=1000`,
  ]);
});

test('ids are texts, the link is for agents, and what is unknown is empty', () => {
  expect(rowOf({ id: 46406158025617, problem_id: 12, external_id: 5 })).toMatchObject({
    ticket_id: '46406158025617',
    ticket_url: 'https://acme.zendesk.com/agent/tickets/46406158025617',
    problem_id: '12',
    external_id: '5',
    subject: null,
    follower_count: null,
  });
});

test('days are those of the instants beside them; the spreadsheet knows its own time zone', () => {
  const row = rowOf({ created_at: '2026-03-28T23:30:00Z', metric_set: { solved_at: '2026-03-29T22:30:00Z' } });
  expect([row.created_date, row.solved_date]).toEqual(['2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z']);
  const days = tickets.columns.filter(({ kind }) => kind === 'day').map(({ name }) => name);
  expect(days).toEqual(['created_date', 'solved_date']);
});

const metrics = { ticket_id: 7, replies: 1, reply_time_in_minutes: { calendar: 90, business: 30 } };

test.each([
  ['in the ticket', { metric_set: metrics }, {}],
  ['beside the tickets', {}, { metric_sets: [{ ticket_id: 8, replies: 9 }, metrics] }],
  ['beside the tickets, where the ticket has none', { metric_set: null }, { metric_sets: [metrics] }],
])('metrics are found %s', (_where, ticket, page) => {
  expect(rowOf({ ...ticket, status: 'solved' }, page)).toMatchObject({
    first_reply_calendar: 90,
    first_reply_business: 30,
    replies: 1,
    one_touch: true,
  });
});

test('a ticket without metrics has empty cells, not zeros', () => {
  expect(rowOf({ metric_set: null, status: 'solved' })).toMatchObject({
    first_reply_calendar: null,
    replies: null,
    one_touch: null,
    solved_at: null,
  });
});

test('one touch is a ticket that was solved with one reply at most', () => {
  const oneTouch = (status: string, replies: number): unknown => rowOf({ status, metric_set: { replies } }).one_touch;
  expect([oneTouch('closed', 0), oneTouch('solved', 2), oneTouch('open', 1)]).toEqual([true, false, false]);
});

test('the answer to the survey, the tags and a merge have columns', () => {
  expect(
    rowOf({
      satisfaction_rating: { score: 'bad', comment: '=1+1', reason: 'Trop long', id: 99 },
      tags: ['vip', 'closed_by_merge'],
      via: { channel: 'web', source: { rel: 'follow_up' } },
      collaborator_ids: [1, 2],
    }),
  ).toMatchObject({
    csat_score: 'bad',
    csat_comment: '=1+1',
    csat_reason: 'Trop long',
    csat_id: '99',
    tags: 'vip, closed_by_merge',
    merged: true,
    channel: 'web',
    via_rel: 'follow_up',
    collaborator_count: 2,
  });
});

test('names stand beside ids: of people that came along, and from the account’s lists', () => {
  const row = rowOf(
    {
      requester_id: 1,
      submitter_id: 2,
      assignee_id: 2,
      organization_id: 3,
      group_id: 4,
      brand_id: 5,
      ticket_form_id: 6,
    },
    {
      users: [
        { id: 1, name: 'Ana', email: 'ana@exemple.fr', locale: 'fr' },
        { id: 2, name: 'Bo', email: 'bo@exemple.fr' },
      ],
      organizations: [{ id: 3, name: 'Mairie' }],
    },
    {
      groups: inTurn({ groups: [{ id: 4, name: 'Ancien groupe', deleted: true }] }),
      brands: inTurn({ brands: [{ id: 5, name: 'Marque' }] }),
      ticket_forms: inTurn({ ticket_forms: [{ id: 6, name: 'Panne' }] }),
    },
  );
  expect(row).toMatchObject({
    requester_name: 'Ana',
    requester_email: 'ana@exemple.fr',
    requester_locale: 'fr',
    submitter_name: 'Bo',
    assignee_name: 'Bo',
    assignee_email: 'bo@exemple.fr',
    organization_name: 'Mairie',
    group_name: 'Ancien groupe',
    brand_name: 'Marque',
    ticket_form_name: 'Panne',
  });
});

test.each([
  [
    'in the field that holds them',
    { type: 'custom_status', custom_statuses: [{ id: 3, agent_label: 'À rappeler' }] },
    {},
  ],
  [
    'by themselves',
    { type: 'custom_status' },
    { custom_statuses: inTurn({ custom_statuses: [{ id: 3, agent_label: 'À rappeler' }] }) },
  ],
])('the account’s own statuses are found %s', (_where, field, routes) => {
  const fields = inTurn({ ticket_fields: [{ id: 1, title: 'Statut', active: true, ...field }] });
  expect(rowOf({ custom_status_id: 3 }, {}, { ticket_fields: fields, ...routes }).custom_status_label).toBe(
    'À rappeler',
  );
});

test('people who did not come along are asked for, a hundred at a time, each once in an execution', () => {
  const page = (after: string, end: boolean, ...ids: readonly number[]): JsonObject => ({
    tickets: ids.map((id) => ({ id, requester_id: id, organization_id: 5 })),
    after_cursor: after,
    end_of_stream: end,
  });
  const people = Array.from({ length: 150 }, (_, i) => i + 1);
  const system = createScriptedZendesk({
    [EXPORT]: inTurn(page('a', false, ...people), page('b', true, ...people)),
    'users/show_many': (query) =>
      ok({
        users: (query.get('ids') ?? '')
          .split(',')
          .filter((id) => id !== '13')
          .map((id) => ({ id: Number(id), name: `N${id}` })),
      }),
  });
  const { pages } = readPass(tickets, system.api);
  for (const { rows } of pages) {
    expect(rows.map((row) => row.requester_name)).toEqual(people.map((id) => (id === 13 ? null : `N${id}`)));
  }
  expect(system.asked('users/show_many').map((text) => text.split(',').length)).toEqual([100, 50]);
  // Organisations are closed to us: they are not asked for again.
  expect(system.asked('organizations/show_many')).toHaveLength(1);
});

test('an account without forms, whose refusal is a web page, has tickets without form names', () => {
  const forms = inTurn({ status: 403, text: '<html>Forbidden</html>' });
  expect(rowOf({ ticket_form_id: 6 }, {}, { ticket_forms: forms })).toMatchObject({
    ticket_form_id: '6',
    ticket_form_name: null,
  });
  expect(() => readPass(zendeskStream('ticket_forms'), createScriptedZendesk({ ticket_forms: forms }).api)).toThrow(
    UnavailableError,
  );
});

test.each([403, 404])('without the list of fields (%d) no ticket is read: their columns would be emptied', (status) => {
  const system = accountOf({ tickets: [{ id: 1 }] }, { ticket_fields: inTurn({ status, text: '' }) });
  expect(thrown(DataError, () => readPass(tickets, system.api)).advice.fr).toContain('droits d’un administrateur');
  expect(system.asked(EXPORT)).toEqual([]);
});

test('lists are read once in an execution, however many pages come', () => {
  const page = { tickets: [], end_of_stream: false };
  const system = createScriptedZendesk({
    [EXPORT]: inTurn({ ...page, after_cursor: 'a' }, { ...page, after_cursor: 'b' }, { ...page, end_of_stream: true }),
    groups: inTurn({ groups: [] }),
    ticket_fields: inTurn({ ticket_fields: [] }),
  });
  readPass(zendeskStream('groups'), system.api);
  readPass(tickets, system.api);
  const counts = ['groups', 'ticket_fields', 'ticket_forms', 'brands', 'custom_statuses'].map(
    (path) => system.asked(path).length,
  );
  expect(counts).toEqual([1, 1, 1, 1, 1]);
});

test('an export that is closed to us is a failure, not a matter of the plan', () => {
  const system = createScriptedZendesk({ [EXPORT]: inTurn({ status: 403, text: '<html>Forbidden</html>' }) });
  expect(thrown(DataError, () => readPass(tickets, system.api)).advice.en).toContain('rights of an administrator');
});

/** An account whose tickets come in two pages. */
function pagesOf(routes: Readonly<Record<string, ZendeskRoute>>): ScriptedZendesk {
  const page = { tickets: [{ id: 1, generated_timestamp: 5 }], after_cursor: 'c1', end_of_stream: false };
  return createScriptedZendesk({
    [EXPORT]: inTurn(page, { ...page, after_cursor: 'c2', end_of_stream: true }),
    ...routes,
  });
}

test('the first of several pages says how many tickets there are, when the search does', () => {
  const system = pagesOf({ 'search/count': inTurn({ count: 1234 }) });
  const first = readPass(tickets, system.api);
  expect(first.pages.map(({ total }) => total)).toEqual([1234, undefined]);
  expect(system.asked('search/count')).toEqual(['search/count?query=type:ticket']);
  expect(readPass(tickets, system.api, first.cursor).pages.map(({ total }) => total)).toEqual([undefined]);
});

test.each([{ status: 403 }, { status: 422 }, { status: 429, headers: { 'retry-after': '93' } }, { text: '{}' }])(
  'a search that does not count (%j) is no reason to stop',
  (answer) => {
    const { pages } = readPass(tickets, pagesOf({ 'search/count': inTurn(answer) }).api);
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
      [1, undefined],
      [1, undefined],
    ]);
  },
);

test('a key that expires meanwhile is no missing count', () => {
  const { api } = pagesOf({ 'search/count': inTurn({ status: 401 }) });
  expect(() => readPass(tickets, api)).toThrow(SignInError);
});

test('a single page needs no announcement', () => {
  const system = accountOf({ tickets: [{ id: 1 }] }, { 'search/count': inTurn({ count: 200_000 }) });
  expect(readPass(tickets, system.api).pages.map(({ total }) => total)).toEqual([undefined]);
});

const moved = (id: number, time: number, more: JsonObject = {}): JsonObject => ({
  id,
  generated_timestamp: time,
  updated_at: '2026-01-01T00:00:00Z',
  status: 'open',
  ...more,
});

test('of a ticket that comes twice the newest version stays, whatever its order and its updated_at', () => {
  const system = accountOf({
    tickets: [moved(1, 20, { subject: 'new' }), moved(1, 10, { subject: 'old', updated_at: '2026-02-02T00:00:00Z' })],
  });
  expect(readPass(tickets, system.api).rows.map((row) => row.subject)).toEqual(['new']);
  expect(tickets.version).toBe('generated_timestamp');
});

test('a ticket that the system changed without moving its updated_at is read like any other', () => {
  const page = (after: string, ...list: readonly JsonObject[]): JsonObject => ({
    tickets: list,
    after_cursor: after,
    end_of_stream: true,
  });
  const system = createScriptedZendesk({
    [EXPORT]: inTurn(page('a', moved(1, 10)), page('b', moved(1, 99, { tags: ['late'] }))),
  });
  const { cursor } = readPass(tickets, system.api);
  expect(readPass(tickets, system.api, cursor).rows).toMatchObject([{ ticket_id: '1', tags: 'late' }]);
});

test('deleted tickets are removed; of one that is both in a page the newest decides', () => {
  const page = readPage(
    tickets,
    accountOf({
      tickets: [
        moved(1, 10),
        moved(1, 20, { status: 'deleted' }),
        moved(2, 10, { status: 'deleted' }),
        moved(2, 20),
        { id: 3, status: 'deleted', subject: 'SCRUBBED', metric_set: null },
      ],
    }).api,
    null,
  );
  expect(page.rows.map((row) => row.ticket_id)).toEqual(['2']);
  expect(page.removed).toEqual([
    { ticket_id: '1', generated_timestamp: 20 },
    { ticket_id: '3', generated_timestamp: null },
  ]);
});

test('an older version of a deleted ticket that comes late brings no row back, a newer one does', () => {
  const page = (after: string, end: boolean, ...records: readonly JsonObject[]): JsonObject => ({
    tickets: records,
    after_cursor: after,
    end_of_stream: end,
  });
  const system = createScriptedZendesk({
    [EXPORT]: inTurn(
      page('a', false, moved(1, 20, { status: 'deleted' }), moved(2, 20, { status: 'deleted' })),
      page('b', true, moved(1, 10), moved(3, 5)),
      page('c', true, moved(1, 15), moved(2, 30)),
      page('d', true, moved(2, 25)),
    ),
  });
  const first = readPass(tickets, system.api);
  expect(first.rows.map((row) => row.ticket_id)).toEqual(['3']);
  const second = readPass(tickets, system.api, first.cursor);
  expect(second.rows.map((row) => row.ticket_id)).toEqual(['2']);
  expect(readPass(tickets, system.api, second.cursor).rows).toHaveLength(1);
});

test('the deletions of a whole page leave a cursor under 2 KB', () => {
  const records = Array.from({ length: 1000 }, (_, n) =>
    moved(46406158025617 + n, 1_772_445_600 + n, { status: 'deleted' }),
  );
  const { longestCursor } = readPass(tickets, accountOf({ tickets: records }).api);
  expect(longestCursor).toBeLessThan(2000);
});

test('deleted tickets stay, flagged, when the user wants them', () => {
  const flagged = zendeskStream('tickets', { deleted: 'flag' });
  const page = readPage(flagged, accountOf({ tickets: [moved(1, 10, { status: 'deleted' }), moved(2, 10)] }).api, null);
  expect(page.rows.map((row) => [row.ticket_id, row.is_deleted])).toEqual([
    ['1', true],
    ['2', false],
  ]);
  expect(page.removed).toEqual([]);
  expect(tickets.columns.some(({ name }) => name === 'is_deleted')).toBe(false);
});

test('the same page twice makes the same rows', () => {
  const system = accountOf({ tickets: [moved(1, 10), moved(2, 11, { status: 'deleted' })] });
  expect(readPage(tickets, system.api, null)).toEqual(readPage(tickets, system.api, null));
});

test('tickets without an id are left out, and counted', () => {
  const [page] = readPass(tickets, accountOf({ tickets: [{ subject: 'a' }, { subject: 'b' }, { id: 1 }] }).api).pages;
  expect(page?.rows).toHaveLength(1);
  expect(page?.note?.en).toContain('2 record(s) without an id');
});

test('the description is there only when the user wants it', () => {
  const described = zendeskStream('tickets', { description: 'oui' });
  const { api } = accountOf({ tickets: [{ id: 1, description: 'Bonjour' }] });
  expect(readPass(described, api).rows).toMatchObject([{ description: 'Bonjour' }]);
  expect(JSON.stringify(readPass(tickets, api).rows)).not.toContain('Bonjour');
});

test('the user chooses columns, by name and in any case; the key and the version always stay', () => {
  const chosen = zendeskStream('tickets', { columns: ' Subject ,STATUS' });
  const names = ['ticket_id', 'subject', 'status', 'generated_timestamp'];
  expect(chosen.columns.map(({ name }) => name)).toEqual(names);
  const { rows } = readPass(chosen, accountOf({ tickets: [{ id: 1, subject: 'a', priority: 'low' }] }).api);
  expect(rows.map((row) => Object.keys(row))).toEqual([names]);
  expect(chosen.labels).toEqual([]);
});

test('fields of the account are chosen by title or number; what the table does not have is said', () => {
  const ticket_fields = [
    { id: 11, title: 'Motif', type: 'text', active: true, position: 1 },
    { id: 12, title: 'Ville', type: 'text', active: true, position: 2 },
    { id: 13, title: 'Pays', type: 'text', active: true, position: 3 },
    { id: 14, title: 'Status', type: 'text', active: true, position: 4 },
  ];
  const chosen = zendeskStream('tickets', { columns: 'motif, 12, status, prix, description' });
  const { api } = accountOf({ tickets: [{ id: 1 }] }, { ticket_fields: inTurn({ ticket_fields }) });
  const page = readPage(chosen, api, null);
  expect(page.columns?.map(({ name }) => name)).toEqual(['field.11', 'field.12']);
  expect(page.note?.en).toContain('does not have: prix, description.');
});

test('of many or long names that the table does not have, some are said: a note has little room', () => {
  const noteOn = (columns: string): string =>
    readPage(zendeskStream('tickets', { columns }), accountOf({ tickets: [] }).api, null).note?.en ?? '';
  expect(noteOn('prix; ville; '.repeat(500))).toMatch(/not have: (prix; ville; )+…?.*…\. Check/);
  const many = noteOn(Array.from({ length: 300 }, (_, n) => `champ ${String(n)}`).join(', '));
  expect(many).toContain('champ 9, …. Check');
  for (const note of [noteOn('prix; ville; '.repeat(500)), many]) expect(note.length).toBeLessThan(1000);
});

test('a setting that means nothing is refused before anything is asked', () => {
  expect(() => zendeskStream('tickets', { deleted: 'peut-être' })).toThrow(SettingsError);
});

test('a copy goes to Drive, with the separator that the user wants, or none', () => {
  expect(tickets.file).toEqual({ name: 'tickets_all.csv', separator: ';' });
  expect(zendeskStream('tickets', { csv: ',' }).file?.separator).toBe(',');
  expect(zendeskStream('tickets', { csv: 'off' }).file).toBeUndefined();
});

test('every label repeats columns that both tables have', () => {
  for (const { stream, by, columns } of tickets.labels ?? []) {
    const here = new Set(tickets.columns.map(({ name }) => name));
    const there = new Set(zendeskStream(stream).columns.map(({ name }) => name));
    expect([by, ...Object.keys(columns)].filter((name) => !here.has(name))).toEqual([]);
    expect(Object.values(columns).filter((name) => !there.has(name))).toEqual([]);
  }
  expect(tickets.labels?.map(({ by }) => by)).toEqual([
    'requester_id',
    'submitter_id',
    'assignee_id',
    'organization_id',
    'group_id',
    'brand_id',
    'ticket_form_id',
  ]);
});

test('when a row was written is no news about its ticket', () => {
  const stamps = tickets.columns.filter(({ stamp }) => stamp).map(({ name }) => name);
  expect(stamps).toEqual(['synced_at']);
  expect(rowOf({}).synced_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('429 with a long wait, and 429 that does not say how long, pause the reading at its page', () => {
  const limit = (headers: Readonly<Record<string, string>>): ScriptedZendesk =>
    createScriptedZendesk({ [EXPORT]: inTurn({ status: 429, headers, text: '{"error":"APIRateLimitExceeded"}' }) });
  for (const headers of [{ 'retry-after': '93' }, {}]) {
    const system = limit(headers);
    expect(() => readPass(tickets, system.api)).toThrow(BusyError);
    expect(system.asked(EXPORT)).toHaveLength(1);
  }
});
