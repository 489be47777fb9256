import {
  BusyError,
  DataError,
  HeavyError,
  NetworkError,
  SignInError,
  SyncError,
  UnavailableError,
} from '../../src/core/errors';
import { createTestApi } from '../fixtures/test-api';
import { thrown } from '../fixtures/thrown';

test('a request goes below the base, signed in, with its query encoded', () => {
  const { api, requests } = createTestApi([{ text: '{"a":1}', headers: { 'x-total-count': '3' } }]);
  expect(api.get('/users', { q: 'é' })).toEqual({ body: { a: 1 }, headers: { 'x-total-count': '3' } });
  expect(requests).toEqual([
    {
      method: 'get',
      url: 'https://acme.test/api/users?q=%C3%A9',
      headers: { Accept: 'application/json', 'X-Api-Key': 'k3y-secret' },
    },
  ]);
});

test('a path with a query of its own is asked as it is', () => {
  const { api, requests } = createTestApi([{}]);
  api.get('/payments?folder=1', { page: 2 });
  expect(requests[0]?.url).toBe('https://acme.test/api/payments?folder=1&page=2');
});

test('every request counts, retries and redirects included', () => {
  const { api } = createTestApi([{ status: 503 }, { status: 302, headers: { location: '/api/b' } }, {}]);
  api.get('/a');
  expect(api.requests()).toBe(3);
});

test('each try keeps the pace', () => {
  const { api, clock } = createTestApi([{}], { paces: [{ requests: 1, ms: 600 }] });
  api.get('/a');
  api.get('/b');
  expect(clock.slept).toEqual([600]);
});

test('a pace is kept for the paths that it names, below the base', () => {
  const pace = { requests: 1, ms: 600, paths: ['/exports'] };
  const { api, clock } = createTestApi([{}], { paces: [pace] });
  for (const path of ['/users', '/users', '/exports/a', '/exports/b', '/exports/a']) api.get(path);
  expect(clock.slept).toEqual([600, 600]);
});

test('a heavy request that is too much fails at its first try, an ordinary one at its fourth', () => {
  const { api, requests } = createTestApi([{ status: 504 }]);
  thrown(HeavyError, () => api.get('/a', {}, { heavy: true }));
  expect(requests).toHaveLength(1);
  const error = thrown(BusyError, () => api.get('/a'));
  expect(error).not.toBeInstanceOf(HeavyError);
  expect(requests).toHaveLength(5);
});

test.each([403, 404, 405, 410])('%i means that the account does not have it', (status) => {
  const { api } = createTestApi([{ status, text: '<html>' }]);
  const error = thrown(UnavailableError, () => api.get('/a'));
  expect(error.status).toBe(status);
  expect(error.advice.en).toContain('Not available on this account');
});

test('the web page of a 403 is never shown', () => {
  const { api } = createTestApi([{ status: 403, text: '<html><body>Access denied by the owner</body></html>' }]);
  const error = thrown(UnavailableError, () => api.get('/a'));
  expect(error.message + error.advice.en + error.advice.fr).not.toMatch(/html|denied/);
});

test('401 asks to connect again, and its body is never shown', () => {
  const { api } = createTestApi([{ status: 401, text: '{"detail":"Unknown token"}' }]);
  const error = thrown(SignInError, () => api.get('/a'));
  expect(error.message + error.advice.en + error.advice.fr).not.toContain('Unknown token');
});

test.each([400, 422])('%i tells what the system says is wrong', (status) => {
  const { api } = createTestApi([{ status, text: '{"detail":"limit: too high"}' }]);
  const error = thrown(DataError, () => api.get('/a'));
  expect(error.status).toBe(status);
  expect(error.advice.en).toContain('“limit: too high”');
  expect(error.advice.fr).toContain('« limit: too high »');
});

test.each([402, 418, 501, 304])('%i is unexpected', (status) => {
  const { api } = createTestApi([{ status }]);
  const error = thrown(DataError, () => api.get('/a'));
  expect(error.status).toBe(status);
  expect(error.advice.en).toContain(`code ${status}`);
});

test('no error shows the key, in whatever form the answer or Google repeats it', () => {
  const encoded = Buffer.from('user:k3y-secret').toString('base64');
  const script = [
    { status: 400, text: JSON.stringify({ detail: `bad k3y-secret or ${encoded}` }) },
    new NetworkError('refused', 'Invalid argument: https://acme.test/?key=k3y-secret'),
    { status: 302, headers: { location: 'https://k3y-secret.evil.test/k3y-secret' } },
    { status: 404 },
  ];
  const { api } = createTestApi(script);
  for (const path of ['/a', '/b', '/c', '/d?token=k3y-secret']) {
    const error = thrown(SyncError, () => api.get(path));
    const shown = [error.message, error.stack, error.advice.fr, error.advice.en].join();
    expect(shown).not.toMatch(/k3y-secret|azN5LXNlY3Jl/);
  }
});

test('texts can be redacted by whoever shows them', () => {
  expect(createTestApi([{}]).api.redact('key=k3y-secret')).toBe('key=***');
});

test('the time is the clock’s', () => {
  const { api, clock } = createTestApi([{ status: 429, headers: { 'retry-after': '60' } }]);
  expect(thrown(BusyError, () => api.get('/a')).until).toBe(api.now() + 60_000);
  expect(api.now()).toBe(clock.now());
});
