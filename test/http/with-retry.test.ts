import { BusyError, DataError, NetworkError, SettingsError } from '../../src/core/errors';
import { withJson } from '../../src/http/with-json';
import { withRetry, type RetryOptions } from '../../src/http/with-retry';
import { createScriptedSend, type Scripted } from '../fixtures/scripted-send';
import { thrown } from '../fixtures/thrown';
import { createVirtualClock } from '../fixtures/virtual-clock';

const request = { method: 'get', url: 'https://acme.test/api/users', headers: {} } as const;

function start(script: readonly Scripted[], options: Partial<RetryOptions> = {}) {
  const clock = createVirtualClock();
  const begun = clock.now();
  const { send, requests } = createScriptedSend(...script);
  const ask = withRetry(withJson(send), {
    title: 'Acme',
    clock,
    deadline: begun + 300_000,
    addressSetting: undefined,
    slowDown: undefined,
    random: () => 0,
    ...options,
  });
  return { ask: () => ask(request), clock, requests, begun };
}

const ok: Scripted = { text: '{"ok":true}' };
const timeout = new NetworkError('timeout', 'Timeout: https://acme.test/api/users');
const unreachable = new NetworkError('unreachable', 'Address unavailable: https://acme.test/api/users');
const noSuchHost = new NetworkError('unreachable', 'DNS error: https://acme.test/api/users');

test.each<[string, Scripted]>([
  ['409', { status: 409 }],
  ['429', { status: 429 }],
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['a timeout', timeout],
  ['an unavailable address', unreachable],
  ['JSON that was cut short', { text: '[{"id":1},{"id"' }],
  ['an empty answer', { text: '' }],
  ['a web page', { text: ' <!doctype html><p>Maintenance' }],
])('after %s it tries again', (_, trouble) => {
  const { ask, requests } = start([trouble, ok]);
  expect(ask().body).toEqual({ ok: true });
  expect(requests).toHaveLength(2);
});

test.each([400, 401, 403, 404, 501])('a %i is an answer: it does not try again', (status) => {
  const { ask, requests } = start([{ status }, ok]);
  expect(ask().status).toBe(status);
  expect(requests).toHaveLength(1);
});

test('it waits 1, 2 and 4 seconds, and gives up after the fourth try', () => {
  const { ask, clock, requests } = start([{ status: 500 }]);
  expect(() => ask()).toThrow(BusyError);
  expect(clock.slept).toEqual([1000, 2000, 4000]);
  expect(requests).toHaveLength(4);
});

test('chance adds up to half of each wait', () => {
  const { ask, clock } = start([{ status: 500 }], { random: () => 0.5 });
  expect(() => ask()).toThrow(BusyError);
  expect(clock.slept).toEqual([1250, 2500, 5000]);
});

test.each([
  ['seconds', { 'retry-after': '7' }],
  ['a date', { 'retry-after': 'Mon, 02 Mar 2026 09:00:07 GMT' }],
  [
    'a date by the clock of a server that is wrong',
    {
      'retry-after': 'Mon, 02 Mar 2026 12:00:07 GMT',
      date: 'Mon, 02 Mar 2026 12:00:00 GMT',
    },
  ],
])('it waits as long as Retry-After says in %s', (_, headers) => {
  const { ask, clock } = start([{ status: 429, headers }, ok]);
  ask();
  expect(clock.slept).toEqual([7000]);
});

test.each(['0', '-5', 'soon', 'Mon, 02 Mar 2026 08:00:00 GMT'])('a Retry-After of %j is not one', (text) => {
  const { ask, clock } = start([{ status: 503, headers: { 'retry-after': text } }, ok]);
  ask();
  expect(clock.slept).toEqual([1000]);
});

test('a Retry-After of more than 30 seconds is for the engine to wait', () => {
  const { ask, clock, begun } = start([{ status: 429, headers: { 'retry-after': '31' } }]);
  const error = thrown(BusyError, ask);
  expect(error.until).toBe(begun + 31_000);
  expect(error.advice.en).toContain('slow down');
  expect(clock.slept).toEqual([]);
});

test('a 429 that does not say how long is waited as the system says elsewhere', () => {
  const { ask, clock } = start([{ status: 429 }, ok], { slowDown: 20_000 });
  ask();
  expect(clock.slept).toEqual([20_000]);
});

test('what the system says elsewhere is for the engine to wait when it is over 30 seconds', () => {
  const { ask, begun } = start([{ status: 429 }], { slowDown: 60_000 });
  const error = thrown(BusyError, ask);
  expect(error.until).toBe(begun + 60_000);
  expect(error.advice.fr).toContain('moins vite');
});

