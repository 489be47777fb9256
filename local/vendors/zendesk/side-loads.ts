import type { Collection } from '../collection';
import { toText, type Json, type JsonObject } from '../json';
import type { Records } from './records';

export interface SideLoadOptions {
  /** Where metric sets stand: in each ticket as today, or beside the tickets as on older accounts. */
  readonly metricSets: 'embedded' | 'topLevel';
  /** The share of users (0 to 1) that side-loads leave out, so that they must be asked for by id. */
  readonly missingUsers: number;
}

/** Tickets and what `include` asked for beside them. Anything else that it names is left out, as Zendesk does. */
export function withSideLoads(
  tickets: readonly JsonObject[],
  include: string | null,
  records: Records,
  options: SideLoadOptions,
): JsonObject {
  const wanted = new Set((include ?? '').split(','));
  const isEmbedded = wanted.has('metric_sets') && options.metricSets === 'embedded';
  const isTopLevel = wanted.has('metric_sets') && options.metricSets === 'topLevel';
  const sets = tickets.map(({ metric_set }) => metric_set ?? null).filter((set) => set !== null);
  return {
    tickets: isEmbedded ? tickets : tickets.map((ticket) => ({ ...ticket, metric_set: undefined })),
    ...(wanted.has('users') ? { users: usersOf(tickets, records, options.missingUsers) } : {}),
    ...(wanted.has('organizations') ? { organizations: named(tickets, records.organizations, ORGANIZATION) } : {}),
    ...(wanted.has('groups') ? { groups: named(tickets, records.groups, GROUP) } : {}),
    ...(isTopLevel ? { metric_sets: sets } : {}),
  };
}

const ORGANIZATION = ['organization_id'];
const GROUP = ['group_id'];
const PEOPLE = ['requester_id', 'submitter_id', 'assignee_id', 'collaborator_ids'];

function usersOf(tickets: readonly JsonObject[], { users }: Records, missing: number): readonly JsonObject[] {
  const found = named(tickets, users, PEOPLE);
  if (missing === 0) return found;
  // The same users are missing from every page, or the next page would bring them.
  return found.filter(({ id }) => ((Number(id) * 0.618_033_988_75) / 128) % 1 >= missing);
}

/** The records that the tickets name in some of their keys, each once. */
function named<F extends object>(
  tickets: readonly JsonObject[],
  collection: Collection<F>,
  keys: readonly string[],
): readonly JsonObject[] {
  const ids = new Set<Json>();
  for (const ticket of tickets) {
    for (const key of keys) {
      const value = ticket[key];
      for (const id of Array.isArray(value) ? (value as readonly Json[]) : [value]) if (id != null) ids.add(id);
    }
  }
  return [...ids].flatMap((id) => {
    const slot = collection.find(toText(id));
    return slot === undefined ? [] : [collection.read(slot)];
  });
}
