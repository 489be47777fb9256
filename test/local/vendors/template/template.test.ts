import { type JsonObject, toText } from '../../../../local/vendors/json';
import { hostileTexts } from '../../../../local/vendors/hostile-texts';
import { ask, vendorOf } from '../ask';
import type { Vendor } from '../../../../local/vendors/vendor';

interface ListAnswer {
  readonly data: readonly JsonObject[];
  readonly count: number;
}

const template = vendorOf('template', { orders: 130 });
const read = (vendor: Vendor, list: string): ListAnswer =>
  JSON.parse(ask(vendor, `/api/export/${list}`).body) as ListAnswer;

describe('lists', () => {
  test('limit and offset walk the orders, newest first, each once', () => {
    const pages = [0, 50, 100].map((offset) => read(template, `orders?limit=50&offset=${toText(offset)}`).data);
    const ids = pages.flat().map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 130 }, (_, at) => 130 - at));
    expect(read(template, 'orders?limit=50&offset=130').data).toEqual([]);
  });

  test('count means the page in one list and the whole in another', () => {
    expect(read(template, 'orders?limit=5').count).toBe(5);
    expect(read(template, 'paintings?limit=5').count).toBe(44);
  });

  test('users, exhibitions, custom requests and settings take no notice of limit and offset', () => {
    for (const list of ['users', 'exhibitions', 'custom-requests', 'settings']) {
      expect(read(template, `${list}?limit=2&offset=3`)).toEqual(read(template, list));
    }
  });

  test('what lists ignore, count and cap can be switched', () => {
    const ignores = {
      settings: [],
      paintings: ['offset'],
      orders: [],
      users: [],
      exhibitions: [],
      'custom-requests': [],
    } as const;
    const vendor = vendorOf('template', { orders: 130, maxLimit: 20, ignores });
    expect(read(vendor, 'orders?limit=100').data).toHaveLength(20);
    expect(read(vendor, 'paintings?limit=5&offset=5').data).toEqual(read(vendor, 'paintings?limit=5').data);
    expect(read(vendor, 'users?limit=2&offset=3').data).toHaveLength(2);
  });

  test('a limit that is no number is the default, as in Flask', () => {
    expect(read(template, 'orders?limit=abc').data).toHaveLength(100);
  });

  test('newer sites name the list in the envelope', () => {
    const vendor = vendorOf('template', { orders: 5, envelope: 'named' });
    expect(JSON.parse(ask(vendor, '/api/export/custom-requests').body)).toHaveProperty('custom_requests');
    expect(JSON.parse(ask(vendor, '/api/export/settings').body)).toHaveProperty('data');
  });
});

describe('records', () => {
  test('dates come in the shapes of Python, Flask and SQL', () => {
    const shapes: readonly (readonly [string, string, RegExp])[] = [
      ['paintings', 'create_date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$/],
      ['orders', 'order_date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$/],
      ['users', 'create_date', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/],
      ['custom-requests', 'created_at', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/],
      ['exhibitions', 'create_date', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
      ['exhibitions', 'date', /^\d{4}-\d\d-\d\d$/],
    ];
    for (const [list, field, shape] of shapes) {
      for (const record of read(template, list).data) expect(record[field]).toMatch(shape);
    }
    const micros = read(template, 'orders').data.map(({ order_date }) => toText(order_date).includes('.'));
    expect(new Set(micros)).toEqual(new Set([true, false]));
  });

  test('settings are texts whatever they look like, with a key that stands twice and secrets masked', () => {
    const { data } = read(template, 'settings');
    expect(data.every(({ value }) => typeof value === 'string')).toBe(true);
    expect(data.filter(({ key }) => key === 'site_name')).toHaveLength(2);
    expect(data.find(({ key }) => key === 'smtp_password')).toMatchObject({ value: '***MASKED***' });
    for (const text of hostileTexts) expect(data.map(({ value }) => value)).toContain(text);
  });

  test('orders hold their items, sometimes the same painting twice, sometimes one that is gone', () => {
    const items = read(template, 'orders').data.map((order) => order.items as readonly JsonObject[]);
    const twice = items.some((list) => new Set(list.map((item) => item.painting_id)).size < list.length);
    expect([twice, items.flat().some(({ name }) => name === null), items.some((list) => list.length === 0)]).toEqual([
      true,
      true,
      true,
    ]);
    const ids = items.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('order items can come without ids', () => {
    const items = read(vendorOf('template', { orders: 20, itemsWithoutId: true }), 'orders').data.flatMap(
      (order) => order.items as readonly JsonObject[],
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.some((item) => 'id' in item)).toBe(false);
  });
});

describe('whole exports', () => {
  const full = JSON.parse(ask(template, '/api/export/full').body) as {
    data: Record<string, readonly JsonObject[]>;
    tables_count: number;
    total_records: number;
  };

  test('full counts its tables and records', () => {
    expect(full.tables_count).toBe(Object.keys(full.data).length);
    expect(full.total_records).toBe(Object.values(full.data).flat().length);
    expect(full.data.orders).toHaveLength(130);
  });

  test('full keeps order items apart, and hides neither passwords nor secrets', () => {
    expect(full.data.orders?.[0]).not.toHaveProperty('items');
    expect(full.data.order_items?.[0]).toHaveProperty('order_id');
    expect(full.data.users?.[0]).toHaveProperty('password');
    expect(JSON.stringify(full.data.settings)).not.toContain('MASKED');
  });

  test('full can nest the items in the orders', () => {
    const vendor = vendorOf('template', { orders: 5, nestedInFull: true });
    const { data } = JSON.parse(ask(vendor, '/api/export/full').body) as typeof full;
    expect(data.orders?.map(({ items }) => items)).toEqual(
      read(vendor, 'orders')
        .data.map(({ items }) => items)
        .reverse(),
    );
  });

  test('stats agree with the lists', () => {
    const { stats } = JSON.parse(ask(template, '/api/export/stats').body) as { stats: JsonObject };
    expect(stats).toMatchObject({ orders_count: 130, users_count: read(template, 'users').data.length });
  });
});

describe('Flask', () => {
  const question = {
    method: 'PUT',
    path: '/api/export/settings/site_name',
    rawQuery: '',
    query: new URLSearchParams(),
    headers: {},
    body: '',
  };

  test('a wrong key answers 401 in JSON, an unknown path 404 in HTML with or without key', () => {
    const refused = template.gate?.unauthorized({ ...question, path: '/api/export/orders' });
    expect(refused?.status).toBe(401);
    expect(JSON.parse(refused?.body ?? '')).toEqual({ error: 'invalid_api_key', success: false });
    expect(template.gate?.unauthorized({ ...question, path: '/api/export/cats' }).status).toBe(404);
    const lost = ask(template, '/api/export/cats');
    expect([lost.status, lost.headers?.['Content-Type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test('a write on a known path answers 405', () => {
    expect(template.gate?.methodNotAllowed({ ...question, path: '/api/export/settings' }).status).toBe(405);
  });

  test('JSON has its keys in order, is pure ASCII, and ends with a line feed', () => {
    const { body } = ask(template, '/api/export/paintings?limit=3');
    expect(body).toMatch(/^\{"count":\d+,"data":\[\{"category":.*\}\],"success":true\}\n$/);
    expect(Buffer.byteLength(body)).toBe(body.length);
  });
});
