import type { Api } from '../../src/connectors/connector';
import { once } from '../../src/connectors/once';
import { createTestApi } from '../fixtures/test-api';

const path = (api: Api): string => JSON.stringify(api.get('/names').body);

test('asks once for one api, and again for the next', () => {
  const read = once(path);
  const first = createTestApi([{ text: '["a"]' }, { text: '["b"]' }]);
  expect([read(first.api), read(first.api)]).toEqual(['["a"]', '["a"]']);
  expect(first.requests).toHaveLength(1);
  expect(read(createTestApi([{ text: '["c"]' }]).api)).toBe('["c"]');
});

test('an error is not kept: the next call asks again', () => {
  const read = once(path);
  const { api } = createTestApi([{ status: 404 }, { text: '["a"]' }]);
  expect(() => read(api)).toThrow('404');
  expect(read(api)).toBe('["a"]');
});
