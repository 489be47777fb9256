import type { Collection } from '../collection';
import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { toPage, type Listing } from './paging';
import { Problem } from './problem';

/** One path below `/api`: what it looks like, and what it answers to its parameters. */
export interface Route {
  readonly pattern: RegExp;
  /** As it is counted in the log. */
  readonly route: string;
  serve(query: URLSearchParams, parts: readonly string[]): Answer;
}

export interface Serving {
  readonly statuses: ReadonlyMap<string, number>;
  readonly pagingHeaders: boolean;
  now(): number;
}

/** A route from its path, in which `{name}` stands for one part and `{name+}` for one that may hold slashes. */
export function defineRoute(route: string, serve: Route['serve']): Route {
  const pattern = route.replace(/\{\w+\+\}/g, '(.+)').replace(/\{\w+\}/g, '([^/]+)');
  return { pattern: new RegExp(`^${pattern}$`), route, serve };
}

/** One record as an answer. */
export function toAnswer(record: unknown): Answer {
  return { status: 200, body: JSON.stringify(record) };
}

/** One page of a list; throws a Problem when the account's status for that list is not 200. */
export function servePage(serving: Serving, query: URLSearchParams, route: string, listing: Listing): Answer {
  const status = serving.statuses.get(listing.list) ?? 200;
  if (status !== 200) throw new Problem(status, 'This resource is not available');
  return toPage(query, route, listing, serving.pagingHeaders);
}

/** The record with a key; throws a Problem 404 when there is none. */
export function findRecord<F extends object>(collection: Collection<F>, key: string): JsonObject {
  const slot = collection.find(key);
  if (slot === undefined) throw new Problem(404, 'Not Found');
  return collection.read(slot);
}
