import type { Collection, Slot } from '../collection';
import { toText, type JsonObject } from '../json';
import type { Answer } from '../vendor';
import { badParameter } from './problem';

/** The largest page; a larger `limit` is cut to it without a word but the header `x-item-per-page`. */
const MAX_LIMIT = 100;

/** A list that can be read by position. */
export interface Listing {
  /** The name under which control knows the list. */
  readonly list: string;
  readonly total: number;
  readonly read: (from: number, to: number) => readonly JsonObject[];
  /** The keys of the records at the same positions. */
  readonly keys: (from: number, to: number) => readonly string[];
}

/** The list of some records of a collection. */
export function listSlots<F extends object>(
  list: string,
  collection: Collection<F>,
  slots: readonly Slot<F>[],
): Listing {
  return {
    list,
    total: slots.length,
    read: (from, to) => slots.slice(from, to).map((slot) => collection.read(slot)),
    keys: (from, to) => slots.slice(from, to).map((slot) => collection.keyOf(slot)),
  };
}

/** A list that is at hand as a whole, of records with a numeric `id`. */
export function listRecords(list: string, records: readonly JsonObject[]): Listing {
  return {
    list,
    total: records.length,
    read: (from, to) => records.slice(from, to),
    keys: (from, to) => records.slice(from, to).map(({ id }) => toText(id)),
  };
}

/**
 * One page of a list: a bare array, and its place in the whole in three headers (unless `headers` is false). A page
 * past the end is empty. Throws a Problem for a `page` or `limit` that is not a number from 1.
 */
export function toPage(
  query: URLSearchParams,
  route: string,
  { list, total, read, keys }: Listing,
  headers: boolean,
): Answer {
  const limit = Math.min(positive(query, 'limit', MAX_LIMIT), MAX_LIMIT);
  const page = positive(query, 'page', 1);
  const from = (page - 1) * limit;
  const to = Math.min(from + limit, total);
  const paging = { 'x-total-count': String(total), 'x-current-page': String(page), 'x-item-per-page': String(limit) };
  return {
    status: 200,
    body: JSON.stringify(from < to ? read(from, to) : []),
    headers: headers ? paging : {},
    route,
    page: { list, keys: () => keys(from, to) },
  };
}

function positive(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badParameter(name, 'This value should be a positive integer.');
  return Number(text);
}
