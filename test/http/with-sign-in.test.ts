import { DataError } from '../../src/core/errors';
import { withSignIn } from '../../src/http/with-sign-in';
import { createScriptedSend } from '../fixtures/scripted-send';

const entrance = { base: 'https://acme.test/api', headers: { 'X-Api-Key': 'k3y' } };
const get = (url: string) => ({ method: 'get', url, headers: { Accept: 'application/json' } }) as const;

test.each(['https://acme.test/api/users', 'https://acme.test/api?page=1', 'https://acme.test/api'])(
  '%s gets the key beside its own headers',
  (url) => {
    const { send, requests } = createScriptedSend({});
    withSignIn(send, entrance, 'Acme')(get(url));
    expect(requests).toEqual([{ ...get(url), headers: { Accept: 'application/json', 'X-Api-Key': 'k3y' } }]);
  },
);

test.each([
  'https://evil.test/api/users',
  'http://acme.test/api/users',
  'https://acme.test/apis',
  'https://acme.test.evil.test/api/users',
  'https://acme.test@evil.test/api/users',
  'https://acme.test/api/../admin',
  'https://acme.test/api/%2e%2E/admin',
  'https://acme.test/api/x%2f..%2fadmin',
  'https://acme.test/api/..\\admin',
  'https://acme.test/api/a b',
])('%s is refused and never sent', (url) => {
  const { send, requests } = createScriptedSend({});
  expect(() => withSignIn(send, entrance, 'Acme')(get(url))).toThrow(DataError);
  expect(requests).toEqual([]);
});

test('two dots in a query lead nowhere and are sent', () => {
  const { send, requests } = createScriptedSend({});
  withSignIn(send, entrance, 'Acme')(get('https://acme.test/api/find?q=/../'));
  expect(requests).toHaveLength(1);
});
