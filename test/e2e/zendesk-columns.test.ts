import { expectZendesk, zendeskHeaders } from '../../local/expected/zendesk';
import type { Cells } from '../../local/expected/flatten';
import { readKind } from '../../local/expected/read-kind';
import { toText } from '../../local/vendors/json';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf, type Desk } from './desk';

let zendesk: StartedVendor;

beforeAll(async () => {
  zendesk = await startVendor('zendesk', { tickets: 60, users: 20, organizations: 10, now: MONDAY });
});
afterEach(() => zendesk.control({ op: 'reset' }));
afterAll(() => zendesk.stop());

describe('the columns of the tickets', () => {
  test('stand in the order of the wide table, then come the account’s own fields', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync('tickets');
    const titles = Object.values(await zendeskHeaders(zendesk));

    expect(headerOf(desk).slice(0, COLUMNS.length)).toEqual(COLUMNS);
    expect(headerOf(desk).slice(COLUMNS.length).sort()).toEqual([...titles].sort());
  });

  test('are those that the settings name, fields by their titles or numbers', async () => {
    const desk = createDesk('zendesk', zendesk);
    const { records } = await readKind(zendesk, 'ticket_fields');
    const number = toText(records.find(({ title }) => title === 'Produits')?.id);
    const report = desk.syncWith({ columns: `Subject, created_at, montant ttc, ${number}, Inconnue` }, 'tickets');

    expect(headerOf(desk)).toEqual([
      'ticket_id',
      'subject',
      'created_at',
      'generated_timestamp',
      'Produits',
      'Montant TTC',
    ]);
    expect(runOf(report, 'tickets').message).toContain('inconnue');
    expect(desk.differences(narrowed(await expectZendesk(zendesk), headerOf(desk)))).toEqual([]);
  });

  test('include the description where the user wants it', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.syncWith({ description: 'oui' }, 'tickets');
    expect(headerOf(desk).slice(3, 6)).toEqual(['subject', 'description', 'type']);
    expect(desk.differences(only(await expectZendesk(zendesk, { description: true }), 'tickets'))).toEqual([]);
  });

  test('gain a new field at their right end, and leave the user’s own column where it is', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync('ticket_fields', 'tickets');
    const before = headerOf(desk);
    desk.hands.insertColumn('Tickets', 2);
    desk.hands.type('Tickets', 'B1', 'À moi');
    desk.hands.type('Tickets', 'B3', 'ma note');
    const note = desk.hands.rows('Tickets')[2]?.[0];
    await later(desk, zendesk, 1);
    await zendesk.control({ op: 'create', kind: 'ticket_fields', count: 1 });
    await later(desk, zendesk, 1);
    desk.sync('ticket_fields', 'tickets');

    const [, title = ''] = Object.entries(await zendeskHeaders(zendesk)).at(-1) ?? [];
    expect(headerOf(desk)).toEqual([before[0], 'À moi', ...before.slice(1), title]);
    expect(desk.hands.rows('Tickets').find(([id]) => id === note)?.[1]).toBe('ma note');
  });
});

/** Row 1 of the tab of tickets. */
function headerOf(desk: Desk): readonly string[] {
  const [header = []] = desk.cells('tickets');
  return header.map((cell) => cell.slice(2));
}

/** What the tab of tickets must hold with some columns only. */
function narrowed(expected: Awaited<ReturnType<typeof expectZendesk>>, columns: readonly string[]): typeof expected {
  const { key = [], records = [] } = expected.tickets ?? {};
  const narrow = (cells: Cells): Cells => Object.fromEntries(columns.map((column) => [column, cells[column] ?? '']));
  return { tickets: { key, records: records.map(narrow) } };
}

/** As the support team knows them from dbt_zendesk and Zendesk Explore. */
const COLUMNS: readonly string[] = [
  ...['ticket_id', 'ticket_url', 'external_id', 'subject', 'type', 'priority', 'status', 'custom_status_label'],
  ...['channel', 'via_rel', 'is_public', 'has_incidents', 'problem_id', 'support_type'],
  ...['created_at', 'updated_at', 'due_at', 'initially_assigned_at', 'assigned_at', 'solved_at'],
  ...['latest_comment_added_at', 'requester_updated_at', 'assignee_updated_at', 'status_updated_at'],
  ...['created_date', 'solved_date'],
  ...['requester_id', 'requester_name', 'requester_email', 'submitter_id', 'submitter_name'],
  ...['assignee_id', 'assignee_name', 'assignee_email', 'group_id', 'group_name'],
  ...['organization_id', 'organization_name', 'brand_id', 'brand_name', 'ticket_form_id', 'ticket_form_name'],
  ...['requester_locale', 'collaborator_count', 'follower_count'],
  ...['first_reply_calendar', 'first_reply_business', 'first_resolution_calendar', 'first_resolution_business'],
  ...['full_resolution_calendar', 'full_resolution_business', 'agent_wait_calendar', 'agent_wait_business'],
  ...['requester_wait_calendar', 'requester_wait_business', 'on_hold_calendar', 'on_hold_business'],
  ...['reply_time_in_seconds', 'reopens', 'replies', 'group_stations', 'assignee_stations', 'one_touch'],
  ...['csat_score', 'csat_comment', 'csat_reason', 'csat_id', 'tags', 'merged', 'generated_timestamp', 'synced_at'],
];
