import type { Cursor, Json, JsonObject, Words } from '../../core/model';
import type { Api } from '../connector';
import { isObject, numberOf, textOf } from '../fields';
import { readRecords } from './envelope';

/** One page of a list. */
export interface Step {
  /** Records that the pages before did not hold. */
  readonly records: readonly JsonObject[];
  readonly cursor: Cursor;
  readonly done: boolean;
  /** False when the walk cannot prove that it saw every record. */
  readonly complete: boolean;
  readonly note?: Words;
}

const LIMIT = 500;
const MOST_RESTARTS = 3;

/**
 * Reads one page of a list by `limit` and `offset`. Each page begins with the last record of the one before: when it does
 * not, records moved meanwhile and the walk begins again, at most three times, then goes on without proof. It ends with a
 * page that brings nothing new: the answer's `count` may mean anything, and some lists ignore both parameters.
 */
export function walk(api: Api, name: string, key: string, cursor: Cursor | null): Step {
  const at = stateOf(cursor);
  const { body } = api.get(`/${name}`, { limit: LIMIT, offset: at.offset });
  const records = readRecords(body, name);
  const keys = records.map((record) => keyOf(record, key));
  const print = `${keys.length}:${keys[0] ?? ''}:${keys[keys.length - 1] ?? ''}`;
  if (at.last === '') {
    if (records.length === 0) return { records, cursor: {}, done: true, complete: !at.unsure };
    return goOn(at, records, keys, { ...at, first: print, size: records.length });
  }
  if (print === at.first && at.offset > 0) return endRepeated(at, records, countOf(body));
  if (keys[0] === at.last) return goOn(at, records.slice(1), keys, at);
  if (at.restarts < MOST_RESTARTS) {
    const cursorAnew: State = { ...START, restarts: at.restarts + 1 };
    return { records, cursor: cursorAnew, done: false, complete: true };
  }
  return goOn(at, records, keys, { ...at, unsure: true });
}

interface State extends JsonObject {
  readonly offset: number;
  /** The key of the last record seen; empty before the first page. */
  readonly last: string;
  /** What the first page looked like, and how long it was. */
  readonly first: string;
  readonly size: number;
  readonly restarts: number;
  readonly unsure: boolean;
}

const START: State = { offset: 0, last: '', first: '', size: 0, restarts: 0, unsure: false };

function stateOf(cursor: Cursor | null): State {
  if (cursor?.last === undefined) return START;
  return {
    offset: numberOf(cursor.offset) ?? 0,
    last: textOf(cursor.last),
    first: textOf(cursor.first),
    size: numberOf(cursor.size) ?? 0,
    restarts: numberOf(cursor.restarts) ?? 0,
    unsure: cursor.unsure === true,
  };
}

function goOn(at: State, fresh: readonly JsonObject[], keys: readonly string[], state: State): Step {
  const complete = !state.unsure;
  const last = keys[keys.length - 1] ?? '';
  // Where records keep coming, only a short page can be the end of a walk without proof.
  const isEnd = fresh.length === 0 || (state.unsure && keys.length < state.size);
  if (isEnd) return { records: fresh, cursor: {}, done: true, complete };
  // Without proof there is nothing to overlap for, and the walk must move on.
  const offset = at.offset + keys.length - (state.unsure ? 0 : 1);
  return { records: fresh, cursor: { ...state, offset, last }, done: false, complete };
}

/**
 * A list that answers its first page whatever is asked is complete, unless that page is as long as a page may be, or the
 * answer counts more records than it holds.
 */
function endRepeated(at: State, records: readonly JsonObject[], count: number): Step {
  if (records.length !== LIMIT && count <= records.length) {
    return { records: [], cursor: {}, done: true, complete: !at.unsure };
  }
  return { records: [], cursor: {}, done: true, complete: false, note: endless(records.length) };
}

/** The answer's own count of records, of the page or of all; 0 without one. */
function countOf(body: Json): number {
  return isObject(body) ? (numberOf(body.count) ?? 0) : 0;
}

function endless(sent: number): Words {
  return {
    fr: `Le site n’envoie que ses ${sent} premières fiches, quelle que soit la page demandée : il en manque peut-être. Rien n’a été retiré de l’onglet.`,
    en: `The site only sends its first ${sent} records, whatever page is asked for: some may be missing. Nothing was removed from the tab.`,
  };
}

/** The record's key, or its whole text where it has none, cut to fit into a cursor. */
function keyOf(record: JsonObject, key: string): string {
  const value: Json | undefined = record[key];
  return ((isObject(value) ? '' : textOf(value)) || JSON.stringify(record)).slice(0, 200);
}
