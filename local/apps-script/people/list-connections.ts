import { textOf } from './check-payload';
import { currentOf, type ContactRecord, type Json, type PageSnapshot, type Version } from './contact-book';
import { versionAt, versionUpTo, type Desk } from './contact-records';
import { numberIn, one, viewOf, type Call } from './people-call';
import { spendRequest } from './people-quotas';
import { errorInfo, invalid, PeopleRefusal } from './people-refusal';
import { fromPageToken, fromSyncToken, toPageToken, toSyncToken, type SyncPoint } from './sync-token';
import { toPerson, type View } from './to-person';

/**
 * people.connections.list: a page of all contacts, or of what was written since a sync token. The list is that of the first
 * page, and so is what the sync token at its end covers.
 */
export function listConnections(call: Call): Json {
  if (call.name !== 'me') throw invalid('Resource name must be "people/me".');
  const token = one(call, 'pageToken');
  const syncToken = one(call, 'syncToken');
  const view = { ...viewOf(call, 'personFields'), withFormerNames: syncToken !== undefined, mostItems: 100 };
  if (token === undefined && syncToken === undefined && wantsToken(call)) spendRequest(call, 'fullSync');
  const size = numberIn(call, 'pageSize', 100, 1000);
  const params = paramsOf(call, view, size);
  if (token === undefined) return page(call, view, begin(call, params), 0, size);
  const place = fromPageToken(token, call.book.owner);
  const list = call.book.pages.find(({ id }) => id === place.id);
  if (!list) throw invalid('Page token is invalid.');
  if (list.params !== params || list.syncToken !== (syncToken ?? null)) throw mismatch('page');
  return page(call, view, list, place.start, size);
}

function begin(call: Call, params: string): PageSnapshot {
  const { book, now, rules } = call;
  const syncToken = one(call, 'syncToken');
  const since = syncToken === undefined ? null : readSyncToken(call, syncToken, params);
  const staleFor = since ? rules.lag : Math.max(rules.lag, rules.staleListFor);
  const horizon = Math.max(since?.horizon ?? 0, horizonOf(call, now - staleFor));
  const keys = since ? changedKeys(call, since.horizon, horizon) : listedKeys(call);
  const id = (book.lastSeq += 1);
  const list = { id, keys, params, horizon, fullAt: since?.fullAt ?? now, syncToken: syncToken ?? null };
  book.pages = [...book.pages.slice(1 - MOST_LISTS), list];
  return list;
}

/** Lists whose page tokens are still good. */
const MOST_LISTS = 5;

function readSyncToken(call: Call, token: string, params: string): SyncPoint {
  const point = fromSyncToken(token, call.book.owner);
  if (call.now >= point.fullAt + call.rules.tokenLifetime) throw expired(call);
  if (point.params !== params) throw mismatch('sync');
  return point;
}

function expired({ rules }: Desk): PeopleRefusal {
  const { expiredAs } = rules;
  const message = 'Sync token is expired. Clear local cache and retry call without the sync token.';
  if (expiredAs === 'MESSAGE_ONLY') return new PeopleRefusal(400, 'INVALID_ARGUMENT', message, [], true);
  if (expiredAs === 'GONE') return new PeopleRefusal(410, 'FAILED_PRECONDITION', message);
  return new PeopleRefusal(400, expiredAs, message, [errorInfo('EXPIRED_SYNC_TOKEN', {})]);
}

function mismatch(kind: 'page' | 'sync'): PeopleRefusal {
  return invalid(`Request parameters must match the first call that provided the ${kind} token.`);
}

/** All of them but the tokens. */
function paramsOf(call: Call, { fields }: View, size: number): string {
  const order = one(call, 'sortOrder') ?? 'LAST_MODIFIED_ASCENDING';
  if (!(order in ORDERS)) throw invalid(`Invalid value at 'sort_order' (TYPE_ENUM), "${order}"`);
  if (wantsToken(call) && order !== 'LAST_MODIFIED_ASCENDING') {
    throw invalid('Sort order must be LAST_MODIFIED_ASCENDING when a sync token is requested.');
  }
  const sources = [...(call.query.get('sources') ?? [])].sort();
  return JSON.stringify([[...fields].sort(), sources, size, order, wantsToken(call)]);
}

function wantsToken(call: Call): boolean {
  return one(call, 'requestSyncToken') === 'true';
}

/** The last write that a reader sees who is behind: all up to a time. */
function horizonOf({ book }: Desk, time: number): number {
  let horizon = 0;
  for (const { versions } of Object.values(book.contacts)) {
    for (const { seq, at } of versions) if (at <= time && seq > horizon) horizon = seq;
  }
  return horizon;
}

function changedKeys({ book }: Desk, since: number, horizon: number): string[] {
  return Object.values(book.contacts)
    .map((record) => ({ key: record.key, seq: versionUpTo(record, horizon)?.seq ?? 0 }))
    .filter(({ seq }) => seq > since)
    .sort((a, b) => a.seq - b.seq)
    .map(({ key }) => key);
}

function listedKeys(call: Call): string[] {
  const order = ORDERS[one(call, 'sortOrder') ?? 'LAST_MODIFIED_ASCENDING'] ?? (() => '');
  return Object.values(call.book.contacts)
    .map((record) => ({ key: record.key, version: listed(call, record) }))
    .filter((each): each is { key: string; version: Version } => each.version !== null)
    .map(({ key, version }) => ({ key, seq: version.seq, by: order(version) }))
    .sort((a, b) => (a.by === b.by ? a.seq - b.seq : a.by < b.by ? -1 : 1))
    .map(({ key }) => key);
}

const ORDERS: Readonly<Record<string, (version: Version) => string | number>> = {
  LAST_MODIFIED_ASCENDING: ({ seq }) => seq,
  LAST_MODIFIED_DESCENDING: ({ seq }) => -seq,
  FIRST_NAME_ASCENDING: ({ fields }) => textOf(fields?.names?.[0]?.givenName),
  LAST_NAME_ASCENDING: ({ fields }) => textOf(fields?.names?.[0]?.familyName),
};

/** What a full list shows of a contact; null when it is not there. */
function listed({ rules, now }: Desk, record: ContactRecord): Version | null {
  const version = rules.staleListFor === 0 ? currentOf(record) : versionAt(record, now - rules.staleListFor);
  return version?.fields ? version : null;
}

function page(call: Call, view: View, list: PageSnapshot, start: number, size: number): Json {
  const { book } = call;
  const end = start + size;
  const connections = list.keys.slice(start, end).flatMap((key) => {
    const record = book.contacts[key];
    if (!record) return [];
    const version = list.syncToken !== null ? versionUpTo(record, list.horizon) : listed(call, record);
    return version ? [toPerson(record, version, view)] : [];
  });
  const total = list.keys.length;
  const { horizon, fullAt, params } = list;
  const { owner } = book;
  const next = end < total ? { nextPageToken: toPageToken({ id: list.id, start: end, owner }) } : {};
  const isLast = end >= total && wantsToken(call);
  return {
    ...(connections.length > 0 ? { connections } : {}),
    ...next,
    ...(isLast ? { nextSyncToken: toSyncToken({ horizon, fullAt, params, owner }) } : {}),
    ...(list.syncToken !== null || total === 0 ? {} : { totalPeople: total, totalItems: total }),
  };
}
