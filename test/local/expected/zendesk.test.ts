import { expectZendesk, zendeskHeaders } from '../../../local/expected/zendesk';
import type { Cells } from '../../../local/expected/flatten';
import type { JsonObject } from '../../../local/vendors/json';
import type { StartedVendor } from '../../../local/vendors/start-vendor';

const FIELDS: readonly JsonObject[] = [
  { id: 1, type: 'subject', title: 'Sujet', position: 0, active: true },
  {
    id: 2,
    type: 'tagger',
    title: 'Motif',
    position: 3,
    active: true,
    custom_field_options: [{ value: 'a', name: 'Un' }],
  },
  { id: 3, type: 'integer', title: 'Motif', position: 4, active: true },
  { id: 4, type: 'checkbox', title: 'Tags', position: 2, active: true },
  { id: 5, type: 'text', title: 'Ancien', position: 5, active: false },
];

const TICKET: JsonObject = {
  id: 42,
  subject: '=1+1',
  status: 'solved',
  via: { channel: 'email', source: { rel: 'follow_up' } },
  created_at: '2026-03-28T23:30:00Z',
  requester_id: 7,
  submitter_id: 8,
  tags: ['vip', 'closed_by_merge'],
  collaborator_ids: [7, 8],
  metric_set: {
    solved_at: '2026-03-29T22:30:00Z',
    replies: 1,
    reply_time_in_minutes: { calendar: 12, business: null },
  },
  satisfaction_rating: { score: 'good', id: 99 },
  generated_timestamp: 1774700000,
  custom_fields: [
    { id: 2, value: 'a' },
    { id: 3, value: '007' },
    { id: 4, value: false },
    { id: 5, value: 'x' },
  ],
};

/** A server that has these records. */
function vendorOf(kinds: Readonly<Record<string, readonly JsonObject[]>>): StartedVendor {
  return {
    url: '',
    control: (request) => {
      const kind = 'kind' in request ? request.kind : undefined;
      return Promise.resolve({ records: kinds[kind ?? ''] ?? [] });
    },
    stop: () => Promise.resolve(),
  };
}

const account = (...tickets: readonly JsonObject[]): StartedVendor =>
  vendorOf({ tickets, ticket_fields: FIELDS, users: [{ id: 7, name: 'Ana', email: 'ana@example.com' }] });

async function rowOf(
  ...wish: Parameters<typeof expectZendesk> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Cells> {
  const [row] = (await expectZendesk(account(TICKET), ...wish)).tickets?.records ?? [];
  return row ?? {};
}

test('reads dates on the clock of Paris, on both sides of the change to summer time', async () => {
  expect(await rowOf()).toMatchObject({
    created_at: 'i:2026-03-29 00:30:00.000',
    created_date: 'd:2026-03-29',
    solved_at: 'i:2026-03-30 00:30:00.000',
    solved_date: 'd:2026-03-30',
  });
});

test('puts names beside ids, and keeps numbers of minutes apart from those that are missing', async () => {
  expect(await rowOf()).toMatchObject({
    ticket_id: 't:42',
    subject: 't:=1+1',
    requester_name: 't:Ana',
    submitter_name: '',
    first_reply_calendar: 'n:12',
    first_reply_business: '',
    one_touch: 'b:true',
    merged: 'b:true',
    collaborator_count: 'n:2',
    csat_id: 't:99',
  });
});

test('calls fields by their titles, with the id where two share one or a column of ours has it', async () => {
  expect(await zendeskHeaders(account())).toEqual({ 2: 'Motif', 3: 'Motif (3)', 4: 'Tags (4)' });
  expect(await rowOf()).toMatchObject({ Motif: 't:Un', 'Motif (3)': 'n:7', 'Tags (4)': 'b:false' });
});

test('keeps a header that is known, and the column of a field that is no longer active', async () => {
  const headers = await zendeskHeaders(account(), { 5: 'Ancien', 2: 'Raison' });
  expect(headers).toEqual({ 5: 'Ancien', 2: 'Raison', 3: 'Motif', 4: 'Tags (4)' });
  expect(await rowOf({ headers })).toMatchObject({ Raison: 't:Un', Ancien: 't:x' });
});

test('leaves deleted tickets out, or flags them', async () => {
  const vendor = account(TICKET, { ...TICKET, id: 43, status: 'deleted' });
  expect((await expectZendesk(vendor)).tickets?.records).toHaveLength(1);
  const flagged = (await expectZendesk(vendor, { flagsDeleted: true })).tickets?.records;
  expect(flagged?.map((row) => row.is_deleted)).toEqual(['b:false', 'b:true']);
});
