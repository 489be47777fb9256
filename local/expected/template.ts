import { isJsonObject, toText, type Json, type JsonObject } from '../vendors/json';
import type { StartedVendor } from '../vendors/start-vendor';
import type { ExpectedTab } from './compare-tab';
import { flatten, type Cells } from './flatten';
import { readKind } from './read-kind';

/**
 * What each tab of a Template site must hold, by stream, worked out from the server's own records. Orders and their items
 * stay as they first came: `before` is what was expected at the last sync.
 */
export async function expectTemplate(
  vendor: StartedVendor,
  before: Readonly<Record<string, ExpectedTab>> = {},
): Promise<Readonly<Record<string, ExpectedTab>>> {
  const read = async (kind: string): Promise<readonly JsonObject[]> => (await readKind(vendor, kind)).records;
  const list = async (kind: string): Promise<ExpectedTab> => ({
    key: ['id'],
    records: (await read(kind)).map(toCells),
  });
  const orders = await read('orders');
  return {
    settings: { key: ['key'], records: latest((await read('settings')).map(toCells)) },
    paintings: await list('paintings'),
    orders: added(before.orders, { key: ['id'], records: orders.map(orderCells) }),
    'order-items': added(before['order-items'], { key: ['order_id', 'id'], records: orders.flatMap(itemCells) }),
    users: await list('users'),
    exhibitions: await list('exhibitions'),
    'custom-requests': await list('custom-requests'),
    stats: { key: ['key'], records: await statCells(read) },
  };
}

/** The figures of the site, worked out anew. */
async function statCells(read: (kind: string) => Promise<readonly JsonObject[]>): Promise<readonly Cells[]> {
  const orders = await read('orders');
  const figures = {
    users_count: (await read('users')).length,
    paintings_count: (await read('paintings')).length,
    orders_count: orders.length,
    order_items_count: orders.flatMap(itemCells).length,
    exhibitions_count: (await read('exhibitions')).length,
    custom_requests_count: (await read('custom-requests')).length,
    settings_count: (await read('settings')).length,
    total_revenue: orders.reduce((sum, { total_price: price }) => sum + Number(price), 0),
    delivered_orders: orders.filter(({ status }) => status === 'Livrée').length,
  };
  return Object.entries(figures).map(([key, value]) => toCells({ key, value }));
}

function toCells(record: JsonObject): Cells {
  return flatten(record, (field) => field === 'password');
}

/** A key that stands twice holds its last value. */
function latest(settings: readonly Cells[]): readonly Cells[] {
  return [...new Map(settings.map((cells) => [cells.key, cells])).values()];
}

function orderCells(order: JsonObject): Cells {
  return toCells({ ...order, items: undefined });
}

function itemCells(order: JsonObject): readonly Cells[] {
  const items = Array.isArray(order.items) ? (order.items as readonly Json[]).filter(isJsonObject) : [];
  return items.map((item, place) =>
    toCells({ ...item, order_id: toText(order.id), id: item.id === undefined ? String(place + 1) : toText(item.id) }),
  );
}

/** Records that were there stay, and new ones come after them. */
function added(before: ExpectedTab | undefined, { key, records }: ExpectedTab): ExpectedTab {
  const idOf = (record: Cells): string => key.map((column) => record[column]).join(' ');
  const known = new Set(before?.records.map(idOf));
  return { key, records: [...(before?.records ?? []), ...records.filter((record) => !known.has(idOf(record)))] };
}
