import { DataError } from '../../core/errors';
import { hashText } from '../../core/fnv';
import type { Cursor, Json, JsonObject, Words } from '../../core/model';
import type { Api } from '../connector';
import { isList, numberOf, objectAt, textOf } from '../fields';
import { sentences } from './sentences';
import { isTooRecent, latestStart } from './start-time';
import { toRecords } from './to-records';

/** A kind of record that is exported by time (developer.zendesk.com, "Incremental exports"). */
export interface TimeExport {
  readonly path: string;
  /** The field of the answer that holds the records. */
  readonly list: string;
  /** When a record changed, in seconds since 1970; 0 where it does not say. */
  readonly timeOf: (record: JsonObject) => number;
}

/** One page of an export by time. */
export interface TimeStep {
  readonly records: readonly JsonObject[];
  readonly cursor: Cursor;
  readonly done: boolean;
  readonly note?: Words;
}

const SIZE = 1000;
/** A cursor is kept small: where one second holds more records than this, some come twice. */
const MOST_SEEN = 40;

/**
 * Reads one page: all records at first, later those that changed since. The last second of a page comes again with the
 * next, where its records are left out. Where one second holds more records than a page, the export repeats that page for
 * ever: the reading goes on with the next second, and says so. Throws `DataError` for a page that leads nowhere.
 */
export function readTimeExport(api: Api, plan: TimeExport, cursor: Cursor | null): TimeStep {
  const start = Math.min(numberOf(cursor?.start) ?? 0, Math.max(0, latestStart(api)));
  const seen = isList(cursor?.seen) ? cursor.seen.map(textOf) : [];
  let body: Json;
  try {
    body = api.get(plan.path, { start_time: start, per_page: SIZE }).body;
  } catch (error) {
    if (isTooRecent(error)) return { records: [], cursor: { start, seen }, done: true };
    throw error;
  }
  const all = toRecords(body, plan.list, plan.path);
  const prints = new Set(seen);
  const records = all.filter((record) => !prints.has(printOf(record)));
  const { end_of_stream: isEnd, end_time: endTime } = objectAt(body);
  const end = numberOf(endTime);
  const done = isEnd === true || (isEnd === undefined && all.length < SIZE);
  if (end === null && !done) {
    throw new DataError(`zendesk: GET ${plan.path} -> no end_of_stream, no end_time`, sentences.noEnd);
  }
  const next = Math.max(start, end ?? start);
  if (next === start && !done) {
    return { records, cursor: { start: start + 1, seen: [] }, done, note: sentences.crowdedSecond };
  }
  const last = all.filter((record) => plan.timeOf(record) === next).map(printOf);
  const isSame = next === start && last.length === 0;
  return { records, cursor: { start: next, seen: isSame ? seen : last.slice(-MOST_SEEN) }, done };
}

/** The record's id with a hash of all it says: one that changed since is not left out. */
function printOf(record: JsonObject): string {
  return `${textOf(record.id)}:${hashText(JSON.stringify(record)).toString(36)}`;
}
