import { UnavailableError } from '../../core/errors';
import type { JsonObject, Row } from '../../core/model';
import type { Api } from '../connector';
import { isObject, numberOf, objectAt, textOf } from '../fields';
import { toRecords } from './walk';

/** What one folder brought. */
export interface Visited {
  readonly rows: readonly Row[];
  /** How many records had no id. */
  readonly keyless: number;
  /** The folder's link leads somewhere else than to Wedof's API. */
  readonly foreign: boolean;
  readonly asked: boolean;
  /** The account may not see this folder's records: why, or null. */
  readonly refused: UnavailableError | null;
  /** The link's records exist, be there any or none. */
  readonly answered: boolean;
}

/** Reads what belongs to one folder of the list at `path`. `recent` remembers links that were answered before. */
export type Visit = (api: Api, folder: JsonObject, path: string, recent: string[]) => Visited;

/** What a visit follows, and what it makes of the answer. */
export interface VisitPlan {
  /** The folder's link, such as `payments`. */
  readonly link: string;
  /** Neighbouring folders share the record: ask for each once. */
  readonly shared?: boolean;
  /** Folders that cannot have such records are not asked. */
  wants?(folder: JsonObject): boolean;
  toRow(record: JsonObject, folder: JsonObject, path: string): Row | null;
}

/**
 * A visit that follows a link of the folder, below `/api/` of the same site only: no other address that a record names is
 * ever asked. A link that leads nowhere (404) means that the folder has no such record.
 */
export function createVisit(plan: VisitPlan): Visit {
  return (api, folder, path, recent) => {
    const href = textOf(objectAt(folder, '_links', plan.link).href);
    if (href === '' || plan.wants?.(folder) === false) return NOTHING;
    if (!isOwnPath(href)) return { ...NOTHING, foreign: true };
    if (plan.shared && recent.includes(hashOf(href))) return NOTHING;
    const records = follow(api, href.slice('/api'.length), plan.shared === true);
    if (records === null) return { ...NOTHING, asked: true };
    if (records instanceof UnavailableError) return { ...NOTHING, asked: true, refused: records };
    if (plan.shared) recent.push(hashOf(href));
    const rows = records.map((record) => plan.toRow(record, folder, path)).filter((row) => row !== null);
    return { rows, keyless: records.length - rows.length, foreign: false, asked: true, answered: true, refused: null };
  };
}

const NOTHING: Visited = { rows: [], keyless: 0, foreign: false, asked: false, answered: false, refused: null };
const LIMIT = 100;
const MOST_PAGES = 20;

function isOwnPath(href: string): boolean {
  return /^\/api\/[^/\\\s][^\\\s#]*$/.test(href) && !/(?:^|\/|%2f)(?:\.|%2e){2}(?:\/|%2f|\?|$)/i.test(href);
}

/** The records behind a link, null when there is nothing, the refusal (403) when this account may not see them. */
function follow(api: Api, path: string, isOne: boolean): readonly JsonObject[] | UnavailableError | null {
  try {
    if (isOne) {
      const { body } = api.get(path);
      return isObject(body) ? [body] : toRecords(body, path);
    }
    return readAll(api, path);
  } catch (error) {
    if (!(error instanceof UnavailableError) || (error.status !== 404 && error.status !== 403)) throw error;
    return error.status === 404 ? null : error;
  }
}

function readAll(api: Api, path: string): readonly JsonObject[] {
  const all: JsonObject[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { body, headers } = api.get(path, { page, limit: LIMIT });
    const records = toRecords(body, path);
    all.push(...records);
    if (records.length === 0 || all.length >= (numberOf(headers['x-total-count']) ?? 0)) break;
  }
  return all;
}

/** A few characters that stand for a link in the cursor, which is kept small. */
function hashOf(text: string): string {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0;
  return hash.toString(36);
}
