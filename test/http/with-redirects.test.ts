import { DataError, SettingsError } from '../../src/core/errors';
import { withRedirects } from '../../src/http/with-redirects';
import { createScriptedSend } from '../fixtures/scripted-send';
import { thrown } from '../fixtures/thrown';

const request = { method: 'get', url: 'https://acme.test/api/users?page=1', headers: {} } as const;
const to = (location: string, status = 302) => ({ status, headers: { location } });
const options = { title: 'Acme', addressSetting: undefined, redact: (text: string) => text.replace('k3y', '***') };

test.each([
  ['/api/people', 'https://acme.test/api/people'],
  ['people?page=1', 'https://acme.test/api/people?page=1'],
  ['?page=01', 'https://acme.test/api/users?page=01'],
  ['https://acme.test/api/people#top', 'https://acme.test/api/people'],
  ['https://ACME.test:443/api/people', 'https://ACME.test:443/api/people'],
  ['//acme.test/api/people', 'https://acme.test/api/people'],
])('a redirect to %s is followed', (location, url) => {
  const { send, requests } = createScriptedSend(to(location), { text: '[1]' });
  expect(withRedirects(send, options)(request).text).toBe('[1]');
  expect(requests.map((sent) => sent.url)).toEqual([request.url, url]);
});

test.each([301, 302, 303, 307, 308])('status %i is a redirect', (status) => {
  const { send, requests } = createScriptedSend(to('/api/b', status), {});
  withRedirects(send, options)(request);
  expect(requests).toHaveLength(2);
});

test('the fourth redirect in a row is an error', () => {
  const { send, requests } = createScriptedSend(to('/api/b'));
  expect(() => withRedirects(send, options)(request)).toThrow(DataError);
  expect(requests).toHaveLength(4);
});

test('three redirects are followed', () => {
  const { send } = createScriptedSend(to('/api/b'), to('/api/c'), to('/api/d'), { text: '[1]' });
  expect(withRedirects(send, options)(request).text).toBe('[1]');
});

test.each(['https://evil.test/api/users?key=k3y', '//evil.test/', 'https://acme.test@evil.test/', 'ftp://acme.test/'])(
  'a redirect to %s is not followed',
  (location) => {
    const { send, requests } = createScriptedSend(to(location));
    const error = thrown(DataError, () => withRedirects(send, options)(request));
    expect(requests).toHaveLength(1);
    expect(error.message + error.advice.en).not.toContain('k3y');
  },
);

test('the sentence names the new address, without its path or what stands before an @', () => {
  const { send } = createScriptedSend(to('https://k3y@www.acme.example/path?key=k3y'));
  const { advice } = thrown(DataError, () => withRedirects(send, options)(request));
  expect(advice.en).toContain('to another address, https://www.acme.example. Your key was not sent');
});

test('where the user typed the address, that setting is to be corrected', () => {
  const { send } = createScriptedSend(to('https://www.acme.test/'));
  const error = thrown(SettingsError, () => withRedirects(send, { ...options, addressSetting: 'baseUrl' })(request));
  expect(error.field).toBe('baseUrl');
  expect(error.advice.fr).toContain('https://www.acme.test');
});

test('a redirect from https to http is refused as unprotected', () => {
  const { send, requests } = createScriptedSend(to('http://acme.test/api/users'));
  expect(thrown(DataError, () => withRedirects(send, options)(request)).advice.en).toContain('unprotected');
  expect(requests).toHaveLength(1);
});

test('a redirect without an address is an answer like any other', () => {
  const { send } = createScriptedSend({ status: 304 });
  expect(withRedirects(send, options)(request).status).toBe(304);
});

test('a redirect of a request that writes is not repeated', () => {
  const { send, requests } = createScriptedSend(to('/api/b'));
  expect(withRedirects(send, options)({ ...request, method: 'post' }).status).toBe(302);
  expect(requests).toHaveLength(1);
});
