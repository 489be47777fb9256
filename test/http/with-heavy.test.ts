import { BusyError, HeavyError, NetworkError } from '../../src/core/errors';
import { withHeavy } from '../../src/http/with-heavy';
import { withJson } from '../../src/http/with-json';
import { createScriptedSend, type Scripted } from '../fixtures/scripted-send';
import { thrown } from '../fixtures/thrown';
import { createVirtualClock } from '../fixtures/virtual-clock';

const request = { method: 'get', url: 'https://acme.test/api/exports', headers: {} } as const;

function start(answer: Scripted) {
  const clock = createVirtualClock();
  const ask = withHeavy(withJson(createScriptedSend(answer).send), 'Acme', clock);
  return { ask: () => ask(request), clock };
}

test.each<[string, Scripted]>([
  ['504', { status: 504, text: 'upstream request timeout' }],
  ['no answer in time', new NetworkError('timeout', 'Timeout: https://acme.test/api/exports')],
  ['an answer cut short', { text: '{"tickets":[{"id":1},{"i' }],
  ['an empty answer', { text: '' }],
  ['an answer too large for Google', new NetworkError('tooLarge', 'Limit Exceeded: URLFetch Response Size.')],
])('%s is too much for one request', (_, answer) => {
  const { ask, clock } = start(answer);
  const error = thrown(HeavyError, ask);
  expect(error).toBeInstanceOf(BusyError);
  expect(error.until).toBe(clock.now() + 300_000);
  expect(error.message).toMatch(/^GET https:\/\/acme\.test\/api\/exports -> .+: too much at once$/);
  expect(error.advice.en).toContain('not answering well');
});

test.each<[string, Scripted]>([
  ['503', { status: 503 }],
  ['a 404 without JSON', { status: 404, text: '' }],
  ['a web page', { text: '<html>' }],
  ['an answer', { text: '{}' }],
])('%s is not', (_, answer) => {
  const { ask } = start(answer);
  expect(ask).not.toThrow();
});

test('an answer that breaks off, for which Google has the words of a server that is down, is too heavy', () => {
  const { ask } = start(new NetworkError('unreachable', 'Address unavailable: https://acme.test/api/exports'));
  expect(ask).toThrow(HeavyError);
});

test('a name that nobody knows is left to those who try again', () => {
  const { ask } = start(new NetworkError('unreachable', 'DNS error: https://acme.test/api/exports'));
  expect(ask).toThrow(NetworkError);
});
