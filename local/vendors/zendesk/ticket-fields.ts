import { Collection } from '../collection';
import type { JsonObject } from '../json';
import { toIso, toSeconds, toUrl, type Account, type Placed } from './account';
import { customFieldAt, fieldOptions, type CustomField } from './custom-fields';
import { idOf } from './ids';

export interface FieldFacts extends Placed {
  /** Its number among the account's own fields; negative for Zendesk's. */
  readonly number: number;
}

export type TicketFields = Collection<FieldFacts>;

const SYSTEM: readonly CustomField[] = [
  { type: 'subject', title: 'Sujet' },
  { type: 'description', title: 'Description' },
  { type: 'status', title: 'Statut' },
  { type: 'custom_status', title: 'Statut du ticket' },
  { type: 'tickettype', title: 'Type' },
  { type: 'priority', title: 'Priorité' },
  { type: 'group', title: 'Groupe' },
  { type: 'assignee', title: 'Assigné' },
];

/** The fields of tickets: Zendesk's own, the account's, and one that is no longer active. */
export function createTicketFields(account: Account, customStatuses: () => readonly JsonObject[]): TicketFields {
  const active = account.customFields;
  return new Collection<FieldFacts>({
    size: SYSTEM.length + active + (active > 0 ? 1 : 0),
    facts: (index, now) => ({
      id: idOf.field(index),
      at: now === undefined ? account.today : toSeconds(now),
      number: index - SYSTEM.length,
    }),
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => {
      const system = SYSTEM[index];
      if (system === undefined) return customField(account, index, facts);
      const statuses = system.type === 'custom_status' ? { custom_statuses: customStatuses() } : {};
      return { ...field(index, facts, system), ...statuses };
    },
    edit: (turn) => ({ title: `Champ renommé ${String(turn)}` }),
    stamp: (facts, now) => {
      facts.at = toSeconds(now);
    },
  });
}

function customField(account: Account, index: number, facts: FieldFacts): JsonObject {
  const { number } = facts;
  if (number > account.customFields) {
    return field(index, facts, { type: 'text', title: `Nouveau champ ${String(number)}` });
  }
  if (number === account.customFields) {
    return { ...field(index, facts, { type: 'text', title: 'Ancien champ' }), active: false };
  }
  const own = customFieldAt(number);
  return { ...field(index, facts, own), ...optionsOf(number, own) };
}

function optionsOf(number: number, own: CustomField): JsonObject {
  switch (own.type) {
    case 'tagger':
    case 'multiselect':
      return { custom_field_options: fieldOptions(number, own) };
    case 'checkbox':
      return { tag: `c${String(number)}_oui` };
    case 'regexp':
      return { regexp_for_validation: '\\A\\d{5}\\z' };
    case 'lookup':
    case 'multi_lookup':
      return { relationship_target_type: 'zen:user', relationship_filter: {} };
    default:
      return {};
  }
}

function field(index: number, facts: FieldFacts, { type, title, rawTitle, key }: CustomField): JsonObject {
  return {
    id: facts.id,
    url: toUrl('ticket_fields', facts.id),
    type,
    title,
    raw_title: rawTitle ?? title,
    description: '',
    raw_description: '',
    position: index + 1,
    active: true,
    required: false,
    collapsed_for_agents: false,
    regexp_for_validation: null,
    title_in_portal: title,
    raw_title_in_portal: rawTitle ?? title,
    visible_in_portal: false,
    editable_in_portal: false,
    required_in_portal: false,
    agent_can_edit: true,
    tag: null,
    key: key ?? null,
    removable: facts.number >= 0,
    created_at: toIso(facts.at),
    updated_at: toIso(facts.at),
  };
}
