import { isJsonObject, toText, type Json, type JsonObject } from '../vendors/json';
import { ANY_INSTANT } from './compare-tab';
import type { Cells } from './flatten';
import { toCell, toTextCell } from './to-cell';
import { fieldCell, type TicketField } from './zendesk-fields';

/** What the records of an account say about the ids in its tickets. */
export interface ZendeskAccount {
  readonly subdomain: string;
  readonly users: ReadonlyMap<string, JsonObject>;
  readonly organizations: ReadonlyMap<string, JsonObject>;
  readonly groups: ReadonlyMap<string, JsonObject>;
  readonly brands: ReadonlyMap<string, JsonObject>;
  readonly ticketForms: ReadonlyMap<string, JsonObject>;
  readonly customStatuses: ReadonlyMap<string, JsonObject>;
  /** Those that have a column. */
  readonly fields: readonly TicketField[];
}

/** What the row of a ticket must be, in the columns of the wide table and of the account's own fields. */
export function ticketCells(ticket: JsonObject, account: ZendeskAccount): Cells {
  const metrics = isJsonObject(ticket.metric_set) ? ticket.metric_set : {};
  return {
    ...identityCells(ticket, account),
    ...dateCells(ticket, metrics),
    ...nameCells(ticket, account),
    ...metricCells(ticket, metrics),
    ...ratingCells(ticket),
    ...fieldCells(ticket, account),
    generated_timestamp: toCell(ticket.generated_timestamp),
    synced_at: ANY_INSTANT,
  };
}

/** The names of the wide table's columns, those that settings leave out among them. */
export function zendeskColumns(): readonly string[] {
  const none = new Map<string, JsonObject>();
  const names = { users: none, organizations: none, groups: none, brands: none, ticketForms: none };
  return Object.keys(ticketCells({}, { subdomain: '', ...names, customStatuses: none, fields: [] }));
}

function identityCells(ticket: JsonObject, { subdomain, customStatuses }: ZendeskAccount): Cells {
  const via = isJsonObject(ticket.via) ? ticket.via : {};
  const source = isJsonObject(via.source) ? via.source : {};
  const tags = listOf(ticket.tags).map(toText);
  return {
    ticket_id: toTextCell(ticket.id),
    ticket_url: `t:https://${subdomain}.zendesk.com/agent/tickets/${toText(ticket.id)}`,
    external_id: toTextCell(ticket.external_id),
    subject: toTextCell(ticket.subject),
    description: toTextCell(ticket.description),
    type: toTextCell(ticket.type),
    priority: toTextCell(ticket.priority),
    status: toTextCell(ticket.status),
    custom_status_label: textOf(customStatuses, ticket.custom_status_id, 'agent_label'),
    channel: toTextCell(via.channel),
    via_rel: toTextCell(source.rel),
    is_public: toCell(ticket.is_public),
    has_incidents: toCell(ticket.has_incidents),
    problem_id: toTextCell(ticket.problem_id),
    support_type: toTextCell(ticket.support_type),
    collaborator_count: `n:${String(listOf(ticket.collaborator_ids).length)}`,
    follower_count: `n:${String(listOf(ticket.follower_ids).length)}`,
    tags: toTextCell(tags.join(', ')),
    merged: toCell(tags.includes('closed_by_merge')),
    is_deleted: toCell(ticket.status === 'deleted'),
  };
}

function dateCells(ticket: JsonObject, metrics: JsonObject): Cells {
  return {
    created_at: toCell(ticket.created_at),
    updated_at: toCell(ticket.updated_at),
    due_at: toCell(ticket.due_at),
    ...Object.fromEntries(METRIC_DATES.map((name) => [name, toCell(metrics[name])])),
    created_date: dayOf(toCell(ticket.created_at)),
    solved_date: dayOf(toCell(metrics.solved_at)),
  };
}

