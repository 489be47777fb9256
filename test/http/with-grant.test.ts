import type { SignIn } from '../../src/connectors/connector';
import { BusyError, DataError, NetworkError, SettingsError, SignInError, SyncError } from '../../src/core/errors';
import { createApi } from '../../src/http/api';
import type { Token } from '../../src/http/with-grant';
import type { HttpRequest } from '../../src/platform/services';
import { createMemories } from '../fixtures/memories';
import { createScriptedSend, type Scripted } from '../fixtures/scripted-send';
import { thrown } from '../fixtures/thrown';
import { createVirtualClock } from '../fixtures/virtual-clock';

const SIGN_IN: SignIn = {
  base: 'https://acme.test',
  headers: {},
  secrets: ['s3cret'],
  paces: [],
  slowDown: 60_000,
  addressSetting: 'subdomain',
  grant: {
    path: '/oauth/tokens',
    body: { grant_type: 'client_credentials', client_id: 'our-client', client_secret: 's3cret', scope: 'read' },
    setting: 'clientSecret',
  },
};

/** A system that hands out `mints` in turn at its token endpoint, and `answers` elsewhere. */
function start(mints: readonly Scripted[], answers: readonly Scripted[], token: Token | null = null, more = {}) {
  const clock = createVirtualClock();
  const { tokens, pacing } = createMemories(token);
  const oauth = createScriptedSend(...mints);
  const rest = createScriptedSend(...answers);
  const requests: HttpRequest[] = [];
  const api = createApi({
    send: (request) => {
      requests.push(request);
      return request.method === 'post' ? oauth.send(request) : rest.send(request);
    },
    clock,
    deadline: clock.now() + 300_000,
    signIn: { ...SIGN_IN, ...more },
    title: 'Acme',
    pacing,
    tokens,
    random: () => 0,
  });
  const used = () => rest.requests.map(({ headers }) => headers.Authorization);
  return { api, clock, tokens, requests, minted: oauth.requests, used };
}

const grants = (value: string, more = {}): Scripted => ({
  status: 201,
  text: JSON.stringify({ access_token: value, token_type: 'bearer', ...more }),
});
const refuses = (status: number, error: string): Scripted => ({
  status,
  text: JSON.stringify({ error, error_description: 'our-client with s3cret is unknown' }),
});
const NOW = createVirtualClock().now();

test('without a token one is asked for, with the grant’s body in JSON, and carried by the request', () => {
  const { api, requests } = start([grants('t0ken-1')], [{ text: '{"a":1}' }]);
  expect(api.get('/api/users').body).toEqual({ a: 1 });
  expect(requests).toEqual([
    {
      method: 'post',
      url: 'https://acme.test/oauth/tokens',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(SIGN_IN.grant?.body),
    },
    {
      method: 'get',
      url: 'https://acme.test/api/users',
      headers: { Accept: 'application/json', Authorization: 'Bearer t0ken-1' },
    },
  ]);
  expect(api.requests()).toBe(2);
});

test('a token is kept with the time of its end, and used again', () => {
  const { api, tokens, minted } = start([grants('t0ken-1', { expires_in: 1800 })], [{}]);
  api.get('/a');
  api.get('/b');
  expect(minted).toHaveLength(1);
  expect(tokens.read()).toEqual({ value: 't0ken-1', expiresAt: NOW + 1_800_000 });
});

test.each([[{}], [{ expires_in: null }]])('a token of %j has no end that anybody knows', (more) => {
  const { api, tokens } = start([grants('t0ken-1', more)], [{}]);
  api.get('/a');
  expect(tokens.read()?.expiresAt).toBeNull();
});

test('a token that is kept is used', () => {
  const { api, minted, used } = start([], [{}], { value: 'kept', expiresAt: NOW + 60_001 });
  api.get('/a');
  expect(minted).toEqual([]);
  expect(used()).toEqual(['Bearer kept']);
});

test('a token with a minute to live is replaced before it is used', () => {
  const { api, used } = start([grants('t0ken-1')], [{}], { value: 'kept', expiresAt: NOW + 60_000 });
  api.get('/a');
  expect(used()).toEqual(['Bearer t0ken-1']);
});

test('a token that ends during a run is replaced', () => {
  const { api, clock, used } = start([grants('t0ken-1', { expires_in: 300 }), grants('t0ken-2')], [{}]);
  api.get('/a');
  clock.pass(240_000);
  api.get('/b');
  expect(used()).toEqual(['Bearer t0ken-1', 'Bearer t0ken-2']);
});

test('a token that is refused is replaced, and the request repeated', () => {
  const { api, tokens, used } = start([grants('t0ken-1')], [{ status: 401 }, { text: '[1]' }], {
    value: 'kept',
    expiresAt: null,
  });
  expect(api.get('/a').body).toEqual([1]);
  expect(used()).toEqual(['Bearer kept', 'Bearer t0ken-1']);
  expect(tokens.read()?.value).toBe('t0ken-1');
});

