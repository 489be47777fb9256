import { DataError } from '../../core/errors';
import type { JsonObject, Row } from '../../core/model';
import type { Api, Page } from '../connector';
import { isList, isObject, objectAt, textOf } from '../fields';
import { readKeyValues, toTable } from './envelope';
import type { Kind } from './kinds';

/** What the export of everything feeds. */
export interface FullKinds {
  readonly lists: readonly Kind[];
  readonly orderItems: Kind;
  readonly stats: Kind;
}

/**
 * All tables of a site from one answer. Tables are found under the kind's name with underscores; a table that the answer
 * lacks leaves its tab alone. Throws `DataError` when there are no tables at all.
 */
export function readFull(api: Api, { lists, orderItems, stats }: FullKinds): Page {
  const { body } = api.get('/full');
  const tables = objectAt(body, 'data');
  if (Object.keys(tables).length === 0) {
    throw new DataError('template: GET /full -> no tables', {
      fr: 'Le site a répondu, mais son export complet est vide. Choisissez les onglets un par un, ou écrivez à qui gère le site.',
      en: 'The site answered, but its full export is empty. Choose the tabs one by one, or write to whoever runs the site.',
    });
  }
  const also: Record<string, readonly Row[]> = {};
  for (const kind of lists.filter(({ name }) => hasTable(tables, name))) {
    also[kind.name] = kind.toRows(tableOf(tables, kind.name)).rows;
  }
  also[orderItems.name] = orderItems.toRows(ordersWithItems(tables)).rows;
  if (hasTable(tables, 'stats')) also[stats.name] = stats.toRows(readKeyValues(objectAt(tables, 'stats'))).rows;
  return { rows: [], also, cursor: {}, done: true, complete: true };
}

function hasTable(tables: JsonObject, name: string): boolean {
  return toTable(name) in tables || name in tables;
}

function tableOf(tables: JsonObject, name: string): readonly JsonObject[] {
  const table = tables[toTable(name)] ?? tables[name];
  const list = isObject(table) ? table.data : table;
  return isList(list) ? list.filter(isObject) : [];
}

/** Orders as the list of orders gives them: items that stand in a table of their own are put into their orders. */
function ordersWithItems(tables: JsonObject): readonly JsonObject[] {
  const orders = tableOf(tables, 'orders');
  if (orders.some((order) => isList(order.items))) return orders;
  const byOrder = new Map<string, JsonObject[]>();
  for (const item of tableOf(tables, 'order-items')) {
    const order = textOf(item.order_id);
    byOrder.set(order, [...(byOrder.get(order) ?? []), item]);
  }
  return [...byOrder].map(([id, items]) => ({ id, items }));
}