test('Retry-After counts more than what the system says elsewhere, which is for 429 alone', () => {
  const { ask, clock } = start([{ status: 429, headers: { 'retry-after': '7' } }, { status: 503 }, ok], {
    slowDown: 60_000,
  });
  ask();
  expect(clock.slept).toEqual([7000, 2000]);
});

test('a Retry-After of 30 seconds is waited here', () => {
  const { ask, clock } = start([{ status: 429, headers: { 'retry-after': '30' } }, ok]);
  ask();
  expect(clock.slept).toEqual([30_000]);
});

test('a Retry-After of a year is no more than a day', () => {
  const { ask, begun } = start([{ status: 429, headers: { 'retry-after': '31536000' } }]);
  expect(thrown(BusyError, ask).until).toBe(begun + 24 * 3_600_000);
});

test('no wait goes past the deadline', () => {
  const { ask, clock, begun } = start([{ status: 429, headers: { 'retry-after': '20' } }], {
    deadline: Date.parse('2026-03-02T09:00:19Z'),
  });
  expect(thrown(BusyError, ask).until).toBe(begun + 20_000);
  expect(clock.slept).toEqual([]);
});

test.each<[string, Scripted, string]>([
  ['429', { status: 429 }, 'slow down'],
  ['503', { status: 503 }, 'not answering well'],
  ['timeouts', timeout, 'not answering well'],
  ['an unavailable address', unreachable, 'not answering well'],
])('for %s to the end it pauses for five minutes', (_, trouble, words) => {
  const { ask, clock } = start([trouble]);
  const error = thrown(BusyError, ask);
  expect(error.until).toBe(clock.now() + 300_000);
  expect(error.advice.en).toContain(words);
});

test.each<[string, Scripted, string]>([
  ['a web page', { text: '<html>' }, 'a web page instead of data'],
  ['JSON cut short', { text: '[1' }, 'cut short'],
])('for %s to the end it says so and stops', (_, trouble, words) => {
  const { ask, requests } = start([trouble]);
  expect(thrown(DataError, ask).advice.en).toContain(words);
  expect(requests).toHaveLength(4);
});

test('when Google’s allowance is used up it pauses for three hours at once', () => {
  const { ask, begun, requests } = start([new NetworkError('quota', 'Service invoked too many times for one day')]);
  const error = thrown(BusyError, ask);
  expect(error.until).toBe(begun + 3 * 3_600_000);
  expect(error.advice.en).toContain('daily allowance');
  expect(requests).toHaveLength(1);
});

test('what Google refuses to send is not sent again', () => {
  const { ask, requests } = start([new NetworkError('refused', 'not permitted')]);
  expect(thrown(DataError, ask).advice.en).toContain('administrator');
  expect(requests).toHaveLength(1);
});

test('an answer too large for Google is not asked again', () => {
  const { ask, requests } = start([new NetworkError('tooLarge', 'Limit Exceeded: URLFetch Response Size.')]);
  expect(thrown(DataError, ask).advice.en).toContain('50 MB');
  expect(requests).toHaveLength(1);
});

test('a host that does not exist is an address to correct', () => {
  const { ask } = start([noSuchHost], { addressSetting: 'baseUrl' });
  const error = thrown(SettingsError, ask);
  expect(error.field).toBe('baseUrl');
  expect(error.advice.en).toContain('no site at the address');
});

test('a host that does not exist is said where nobody typed the address', () => {
  expect(thrown(DataError, start([noSuchHost]).ask).advice.fr).toContain('Aucun site');
});

test('the message for us tells what came, how often and how long', () => {
  const { ask } = start([{ status: 429 }]);
  expect(thrown(BusyError, ask).message).toBe('GET https://acme.test/api/users -> 429 after 4 tries in 7 s');
});

test('the message for us names the method', () => {
  const { send } = createScriptedSend({ status: 500 });
  const clock = createVirtualClock();
  const options = { title: 'Acme', clock, deadline: clock.now() + 60_000, addressSetting: undefined };
  const ask = withRetry(withJson(send), { ...options, slowDown: undefined, random: () => 0 });
  expect(thrown(BusyError, () => ask({ ...request, method: 'post' })).message).toMatch(/^POST /);
});

test('what is no trouble of the network is thrown as it is', () => {
  const { ask } = start([new TypeError('a bug')]);
  expect(ask).toThrow(TypeError);
});