test('a new token that is refused too asks to connect again', () => {
  const { api, requests } = start([grants('t0ken-1')], [{ status: 401 }], { value: 'kept', expiresAt: null });
  thrown(SignInError, () => api.get('/a'));
  expect(requests).toHaveLength(3);
});

test('a token that is refused is forgotten even when no other can be got', () => {
  const { api, tokens } = start([{ status: 503 }], [{ status: 401 }], { value: 'kept', expiresAt: null });
  thrown(BusyError, () => api.get('/a'));
  expect(tokens.read()).toBeNull();
});

test.each([
  ['invalid_client', 401],
  ['invalid_grant', 400],
  ['unauthorized_client', 400],
  ['', 401],
  ['something_else', 403],
])('a refusal as %j with %i names the client’s id and secret', (error, status) => {
  const { api } = start([refuses(status, error)], []);
  const { advice, message } = thrown(SignInError, () => api.get('/a'));
  expect(advice.en).toContain('(client id) or its secret (client secret)');
  expect(advice.fr).toContain('(client id) ou son secret (client secret)');
  expect(message).toBe(`POST https://acme.test/oauth/tokens -> ${status} ${error}`.trim());
});

test('a scope that the client does not have is said by name', () => {
  const { api } = start([refuses(400, 'invalid_scope')], []);
  expect(thrown(SignInError, () => api.get('/a')).advice.fr).toContain('(scope « read »)');
});

test.each<[string, Scripted]>([
  ['404', { status: 404, text: '<html>No such account</html>' }],
  ['a redirect', { status: 302, headers: { location: 'https://www.acme.test/closed' } }],
])('%s where tokens are asked for means that the address is wrong, and is not followed', (_, answer) => {
  const { api, requests } = start([answer], []);
  const error = thrown(SettingsError, () => api.get('/a'));
  expect(error.field).toBe('subdomain');
  expect(error.advice.en).toContain('no Acme account at this address');
  expect(requests).toHaveLength(1);
});

test('where nobody typed an address, 404 leaves the client to correct', () => {
  const { api } = start([{ status: 404 }], [], null, { addressSetting: undefined });
  expect(thrown(SettingsError, () => api.get('/a')).field).toBe('clientSecret');
});

test('a grant that is not understood is told as such, by its code alone', () => {
  const { api } = start([refuses(400, 'invalid_request')], []);
  const error = thrown(DataError, () => api.get('/a'));
  expect(error.status).toBe(400);
  expect(error.advice.en).toContain('“invalid_request”');
});

test.each(['{}', '{"access_token":""}', '{"access_token":"two\\nlines"}', '[]'])('%s holds no token', (text) => {
  const { api, tokens } = start([{ text }], []);
  thrown(DataError, () => api.get('/a'));
  expect(tokens.read()).toBeNull();
});

test.each<[string, Scripted]>([
  ['503', { status: 503 }],
  ['a timeout', new NetworkError('timeout', 'Timeout: https://acme.test/oauth/tokens')],
])('%s at the token endpoint is tried four times, then waited for', (_, trouble) => {
  const { api, clock, requests } = start([trouble], []);
  expect(thrown(BusyError, () => api.get('/a')).until).toBe(clock.now() + 300_000);
  expect(requests).toHaveLength(4);
});

test('429 at the token endpoint waits as long as elsewhere', () => {
  const { api } = start([{ status: 429 }], []);
  expect(thrown(BusyError, () => api.get('/a')).until).toBe(NOW + 60_000);
});

test('tokens are asked for at the same pace as everything', () => {
  const { api, clock } = start([grants('t0ken-1')], [{}], null, { paces: [{ requests: 1, ms: 600 }] });
  api.get('/a');
  expect(clock.slept).toEqual([600]);
});

test('no error shows the token or what was sent to get it', () => {
  const answer: Scripted = { status: 400, text: JSON.stringify({ error: 'Bad', description: 'Bearer t0ken-1' }) };
  const scripts: [readonly Scripted[], readonly Scripted[]][] = [
    [[refuses(401, 'invalid_client')], []],
    [[refuses(400, 'invalid_request')], []],
    [[{ status: 418, text: JSON.stringify(SIGN_IN.grant?.body) }], []],
    [[grants('t0ken-1')], [answer]],
    [[grants('t0ken-1')], [new NetworkError('refused', 'Invalid value: Header:Authorization: Bearer t0ken-1')]],
  ];
  for (const [mints, answers] of scripts) {
    const error = thrown(SyncError, () => start(mints, answers).api.get('/a'));
    const shown = [error.message, error.stack, error.advice.fr, error.advice.en].join();
    expect(shown).not.toMatch(/t0ken-1|s3cret|our-client|client_secret/);
  }
});

test('whoever shows texts can hide the token, a kept one too', () => {
  const { api } = start([grants('t0ken-1')], [{ status: 401 }, {}], { value: 'kept', expiresAt: null });
  api.get('/a');
  expect(api.redact('kept t0ken-1 s3cret')).toBe('*** *** ***');
});
