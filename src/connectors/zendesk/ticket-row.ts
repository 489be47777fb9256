import type { Json, JsonObject, Value } from '../../core/model';
import { isList, objectAt, textOf } from '../fields';
import type { Names } from './names';
import { toValue } from './pick';

/** What the cells of a ticket are made of beside the ticket itself. */
export interface TicketContext {
  /** `https://account.zendesk.com`. */
  readonly base: string;
  readonly names: Names;
  /** Metric sets that came beside the tickets, as they did formerly, by ticket. */
  readonly metricSets: ReadonlyMap<string, JsonObject>;
  /** ISO 8601, UTC. */
  readonly syncedAt: string;
}

/** Every cell of a ticket that does not depend on the account's own fields, by column. */
export function toTicketCells(ticket: JsonObject, context: TicketContext): Readonly<Record<string, Value>> {
  const id = textOf(ticket.id);
  const metrics = objectAt(ticket.metric_set ?? context.metricSets.get(id));
  return {
    ...toIdentity(ticket, id, context),
    ...toDates(ticket, metrics),
    ...toPeople(ticket, context.names),
    ...toMetrics(ticket, metrics),
    ...toRating(objectAt(ticket, 'satisfaction_rating')),
    tags: toValue(ticket.tags, 'text'),
    merged: isList(ticket.tags) && ticket.tags.includes('closed_by_merge'),
    generated_timestamp: toValue(ticket.generated_timestamp, 'number'),
    is_deleted: ticket.status === 'deleted',
    synced_at: context.syncedAt,
  };
}

type Cells = Record<string, Value>;

function toIdentity(ticket: JsonObject, id: string, { base, names }: TicketContext): Cells {
  const via = objectAt(ticket, 'via');
  return {
    ticket_id: id,
    ticket_url: `${base}/agent/tickets/${encodeURIComponent(id)}`,
    external_id: text(ticket.external_id),
    subject: text(ticket.subject),
    description: text(ticket.description),
    type: text(ticket.type),
    priority: text(ticket.priority),
    status: text(ticket.status),
    custom_status_label: nameIn(names.statuses, ticket.custom_status_id, 'agent_label'),
    channel: text(via.channel),
    via_rel: text(objectAt(via, 'source').rel),
    is_public: toValue(ticket.is_public, 'boolean'),
    has_incidents: toValue(ticket.has_incidents, 'boolean'),
    problem_id: text(ticket.problem_id),
    support_type: text(ticket.support_type),
  };
}

function toDates(ticket: JsonObject, metrics: JsonObject): Cells {
  return {
    created_at: text(ticket.created_at),
    updated_at: text(ticket.updated_at),
    due_at: text(ticket.due_at),
    initially_assigned_at: text(metrics.initially_assigned_at),
    assigned_at: text(metrics.assigned_at),
    solved_at: text(metrics.solved_at),
    latest_comment_added_at: text(metrics.latest_comment_added_at),
    requester_updated_at: text(metrics.requester_updated_at),
    assignee_updated_at: text(metrics.assignee_updated_at),
    status_updated_at: text(metrics.status_updated_at),
    created_date: text(ticket.created_at),
    solved_date: text(metrics.solved_at),
  };
}

function toPeople(ticket: JsonObject, { users, groups, organizations, brands, forms }: Names): Cells {
  return {
    requester_id: text(ticket.requester_id),
    requester_name: nameIn(users, ticket.requester_id, 'name'),
    requester_email: nameIn(users, ticket.requester_id, 'email'),
    submitter_id: text(ticket.submitter_id),
    submitter_name: nameIn(users, ticket.submitter_id, 'name'),
    assignee_id: text(ticket.assignee_id),
    assignee_name: nameIn(users, ticket.assignee_id, 'name'),
    assignee_email: nameIn(users, ticket.assignee_id, 'email'),
    group_id: text(ticket.group_id),
    group_name: nameIn(groups, ticket.group_id, 'name'),
    organization_id: text(ticket.organization_id),
    organization_name: nameIn(organizations, ticket.organization_id, 'name'),
    brand_id: text(ticket.brand_id),
    brand_name: nameIn(brands, ticket.brand_id, 'name'),
    ticket_form_id: text(ticket.ticket_form_id),
    ticket_form_name: nameIn(forms, ticket.ticket_form_id, 'name'),
    requester_locale: nameIn(users, ticket.requester_id, 'locale'),
    collaborator_count: countOf(ticket.collaborator_ids),
    follower_count: countOf(ticket.follower_ids),
  };
}

const MINUTES = {
  first_reply: 'reply_time_in_minutes',
  first_resolution: 'first_resolution_time_in_minutes',
  full_resolution: 'full_resolution_time_in_minutes',
  agent_wait: 'agent_wait_time_in_minutes',
  requester_wait: 'requester_wait_time_in_minutes',
  on_hold: 'on_hold_time_in_minutes',
};

function toMetrics({ status }: JsonObject, metrics: JsonObject): Cells {
  const cells: Cells = {};
  for (const [column, field] of Object.entries(MINUTES)) {
    const minutes = objectAt(metrics, field);
    cells[`${column}_calendar`] = number(minutes.calendar);
    cells[`${column}_business`] = number(minutes.business);
  }
  cells.reply_time_in_seconds = number(objectAt(metrics, 'reply_time_in_seconds').calendar);
  for (const name of ['reopens', 'replies', 'group_stations', 'assignee_stations']) cells[name] = number(metrics[name]);
  const isSolved = status === 'solved' || status === 'closed';
  cells.one_touch = typeof metrics.replies === 'number' ? isSolved && metrics.replies <= 1 : null;
  return cells;
}

function toRating(rating: JsonObject): Cells {
  return {
    csat_score: text(rating.score),
    csat_comment: text(rating.comment),
    csat_reason: text(rating.reason),
    csat_id: text(rating.id),
  };
}

function nameIn(records: ReadonlyMap<string, JsonObject>, id: Json | undefined, field: string): Value {
  return text(records.get(textOf(id))?.[field]);
}

function countOf(list: Json | undefined): Value {
  return isList(list) ? list.length : null;
}

function text(value: Json | undefined): Value {
  return toValue(value, 'text');
}

function number(value: Json | undefined): Value {
  return toValue(value, 'number');
}
