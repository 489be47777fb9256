import type { JsonObject } from '../../../src/core/model';
import { readPass } from '../../fixtures/read-pass';
import { createScriptedZendesk, inTurn, zendeskStream } from '../../fixtures/zendesk';

const ratings = (ids: readonly number[], hasMore: boolean): JsonObject => ({
  satisfaction_ratings: ids.map((id) => ({ id, ticket_id: 7, score: 'good', comment: 'Merci' })),
  meta: { has_more: hasMore, after_cursor: `after${ids.join('-')}` },
});

test('ratings are read page by page, those of the last thirty days again the next time', () => {
  const system = createScriptedZendesk({ satisfaction_ratings: inTurn(ratings([1, 2], true), ratings([3], false)) });
  const begun = Math.floor(system.clock.now() / 1000);
  const { rows, cursor, pages } = readPass(zendeskStream('satisfaction_ratings'), system.api);
  expect(rows).toHaveLength(3);
  expect(pages).toHaveLength(2);
  expect(rows[0]).toMatchObject({ id: '1', ticket_id: '7', score: 'good', comment: 'Merci', reason: null });
  readPass(zendeskStream('satisfaction_ratings'), system.api, cursor);
  expect(system.asked()).toEqual([
    'satisfaction_ratings?start_time=0&page[size]=100',
    'satisfaction_ratings?start_time=0&page[size]=100&page[after]=after1-2',
    `satisfaction_ratings?start_time=${begun - 30 * 86_400}&page[size]=100`,
  ]);
});

test('metric events show the service goal that applies, and how long it took', () => {
  const ticket_metric_events = [
    { id: 1, ticket_id: 7, type: 'apply_sla', sla: { target: 60, business_hours: true, policy: { title: 'Urgent' } } },
    { id: 2, ticket_id: 7, type: 'update_status', status: { calendar: 12, business: 5 } },
  ];
  const system = createScriptedZendesk({
    'incremental/ticket_metric_events': inTurn({ ticket_metric_events, end_time: 5, end_of_stream: true }),
  });
  const { rows } = readPass(zendeskStream('ticket_metric_events'), system.api);
  expect(rows[0]).toMatchObject({ id: '1', sla_target: 60, sla_business_hours: true, sla_policy: 'Urgent' });
  expect(rows[1]).toMatchObject({ id: '2', status_calendar: 12, status_business: 5, sla_target: null });
});
