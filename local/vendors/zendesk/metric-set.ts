import type { JsonObject } from '../json';
import { chanceOf, DAY, HOST, toIso, type Account } from './account';
import { idOf } from './ids';
import type { TicketFacts } from './ticket-facts';

/**
 * How a ticket was worked on (developer.zendesk.com, Ticket Metrics): durations in minutes, by the calendar and in business
 * hours; what has not happened is null.
 */
export function metricSet(account: Account, index: number, facts: TicketFacts): JsonObject {
  const chance = chanceOf(account, 'metrics', index);
  const { id, createdAt, updatedAt, status } = facts;
  const isNew = status === 'new';
  const isSolved = status === 'solved' || status === 'closed';
  const first = chance.int(1, 2000);
  const whole = Math.max(0, Math.round((updatedAt - createdAt) / 60));
  const replies = isNew ? 0 : chance.int(0, 6);
  const assigned = isNew ? null : toIso(Math.min(createdAt + 300, updatedAt));
  const isChat = index % 7 === 3;
  const metric = idOf.metricSet(index);
  return {
    id: metric,
    ticket_id: id,
    url: `${HOST}/api/v2/ticket_metrics/${String(metric)}.json`,
    created_at: toIso(createdAt),
    updated_at: toIso(updatedAt),
    group_stations: isNew ? 0 : chance.int(1, 3),
    assignee_stations: isNew ? 0 : chance.int(1, 3),
    reopens: chance.chance(0.15) ? chance.int(1, 3) : 0,
    replies,
    assignee_updated_at: assigned,
    requester_updated_at: toIso(createdAt),
    status_updated_at: toIso(updatedAt),
    initially_assigned_at: assigned,
    assigned_at: assigned,
    solved_at: isSolved ? toIso(updatedAt) : null,
    latest_comment_added_at: toIso(updatedAt),
    custom_status_updated_at: toIso(updatedAt),
    reply_time_in_minutes: isChat || replies === 0 ? toDuration(null) : toDuration(first),
    reply_time_in_seconds: { calendar: isChat && replies > 0 ? first * 2 : null },
    first_resolution_time_in_minutes: toDuration(isSolved ? Math.floor(whole / 2) : null),
    full_resolution_time_in_minutes: toDuration(isSolved ? whole : null),
    agent_wait_time_in_minutes: toDuration(isNew ? null : Math.floor(whole / 3)),
    requester_wait_time_in_minutes: toDuration(isNew ? null : whole - Math.floor(whole / 3)),
    on_hold_time_in_minutes: toDuration(status === 'hold' ? Math.floor(whole / 5) : 0),
  };
}

/** Offices are open for 35 hours a week. */
function toDuration(calendar: number | null): JsonObject {
  return { calendar, business: calendar === null ? null : Math.floor((calendar * 35 * 3600) / (7 * DAY)) };
}
