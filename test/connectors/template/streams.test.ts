import { toText } from '../../../local/vendors/json';
import { DataError, SettingsError, UnavailableError } from '../../../src/core/errors';
import type { Scripted } from '../../fixtures/scripted-send';
import { readPass } from '../../fixtures/read-pass';
import { createLiveTemplate, templateStream } from '../../fixtures/template';
import { createTestApi } from '../../fixtures/test-api';
import { thrown } from '../../fixtures/thrown';

const paintings = templateStream('paintings');
const orders = templateStream('orders');
const records = (...ids: readonly number[]): Scripted => ({
  text: JSON.stringify({ data: ids.map((id) => ({ id })) }),
});

/** A list of `size()` records, newest first, as a server gives it that honours both parameters up to `cap`. */
function serveList(size: () => number, cap = 500): Scripted {
  return ({ url }) => {
    const offset = Number(/offset=(\d+)/.exec(url)?.[1]);
    const ids = Array.from({ length: size() }, (_, i) => size() - i).slice(offset, offset + cap);
    return { text: JSON.stringify({ success: true, count: ids.length, data: ids.map((id) => ({ id })) }) };
  };
}

test.each(['paintings', 'orders', 'users', 'exhibitions', 'custom-requests'])('all %s are read', (name) => {
  const system = createLiveTemplate();
  const pass = readPass(templateStream(name), system.api);
  expect([...pass.table.keys()].sort()).toEqual(
    system
      .records(name)
      .map(({ id }) => toText(id))
      .sort(),
  );
  expect(pass.pages.every((page) => page.complete === true)).toBe(true);
});

test('settings are read by key; a key that stands twice keeps its last value', () => {
  const { rows } = readPass(templateStream('settings'), createLiveTemplate().api);
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  expect(rows).toContainEqual(expect.objectContaining({ key: 'saas_site_price_override', value: '00049.90' }));
  expect(rows.filter((row) => row.key === 'site_name').map((row) => row.value)).toEqual(['Galerie de la Baie']);
});

test('each page begins with the last record of the one before', () => {
  const { api, requests } = createTestApi([serveList(() => 1200)]);
  const { rows, pages } = readPass(paintings, api);
  expect(rows).toHaveLength(1200);
  expect(requests.map(({ url }) => /limit=500&offset=\d+/.exec(url)?.[0])).toEqual(
    [0, 499, 998, 1199].map((offset) => `limit=500&offset=${offset}`),
  );
  expect(pages.every((page) => page.complete === true)).toBe(true);
});

test('a server that caps the limit just gives shorter pages', () => {
  const { api } = createTestApi([serveList(() => 95, 20)]);
  expect(readPass(paintings, api).rows).toHaveLength(95);
});

test.each([0, 1, 2])('a list of %i records ends', (size) => {
  const { api } = createTestApi([serveList(() => size)]);
  const { rows, pages } = readPass(paintings, api);
  expect(rows).toHaveLength(size);
  expect(pages.every((page) => page.complete === true)).toBe(true);
});

test('a list that ignores both parameters is complete after its first page came again', () => {
  const { api, requests } = createTestApi([records(3, 2, 1)]);
  const { rows, pages } = readPass(paintings, api);
  expect(rows).toHaveLength(3);
  expect(requests).toHaveLength(2);
  expect(pages.every((page) => page.complete === true)).toBe(true);
});

test('a list that ignores the offset but not the limit cannot prove that it is complete, and says so', () => {
  const { api } = createTestApi([records(...Array.from({ length: 500 }, (_, i) => i + 1))]);
  const { pages } = readPass(paintings, api);
  const last = pages[pages.length - 1];
  expect(last?.complete).toBe(false);
  expect(last?.note?.en).toContain('first 500 records');
});

test('when a record appears while the list is read, the walk begins again and misses none', () => {
  let size = 30;
  let served = 0;
  const serve = serveList(() => size, 10);
  const moving: Scripted = (request) => {
    const answer = typeof serve === 'function' ? serve(request) : {};
    if (++served === 2) size++;
    return answer;
  };
  const { pages, table } = readPass(paintings, createTestApi([moving]).api);
  expect(table.size).toBe(31);
  expect(pages.every((page) => page.complete === true)).toBe(true);
});

test('a list that never stands still is read without proof after three restarts', () => {
  let size = 30;
  const serve = serveList(() => size, 10);
  const moving: Scripted = (request) => {
    const answer = typeof serve === 'function' ? serve(request) : {};
    size += 2;
    return answer;
  };
  const { pages, table } = readPass(paintings, createTestApi([moving]).api);
  expect(table.size).toBeGreaterThanOrEqual(30);
  expect(pages[pages.length - 1]?.complete).toBe(false);
});

test('records under the name of the list, or alone, are read too', () => {
  const named = createTestApi([{ text: '{"success":true,"custom_requests":[{"id":1}]}' }]);
  expect(readPass(templateStream('custom-requests'), named.api).rows).toEqual([{ id: 1 }]);
  expect(readPass(paintings, createTestApi([{ text: '[{"id":1}]' }]).api).rows).toEqual([{ id: 1 }]);
});

test('an answer without a list is an error', () => {
  const { api } = createTestApi([{ text: '{"success":true}' }]);
  expect(() => readPass(paintings, api)).toThrow(DataError);
});

test('an order keeps its items out of its own columns; they are rows of order-items', () => {
  const system = createLiveTemplate();
  const pass = readPass(orders, system.api);
  expect(pass.rows.some((row) => 'items' in row)).toBe(false);
  const items = system
    .records('orders')
    .flatMap((order) => (order.items as { id: number }[]).map(({ id }) => toText(id)));
  expect(pass.also['order-items']?.map((row) => row.id).sort()).toEqual(items.sort());
});

test('items without an id are known by their place in the order', () => {
  const text = JSON.stringify({ data: [{ id: 9, items: [{ name: 'a' }, { name: 'b' }] }] });
  expect(readPass(orders, createTestApi([{ text }]).api).also['order-items']).toEqual([
    { order_id: '9', id: '1', name: 'a' },
    { order_id: '9', id: '2', name: 'b' },
  ]);
});

test('orders and their items are only ever added', () => {
  expect([orders.mode, templateStream('order-items').mode]).toEqual(['insert-only', 'insert-only']);
});

test('figures are rows, nested ones by their path', () => {
  const { api } = createTestApi([{ text: '{"stats":{"orders":{"paid":3,"open":0},"revenue":12.5,"none":{}}}' }]);
  expect(readPass(templateStream('stats'), api).rows).toEqual([
    { key: 'orders.paid', value: 3 },
    { key: 'orders.open', value: 0 },
    { key: 'revenue', value: 12.5 },
    { key: 'none', value: null },
  ]);
});

test('a list that is missing alone is unavailable', () => {
  const system = createLiveTemplate();
  system.control({ op: 'refuse', kind: 'exhibitions', status: 404 });
  expect(() => readPass(templateStream('exhibitions'), system.api)).toThrow(UnavailableError);
});

test('when the figures are missing too, the address is wrong', () => {
  const { api } = createTestApi([{ status: 404, text: '<html>' }]);
  expect(thrown(SettingsError, () => readPass(paintings, api)).field).toBe('baseUrl');
  expect(thrown(SettingsError, () => readPass(templateStream('stats'), api)).field).toBe('baseUrl');
});

test('a site that is down while the address is verified stays a site that is down', () => {
  const { api } = createTestApi([{ status: 404 }, { status: 503 }]);
  expect(() => readPass(paintings, api)).toThrow('503');
});