const METRIC_DATES = [
  'initially_assigned_at',
  'assigned_at',
  'solved_at',
  'latest_comment_added_at',
  'requester_updated_at',
  'assignee_updated_at',
  'status_updated_at',
];

/** The day on which an instant of the spreadsheet's clock falls. */
function dayOf(instant: string): string {
  return instant === '' ? '' : `d:${instant.slice(2, 12)}`;
}

function nameCells(ticket: JsonObject, account: ZendeskAccount): Cells {
  const { users, organizations, groups, brands, ticketForms } = account;
  return {
    requester_id: toTextCell(ticket.requester_id),
    requester_name: textOf(users, ticket.requester_id, 'name'),
    requester_email: textOf(users, ticket.requester_id, 'email'),
    requester_locale: textOf(users, ticket.requester_id, 'locale'),
    submitter_id: toTextCell(ticket.submitter_id),
    submitter_name: textOf(users, ticket.submitter_id, 'name'),
    assignee_id: toTextCell(ticket.assignee_id),
    assignee_name: textOf(users, ticket.assignee_id, 'name'),
    assignee_email: textOf(users, ticket.assignee_id, 'email'),
    group_id: toTextCell(ticket.group_id),
    group_name: textOf(groups, ticket.group_id, 'name'),
    organization_id: toTextCell(ticket.organization_id),
    organization_name: textOf(organizations, ticket.organization_id, 'name'),
    brand_id: toTextCell(ticket.brand_id),
    brand_name: textOf(brands, ticket.brand_id, 'name'),
    ticket_form_id: toTextCell(ticket.ticket_form_id),
    ticket_form_name: textOf(ticketForms, ticket.ticket_form_id, 'name'),
  };
}

function textOf(records: ReadonlyMap<string, JsonObject>, id: Json | undefined, field: string): string {
  return toTextCell(records.get(toText(id))?.[field]);
}

function metricCells({ status }: JsonObject, metrics: JsonObject): Cells {
  const minutes = Object.entries(MINUTES).flatMap(([column, field]) => {
    const both = isJsonObject(metrics[field]) ? metrics[field] : {};
    return [
      [`${column}_calendar`, toCell(both.calendar)],
      [`${column}_business`, toCell(both.business)],
    ];
  });
  const seconds = isJsonObject(metrics.reply_time_in_seconds) ? metrics.reply_time_in_seconds : {};
  const isSolved = status === 'solved' || status === 'closed';
  return {
    ...(Object.fromEntries(minutes) as Cells),
    reply_time_in_seconds: toCell(seconds.calendar),
    reopens: toCell(metrics.reopens),
    replies: toCell(metrics.replies),
    group_stations: toCell(metrics.group_stations),
    assignee_stations: toCell(metrics.assignee_stations),
    one_touch: typeof metrics.replies === 'number' ? toCell(isSolved && metrics.replies <= 1) : '',
  };
}

const MINUTES = {
  first_reply: 'reply_time_in_minutes',
  first_resolution: 'first_resolution_time_in_minutes',
  full_resolution: 'full_resolution_time_in_minutes',
  agent_wait: 'agent_wait_time_in_minutes',
  requester_wait: 'requester_wait_time_in_minutes',
  on_hold: 'on_hold_time_in_minutes',
} as const;

function ratingCells({ satisfaction_rating: rating }: JsonObject): Cells {
  const { score, comment, reason, id } = isJsonObject(rating) ? rating : {};
  return {
    csat_score: toTextCell(score),
    csat_comment: toTextCell(comment),
    csat_reason: toTextCell(reason),
    csat_id: toTextCell(id),
  };
}

function fieldCells({ custom_fields: values }: JsonObject, { fields }: ZendeskAccount): Cells {
  const byId = new Map(
    listOf(values)
      .filter(isJsonObject)
      .map(({ id, value }) => [toText(id), value]),
  );
  return Object.fromEntries(fields.map((field) => [field.header, fieldCell(field, byId.get(field.id))]));
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
