import { DataError, HeavyError } from '../../core/errors';
import type { Cursor, Json, JsonObject, Value } from '../../core/model';
import type { Api } from '../connector';
import { isObject, textOf } from '../fields';
import { INITIAL, LARGEST, readPlace, type Place } from './export-place';
import { isTooRecent, latestStart } from './start-time';
import { sentences } from './sentences';
import { toRecords } from './to-records';

/** A kind of record that is exported by cursor (developer.zendesk.com, "Incremental exports"). */
export interface CursorExport {
  readonly path: string;
  /** The field of the answer that holds the records. */
  readonly list: string;
  readonly query: Readonly<Record<string, Value>>;
  /** When a record changed, in seconds since 1970, on the clock of `start_time`; 0 where it does not say. */
  readonly timeOf: (record: JsonObject) => number;
}

/** One page of an export. */
export interface ExportStep {
  readonly records: readonly JsonObject[];
  /** The whole answer; an empty object where none was of use. */
  readonly body: JsonObject;
  readonly cursor: Cursor;
  readonly done: boolean;
  /** It is the first page of all records. */
  readonly isBeginning: boolean;
}

/**
 * Reads one page, all records at first, from a saved cursor on those that changed since. A page that is too heavy comes
 * empty, and the next one asks for half as much. A cursor that is refused gives way to a `start_time` two minutes before
 * the last record; refused again before anything new came, it is a `DataError`, as is a page that leads nowhere.
 */
export function readExport(api: Api, plan: CursorExport, cursor: Cursor | null): ExportStep {
  const at = readPlace(cursor);
  let body: Json;
  try {
    body = ask(api, plan, at);
  } catch (error) {
    return recover(error, at);
  }
  const records = toRecords(body, plan.list, plan.path);
  const answer = isObject(body) ? body : {};
  const last = records.reduce((latest, record) => Math.max(latest, plan.timeOf(record)), at.last);
  const next = follow(plan, answer, grow({ ...at, last }), last > at.last);
  const isBeginning = at.cursor === '' && at.start === INITIAL.start;
  return { records, body: answer, cursor: next, done: answer.end_of_stream === true, isBeginning };
}

/** `start_time` and `cursor` are never sent together. */
function ask(api: Api, plan: CursorExport, { start, cursor, size }: Place): Json {
  const from = cursor === '' ? { start_time: Math.min(start, latestStart(api)) } : { cursor };
  return api.get(plan.path, { ...from, ...plan.query, per_page: size }, { heavy: size > 1 }).body;
}

function recover(error: unknown, at: Place): ExportStep {
  const nothing = { records: [], body: {}, isBeginning: false };
  if (error instanceof HeavyError && at.size > 1) {
    return { ...nothing, cursor: { ...at, size: Math.floor(at.size / 2), good: 0 }, done: false };
  }
  if (isTooRecent(error)) return { ...nothing, cursor: at, done: true };
  const isRefused = error instanceof DataError && (error.status === 400 || error.status === 422);
  if (!isRefused || at.cursor === '' || at.refusedAt === at.last) throw error;
  const anew = { start: overlapping(at.last), cursor: '', before: '', refusedAt: at.last };
  return { ...nothing, cursor: { ...at, ...anew }, done: false };
}

/** Changes reach the export after they are made, not always in order. */
function overlapping(last: number): number {
  return Math.max(INITIAL.start, last - 120);
}

/** Large pages are fewer: after some that came well, twice as much is asked for. */
function grow(at: Place): Place {
  if (at.size >= LARGEST) return at;
  const good = at.good + 1;
  return good < ENOUGH_GOOD ? { ...at, good } : { ...at, size: Math.min(LARGEST, at.size * 2), good: 0 };
}

const ENOUGH_GOOD = 5;

/** Where the next page begins. A page without records has no cursor of its own: then the one that it came by stays. */
function follow(plan: CursorExport, answer: JsonObject, at: Place, hasProgress: boolean): Place {
  const after = textOf(answer.after_cursor) || cursorIn(textOf(answer.after_url));
  const refusedAt = hasProgress ? null : at.refusedAt;
  if (answer.end_of_stream === true) {
    const end = { ...at, before: '', refusedAt: null };
    if (after !== '') return { ...end, cursor: after };
    return at.cursor === '' && hasProgress ? { ...end, start: overlapping(at.last) } : end;
  }
  if (after === '') throw new DataError(`zendesk: GET ${plan.path} -> no end_of_stream, no cursor`, sentences.noEnd);
  if (after === at.cursor || after === at.before) {
    throw new DataError(`zendesk: GET ${plan.path} -> the same cursor again: ${after}`, sentences.circles);
  }
  return { ...at, cursor: after, before: at.cursor, refusedAt };
}

/** Of the address of the next page only its cursor is taken: requests go nowhere but to the account. */
function cursorIn(url: string): string {
  const [, cursor = ''] = /[?&]cursor=([^&#]*)/.exec(url) ?? [];
  try {
    return decodeURIComponent(cursor);
  } catch {
    return '';
  }
}
