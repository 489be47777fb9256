import { cycle } from '../cycle';
import { french } from '../french';
import { hostileTexts, longText } from '../hostile-texts';
import type { Json, JsonObject } from '../json';
import { chanceOf, DAY, toIso, toUrl, type Account } from './account';
import { customFieldAt } from './custom-fields';
import { customStatusId } from './custom-statuses';
import { customValue } from './custom-values';
import { idOf } from './ids';
import { metricSet } from './metric-set';
import type { TicketFacts } from './ticket-facts';
import { ticketPeople } from './ticket-people';

/** What a ticket is made from: its number, its facts, and the account's fields as (id, number). */
export interface TicketSource {
  readonly index: number;
  readonly facts: TicketFacts;
  readonly fields: readonly (readonly [id: number, number: number])[];
}

/** A ticket as first seeded. Its `custom_fields` are by id, so that changes can be laid over single ones. */
export function ticketRecord(account: Account, source: TicketSource): JsonObject {
  const { index, facts } = source;
  const values = source.fields.map(([id, number]) => ({ id, number, value: valueOf(account, number, index) }));
  return {
    id: facts.id,
    url: toUrl('tickets', facts.id),
    encoded_id: `${String(facts.id).padStart(6, '0')}-ACME`,
    external_id: cycle([null, '007', `CMD-${String(index)}`, '1E5'], index),
    via: via(index),
    created_at: toIso(facts.createdAt),
    updated_at: toIso(facts.updatedAt),
    generated_timestamp: facts.at,
    ...texts(account, index),
    ...state(index, facts),
    ...people(account, index, facts),
    brand_id: idOf.brand(index % 3),
    ticket_form_id: idOf.form(index % 2),
    forum_topic_id: null,
    tags: [
      ...cycle([['vip', 'été'], [], ['facture']], index),
      ...(facts.status === 'closed' && index % 41 === 0 ? ['closed_by_merge'] : []),
      ...values.flatMap(({ number, value }) => toTags(number, value)),
    ],
    custom_fields: Object.fromEntries(values.map(({ id, value }) => [id, value])),
    sharing_agreement_ids: [],
    followup_ids: [],
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: index % 7 === 3,
    support_type: facts.supportType,
    metric_set: metricSet(account, index, facts),
  };
}

function valueOf(account: Account, number: number, index: number): Json {
  return customValue(account, number, index, chanceOf(account, `field ${String(number)}`, index));
}

/** The options that are chosen in a ticket are among its tags. */
function toTags(number: number, value: Json): readonly string[] {
  if (!['tagger', 'multiselect'].includes(customFieldAt(number).type)) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).filter((part) => typeof part === 'string');
  return typeof value === 'string' ? [value] : [];
}

function via(index: number): JsonObject {
  const channel = cycle(['web', 'email', 'api', 'native_messaging', 'voice'], index);
  return { channel, source: { from: {}, to: {}, rel: index % 15 === 1 ? 'follow_up' : null } };
}

function texts(account: Account, index: number): JsonObject {
  const chance = chanceOf(account, 'ticket texts', index);
  const plain = `${chance.pick(french.trainings)} : ${chance.pick(french.phrases)}`;
  const subject = index % 4 === 1 ? cycle(hostileTexts, Math.floor(index / 4)) : plain;
  const long = account.longText && index === 3;
  return {
    subject: index % 53 === 40 ? null : subject,
    raw_subject: index % 10 === 0 ? '{{dc.sujet}}' : subject,
    description: long ? longText() : `${cycle(hostileTexts, index)}\n\n${chance.pick(french.phrases)}`,
  };
}

function state(index: number, facts: TicketFacts): JsonObject {
  const type = cycle(['question', 'incident', 'problem', 'task', null], index);
  return {
    type,
    priority: cycle(['normal', 'high', null, 'urgent', 'low'], Math.floor(index / 3)),
    status: facts.status,
    custom_status_id: customStatusId(facts.status, index),
    problem_id: type === 'incident' && index > 10 ? index - 8 : null,
    has_incidents: type === 'problem',
    is_public: index % 12 !== 4,
    due_at: type === 'task' ? toIso(facts.createdAt + 7 * DAY) : null,
  };
}

function people(account: Account, index: number, { status }: TicketFacts): JsonObject {
  const { requester, submitter, assignee, organization, group, copied } = ticketPeople(account, index);
  const isNew = status === 'new';
  return {
    recipient: index % 2 === 0 ? 'support@acme.zendesk.com' : null,
    requester_id: idOf.user(requester),
    submitter_id: idOf.user(submitter),
    assignee_id: isNew ? null : idOf.user(assignee),
    organization_id: organization === null ? null : idOf.organization(organization),
    group_id: isNew && index % 2 === 0 ? null : idOf.group(group),
    collaborator_ids: copied.map(idOf.user),
    follower_ids: copied.slice(0, 1).map(idOf.user),
    email_cc_ids: copied.slice(1).map(idOf.user),
  };
}
