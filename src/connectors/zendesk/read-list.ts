import { DataError } from '../../core/errors';
import type { JsonObject, Value } from '../../core/model';
import type { Api } from '../connector';
import { objectAt, textOf } from '../fields';
import { sentences } from './sentences';
import { toRecords } from './to-records';

/** Every record of a list with cursor pagination, and of one that has no pages. Throws as `readListPage`. */
export function readList(
  api: Api,
  path: string,
  list: string,
  query: Readonly<Record<string, Value>> = {},
): readonly JsonObject[] {
  const all: JsonObject[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = readListPage(api, path, list, query, after);
    all.push(...page.records);
    after = page.after;
  }
  return all;
}

/** One page of a list. */
export interface ListPage {
  readonly records: readonly JsonObject[];
  /** Where the next page begins; null after the last. */
  readonly after: string | null;
}

/**
 * The page of a list that begins at `after`, the first when it is empty. Only `has_more` tells the end: the last page has
 * a next cursor and a next link too. Throws `DataError` when the list leads back to the same page.
 */
export function readListPage(
  api: Api,
  path: string,
  list: string,
  query: Readonly<Record<string, Value>>,
  after: string,
): ListPage {
  const { body } = api.get(path, { ...query, 'page[size]': 100, 'page[after]': after === '' ? null : after });
  const records = toRecords(body, list, path);
  const meta = objectAt(body, 'meta');
  if (meta.has_more !== true) return { records, after: null };
  const next = textOf(meta.after_cursor);
  if (next === '' || next === after) throw new DataError(`zendesk: GET ${path} -> no next page`, sentences.circles);
  return { records, after: next };
}
