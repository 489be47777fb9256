import { DataError } from '../../../src/core/errors';
import type { Row } from '../../../src/core/model';
import { readPass } from '../../fixtures/read-pass';
import { createLiveTemplate, templateStream } from '../../fixtures/template';
import { createTestApi } from '../../fixtures/test-api';

const full = templateStream('full');

const byKey = (key: string, rows: readonly Row[] = []): readonly Row[] =>
  [...rows].sort((a, b) => Number(a[key]) - Number(b[key]));

test('one answer fills the tabs that the lists fill, with the same rows', () => {
  const system = createLiveTemplate();
  const { also } = readPass(full, system.api);
  expect(system.asked()).toEqual(['/full']);
  for (const name of ['paintings', 'users', 'exhibitions', 'custom-requests', 'orders']) {
    expect(byKey('id', also[name])).toEqual(byKey('id', readPass(templateStream(name), system.api).rows));
  }
});

test.each([true, false])(
  'order items are found inside orders or in a table of their own (inside: %s)',
  (nestedInFull) => {
    const system = createLiveTemplate({ nestedInFull });
    const key = (row: Row): string => `${String(row.order_id)}/${String(row.id)}`;
    const expected = readPass(templateStream('orders'), system.api).also['order-items']?.map(key);
    expect(readPass(full, system.api).also['order-items']?.map(key).sort()).toEqual(expected?.sort());
  },
);

test('items without an id get the same keys from the table as from the list', () => {
  const system = createLiveTemplate({ itemsWithoutId: true });
  const key = (row: Row): string => `${String(row.order_id)}/${String(row.id)}`;
  const expected = readPass(templateStream('orders'), system.api).also['order-items']?.map(key);
  expect(readPass(full, system.api).also['order-items']?.map(key).sort()).toEqual(expected?.sort());
});

test('passwords of users and secrets among the settings never appear', () => {
  const { also } = readPass(full, createLiveTemplate().api);
  expect(JSON.stringify(also)).not.toMatch(/pbkdf2|motdepasse-smtp|sk_test_|clé-de-secours/);
  expect(also.settings).toContainEqual(expect.objectContaining({ key: 'smtp_password', value: '***MASKED***' }));
});

test('a table that the export lacks leaves its tab alone', () => {
  const { api } = createTestApi([{ text: '{"data":{"paintings":[{"id":1}]}}' }]);
  const { also, pages } = readPass(full, api);
  expect(also.paintings).toEqual([{ id: 1 }]);
  expect(also.users).toBeUndefined();
  expect(pages).toHaveLength(1);
});

test('an export without tables is an error, not seven empty tabs', () => {
  expect(() => readPass(full, createTestApi([{ text: '{"success":true}' }]).api)).toThrow(DataError);
});

test('it is off unless chosen', () => {
  expect(full.optional).toBe(true);
});
