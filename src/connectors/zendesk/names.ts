import { UnavailableError } from '../../core/errors';
import type { Json, JsonObject } from '../../core/model';
import type { Api } from '../connector';
import { isList, isObject, textOf } from '../fields';
import { once } from '../once';
import { orNone, readLookups } from './lookups';
import { toRecords } from './to-records';

type Records = ReadonlyMap<string, JsonObject>;

/** What stands behind the ids in a page of tickets, by id. */
export interface Names {
  readonly users: Records;
  readonly organizations: Records;
  readonly groups: Records;
  readonly brands: Records;
  readonly forms: Records;
  readonly statuses: Records;
}

/**
 * The records that the tickets of an answer name: those that came along with them, and the account's lists. Users and
 * organisations in neither are asked for, a hundred at a time, each once in an execution.
 */
export function readNames(api: Api, body: JsonObject, tickets: readonly JsonObject[]): Names {
  const { groups, brands, forms } = readLookups(api);
  const users = tickets.flatMap((ticket) => [ticket.requester_id, ticket.submitter_id, ticket.assignee_id]);
  const organizations = tickets.map((ticket) => ticket.organization_id);
  return {
    users: fillGaps(api, 'users', listOf(body.users), users),
    organizations: fillGaps(api, 'organizations', listOf(body.organizations), organizations),
    groups: byId([...groups, ...listOf(body.groups)]),
    brands: byId(brands),
    forms: byId(forms),
    statuses: readStatuses(api),
  };
}

/** The account's own statuses: in the field that holds them, or by themselves where it does not. */
const readStatuses = once((api): Records => {
  const field = readLookups(api).fields.find(({ type }) => type === 'custom_status');
  const inField = listOf(field?.custom_statuses);
  if (inField.length > 0) return byId(inField);
  const path = '/api/v2/custom_statuses';
  return byId(orNone(() => toRecords(api.get(path).body, 'custom_statuses', path)));
});

type Kind = 'users' | 'organizations';

/** What was asked for in this execution. */
interface Gaps {
  readonly found: Map<string, JsonObject>;
  readonly asked: Set<string>;
  isClosed: boolean;
}

const readGaps = once((): Readonly<Record<Kind, Gaps>> => ({ users: noGaps(), organizations: noGaps() }));

function noGaps(): Gaps {
  return { found: new Map(), asked: new Set(), isClosed: false };
}

/** The most ids that one request takes (developer.zendesk.com, "Show many users"). */
const MOST_IDS = 100;

function fillGaps(api: Api, kind: Kind, sent: readonly JsonObject[], ids: readonly (Json | undefined)[]): Records {
  const gaps = readGaps(api)[kind];
  const known = new Map([...gaps.found, ...byId(sent)]);
  const texts = new Set(ids.map(textOf).filter((id) => id !== ''));
  const missing = [...texts].filter((id) => !known.has(id) && !gaps.asked.has(id));
  for (let i = 0; i < missing.length && !gaps.isClosed; i += MOST_IDS) {
    const some = missing.slice(i, i + MOST_IDS);
    for (const [id, record] of askMany(api, kind, some, gaps)) known.set(id, record);
  }
  return known;
}

function askMany(api: Api, kind: Kind, ids: readonly string[], gaps: Gaps): Records {
  const path = `/api/v2/${kind}/show_many`;
  try {
    const found = byId(toRecords(api.get(path, { ids: ids.join(',') }).body, kind, path));
    for (const id of ids) gaps.asked.add(id);
    for (const [id, record] of found) gaps.found.set(id, record);
    return found;
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    gaps.isClosed = true;
    return new Map();
  }
}

function byId(records: readonly JsonObject[]): Records {
  return new Map(records.map((record) => [textOf(record.id), record]));
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
