import { STATUS_CODES } from 'node:http';
import type { JsonObject } from '../json';
import type { Answer, Question, Vendor } from '../vendor';
import type { VendorClock } from '../vendor-clock';
import { toFlaskJson } from './flask-json';
import { fullExport, stats } from './full-export';
import { createTables, LISTS, type ListName } from './tables';

export interface TemplateOptions {
  readonly seed: number;
  /** Orders at the start; the other tables follow from their number. */
  readonly orders: number;
  /** Whether `count` tells how long the answer is or how long the list is. */
  readonly countMeans: Readonly<Record<ListName, 'page' | 'whole'>>;
  /** The parameters that each list takes no notice of. */
  readonly ignores: Readonly<Record<ListName, readonly ('limit' | 'offset')[]>>;
  /** The largest page, whatever `limit` asks for. */
  readonly maxLimit: number;
  /** Under which name lists put their records: `data`, or the name of the list as newer versions of the site do. */
  readonly envelope: 'data' | 'named';
  /** Order items bear no id of their own, as in newer versions of the site. */
  readonly itemsWithoutId: boolean;
  /** In `full`, orders hold their items, beside the table `order_items` in which they always stand. */
  readonly nestedInFull: boolean;
}

/**
 * The export API of an artist's site made from Template, a Flask application: `/api/export/...`, read-only. Lists come
 * newest first, so that a new record shifts every page.
 */
export function createTemplate(options: TemplateOptions, clock: VendorClock): Vendor {
  const tables = createTables(options, clock.now());
  const statuses = new Map<string, number>([...LISTS, 'stats', 'full'].map((name) => [name, 200]));
  const json = (status: number, value: JsonObject, route: string): Answer => ({
    status,
    body: toFlaskJson(value),
    route,
  });
  const serve = (name: string, query: URLSearchParams): Answer => {
    const route = `/api/export/${name}`;
    const status = statuses.get(name) ?? 200;
    const list = LISTS.find((one) => one === name);
    if (status !== 200) return json(status, { error: STATUS_CODES[status] ?? 'error' }, route);
    if (list !== undefined) return { ...listPage(tables, options, list, query), route };
    const timestamp = new Date(clock.now()).toISOString().slice(0, 19);
    if (name === 'stats') return json(200, { success: true, timestamp, stats: stats(tables) }, route);
    return json(200, { success: true, timestamp, ...fullExport(tables, options.nestedInFull) }, route);
  };
  return {
    name: 'template',
    kinds: tables,
    statuses,
    answer: ({ path, query }) => (isExport(path, statuses) ? serve(exportName(path), query) : flaskPage(404)),
    gate: {
      header: 'x-api-key',
      unauthorized: ({ path }) =>
        isExport(path, statuses)
          ? json(401, { error: 'invalid_api_key', success: false }, '(not signed in)')
          : flaskPage(404),
      methodNotAllowed: ({ path }) => flaskPage(isExport(path, statuses) ? 405 : 404),
    },
  };
}

function isExport(path: Question['path'], statuses: ReadonlyMap<string, number>): boolean {
  return path.startsWith('/api/export/') && statuses.has(exportName(path));
}

function exportName(path: string): string {
  return path.slice('/api/export/'.length);
}

function listPage(
  tables: ReturnType<typeof createTables>,
  options: TemplateOptions,
  list: ListName,
  query: URLSearchParams,
): Answer {
  const collection = tables[list];
  const asked = options.ignores[list].includes('limit') ? Infinity : readInt(query, 'limit', DEFAULT_LIMITS[list]);
  const offset = options.ignores[list].includes('offset') ? 0 : readInt(query, 'offset', 0);
  if (asked < 0 || offset < 0) return { status: 500, body: toFlaskJson({ error: 'LIMIT must not be negative\n' }) };
  const slots = list === 'settings' ? collection.slots : [...collection.slots].reverse();
  const page = slots.slice(offset, offset + Math.min(asked, options.maxLimit));
  const data = page.map((slot) => collection.read(slot));
  const name = options.envelope === 'data' || list === 'settings' ? 'data' : list.replace('-', '_');
  const count = options.countMeans[list] === 'whole' ? slots.length : data.length;
  return {
    status: 200,
    body: toFlaskJson({ success: true, count, [name]: data }),
    page: { list, keys: () => page.map((slot) => collection.keyOf(slot)) },
  };
}

const DEFAULT_LIMITS: Readonly<Record<ListName, number>> = {
  settings: 100,
  paintings: 200,
  orders: 100,
  users: 500,
  exhibitions: 100,
  'custom-requests': 100,
};

/** As Flask's `request.args.get(name, default, type=int)`: what is not a whole number is the default. */
function readInt(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name)?.trim() ?? '';
  return /^[+-]?\d+$/.test(text) ? Number(text) : fallback;
}

function flaskPage(status: 404 | 405): Answer {
  const title = STATUS_CODES[status] ?? '';
  const body = `<!doctype html>\n<html lang=en>\n<title>${String(status)} ${title}</title>\n<h1>${title}</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n`;
  return { status, body, headers: { 'Content-Type': 'text/html; charset=utf-8' } };
}
