import { DataError } from '../../core/errors';
import type { Json, JsonObject, Value } from '../../core/model';
import type { Answer, Api } from '../connector';
import { isList, isObject, numberOf } from '../fields';
import { fingerprint } from './fingerprint';
import { sentences } from './sentences';
import { START, type WalkState } from './walk-state';

/** A list of Wedof: where it is, and how many records a page is asked to hold. */
export interface List {
  readonly path: string;
  readonly query?: Readonly<Record<string, Value>>;
  readonly limit: number;
  /** A list that answers its first page again and again may end there. */
  readonly mayIgnorePage?: boolean;
}

/** One page of a walk. */
export interface Step {
  readonly records: readonly JsonObject[];
  readonly headers: Answer['headers'];
  /** Null when the walk is done. */
  readonly next: WalkState | null;
  readonly total: number | null;
  /** Some records may have been missed. */
  readonly unsure: boolean;
}

/**
 * Reads one page. A page shorter than asked for, or empty, ends the list, unless a known total says that more is to
 * come; after a full page a total that is reached ends nothing, since it may be wrong. When the total shrinks, records left and others moved up into pages already read: those are read again. Throws
 * `DataError` for a page that comes twice, one that stays empty before the end, and a change of the page's size.
 */
export function walk(api: Api, list: List, state: WalkState | null): Step {
  const at = state ?? START;
  const number = at.perPage === null ? 1 : Math.floor(at.read / at.perPage) + 1;
  const { body, headers } = api.get(list.path, { ...list.query, page: number, limit: list.limit });
  const records = toRecords(body, list.path);
  const total = numberOf(headers['x-total-count']);
  const sized = numberOf(headers['x-item-per-page']);
  const perPage = sized ?? at.perPage ?? (records.length > 0 ? records.length : list.limit);
  const page: Page = { list, at, number, records, total, perPage, isSized: sized !== null };
  if (at.perPage !== null && perPage !== at.perPage) throw disorder(page, `pages of ${perPage}, not ${at.perPage}`);
  // A first page as long as a page may be is hardly the whole list.
  if (isIgnoringPages(page)) {
    return {
      records: [],
      headers,
      next: null,
      total,
      unsure: at.unsure || (total === null && records.length === list.limit),
    };
  }
  const next = follow(page);
  const isDone = next === at || (records.length > 0 && isEnd(page, next));
  return { records, headers, next: isDone ? null : next, total, unsure: next.unsure };
}

interface Page {
  readonly list: List;
  readonly at: WalkState;
  readonly number: number;
  readonly records: readonly JsonObject[];
  readonly total: number | null;
  readonly perPage: number;
  /** The answer says how many records a page holds. */
  readonly isSized: boolean;
}

/** Where the walk stands after a page; the same state when there is nothing more to read. */
function follow(page: Page): WalkState {
  const { at, number, records, total, perPage } = page;
  const from = (number - 1) * perPage;
  if (records.length === 0 && (total === null || at.total === null || total >= at.total))
    return followEmpty(page, from);
  // Beyond the end some lists send their last page again.
  if (isRepeated(page) && total !== null && at.read >= total) return at;
  if (isRepeated(page)) throw disorder(page, 'the same records as before');
  const print = fingerprint(records);
  const seen = {
    total: total ?? at.total,
    perPage,
    first: number === 1 ? print : at.first,
    previous: print,
    previousPage: number,
  };
  const left = at.total === null || total === null ? 0 : Math.max(0, at.total - total);
  const read = Math.max(0, at.read - left);
  const islandTo = at.islandTo - left;
  const isGap = from > read;
  if (isGap && at.backs < MOST_BACKS) {
    return { ...at, ...seen, read, islandFrom: from, islandTo: from + perPage, backs: at.backs + 1 };
  }
  const to = from + perPage;
  const joined = to >= at.islandFrom ? Math.max(to, islandTo) : to;
  return { ...at, ...seen, read: joined, islandTo, unsure: at.unsure || isGap };
}

/** A server whose total goes up and down for ever must not keep us for ever. */
const MOST_BACKS = 100;

function followEmpty(page: Page, from: number): WalkState {
  const { at, number, total, perPage } = page;
  if (total === null || total <= from || at.unsure) return at;
  if (at.emptyAt === number) throw disorder(page, `no records, of ${total}`);
  return { ...at, total, perPage, read: Math.max(0, from - perPage), previousPage: 0, emptyAt: number };
}

function isEnd({ list, number, records, total, perPage, isSized }: Page, next: WalkState): boolean {
  if (total !== null) return next.read >= total && records.length < list.limit;
  // Nothing but its own length tells the size of a first page: it is short only when the answer says so.
  return (isSized || number > 1) && records.length < perPage;
}

function isRepeated({ at, number, records }: Page): boolean {
  if (number === 1 || records.length === 0) return false;
  const print = fingerprint(records);
  return print === at.first || (print === at.previous && number !== at.previousPage);
}

function isIgnoringPages(page: Page): boolean {
  const { list, at, records, total } = page;
  if (!list.mayIgnorePage || !isRepeated(page)) return false;
  return fingerprint(records) === at.first && (total ?? 0) <= records.length;
}

/** The records of a list's answer. Throws `DataError` when it is no list of objects. */
export function toRecords(body: Json, path: string): readonly JsonObject[] {
  if (isList(body) && body.every(isObject)) return body;
  throw new DataError(`wedof: GET ${path} -> no list of records`, sentences.noList);
}

function disorder({ list, number }: Page, what: string): DataError {
  return new DataError(`wedof: GET ${list.path} page ${number} of ${list.limit} -> ${what}`, sentences.disorder);
}
