import type { JsonObject } from '../json';
import { HOST } from './account';
import { invalid } from './refusal';

/** A page of a plain list and the keys that stand beside its records. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly envelope: JsonObject;
}

/**
 * A page of a list: by cursor when `page[size]` is sent, else by number. A last page by cursor says so in `has_more` alone: its
 * `links.next` and `after_cursor` are there all the same, as recorded. Throws a Refusal.
 */
export function toListPage<T>(path: string, query: URLSearchParams, items: readonly T[]): ListPage<T> {
  return query.has('page[size]') ? byCursor(path, query, items) : byNumber(path, query, items);
}

function byCursor<T>(path: string, query: URLSearchParams, items: readonly T[]): ListPage<T> {
  const size = Math.min(whole(query, 'page[size]', 100), 100);
  const after = query.get('page[after]');
  const start = after === null ? 0 : position(after);
  const page = items.slice(start, start + size);
  const end = start + page.length;
  const link = (side: 'after' | 'before', at: number): string => {
    const next = new URLSearchParams(query);
    for (const name of ['page[after]', 'page[before]']) next.delete(name);
    next.set(`page[${side}]`, toCursor(at));
    return `${HOST}/api/v2${path}.json?${next.toString()}`;
  };
  const isEmpty = page.length === 0;
  return {
    items: page,
    envelope: {
      meta: {
        has_more: end < items.length,
        after_cursor: isEmpty ? null : toCursor(end),
        before_cursor: isEmpty ? null : toCursor(start),
      },
      links: { next: isEmpty ? null : link('after', end), prev: isEmpty ? null : link('before', start) },
    },
  };
}

function byNumber<T>(path: string, query: URLSearchParams, items: readonly T[]): ListPage<T> {
  const size = Math.min(whole(query, 'per_page', 100), 100);
  const number = whole(query, 'page', 1);
  if (number * size > MAX_DEPTH) throw invalid('Requested response size was greater than Response Limits', 400, DEPTH);
  const start = (number - 1) * size;
  const link = (page: number): string => {
    const next = new URLSearchParams(query);
    next.set('page', String(page));
    return `${HOST}/api/v2${path}.json?${next.toString()}`;
  };
  return {
    items: items.slice(start, start + size),
    envelope: {
      next_page: start + size < items.length ? link(number + 1) : null,
      previous_page: number > 1 ? link(number - 1) : null,
      count: items.length,
    },
  };
}

/** developer.zendesk.com, Pagination: no page by number beyond 10,000 records. */
const MAX_DEPTH = 10_000;
const DEPTH = 'InvalidPaginationDepth';

function whole(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name) ?? String(fallback);
  if (!/^[1-9]\d*$/.test(text))
    throw invalid(`${name} must be a positive whole number.`, 400, 'InvalidPaginationParameter');
  return Number(text);
}

function toCursor(at: number): string {
  return Buffer.from(JSON.stringify({ o: 'id', v: at })).toString('base64url');
}

function position(cursor: string): number {
  const [, at] = /^\{"o":"id","v":(\d+)\}$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined) throw invalid('page[after] is not valid', 400, 'InvalidPaginationParameter');
  return Number(at);
}
