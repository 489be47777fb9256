import { isJsonObject, toText, type Json, type JsonObject } from '../json';
import { settings } from './settings';
import { SECRETS, type Tables } from './tables';

/**
 * Every table of the database as it is stored: nothing is masked (passwords of users, secrets among the settings), order
 * items are a table of their own without the names that the list of orders adds, and names have underscores.
 */
export function fullExport(tables: Tables, nestedInFull: boolean): JsonObject {
  const orders = all(tables, 'orders');
  const data: Record<string, readonly JsonObject[]> = {
    users: all(tables, 'users').map((user) => ({
      ...user,
      password: `pbkdf2:sha256:600000$${toText(user.id)}$c0ffee`,
    })),
    paintings: all(tables, 'paintings'),
    orders: nestedInFull ? orders : orders.map((order) => ({ ...order, items: undefined })),
    order_items: orders.flatMap((order) => itemsOf(order).map((item) => storedItem(order, item))),
    carts: [{ id: 1, session_id: '7d1f', user_id: null }],
    cart_items: [{ id: 1, cart_id: 1, painting_id: 1, quantity: 1 }],
    notifications: [],
    exhibitions: all(tables, 'exhibitions'),
    custom_requests: all(tables, 'custom-requests'),
    settings: all(tables, 'settings').map(unmasked),
  };
  const counts = Object.values(data).map((rows) => rows.length);
  return { data, tables_count: counts.length, total_records: counts.reduce((sum, count) => sum + count, 0) };
}

/** How many records each table has, and what the orders add up to. */
export function stats(tables: Tables): JsonObject {
  const orders = all(tables, 'orders');
  return {
    users_count: tables.users.size(),
    paintings_count: tables.paintings.size(),
    orders_count: orders.length,
    order_items_count: orders.reduce((sum, order) => sum + itemsOf(order).length, 0),
    exhibitions_count: tables.exhibitions.size(),
    custom_requests_count: tables['custom-requests'].size(),
    settings_count: tables.settings.size(),
    total_revenue: orders.reduce((sum, { total_price: price }) => sum + (typeof price === 'number' ? price : 0), 0),
    delivered_orders: orders.filter(({ status }) => status === 'Livrée').length,
  };
}

function all(tables: Tables, name: keyof Tables): readonly JsonObject[] {
  return tables[name].records(0, Infinity);
}

function itemsOf(order: JsonObject): readonly JsonObject[] {
  return Array.isArray(order.items) ? (order.items as readonly Json[]).filter(isJsonObject) : [];
}

function storedItem(order: JsonObject, { id, painting_id, quantity, price }: JsonObject): JsonObject {
  return { id, order_id: order.id, painting_id, quantity, price };
}

function unmasked(setting: JsonObject): JsonObject {
  const stored = settings.find(([key]) => key === setting.key);
  const secret = typeof setting.key === 'string' && SECRETS.includes(setting.key);
  return secret && stored !== undefined ? { ...setting, value: stored[1] } : setting;
}
