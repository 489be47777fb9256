import fc from 'fast-check';
import type { Pace } from '../../src/connectors/connector';
import { BusyError } from '../../src/core/errors';
import { type PaceOptions, withPace } from '../../src/http/with-pace';
import { createMemories } from '../fixtures/memories';
import { createScriptedSend } from '../fixtures/scripted-send';
import { thrown } from '../fixtures/thrown';
import { createVirtualClock } from '../fixtures/virtual-clock';

const base = 'https://acme.test/api';
const TEN: Pace = { requests: 10, ms: 60_000 };
/** The longest that a window of `TEN` is kept open. */
const WINDOW = 60_500;

function start(paces: readonly Pace[], options: Partial<PaceOptions> = {}) {
  const clock = options.clock ?? createVirtualClock();
  const { pacing } = createMemories();
  const sent: number[] = [];
  const { send } = createScriptedSend(() => {
    sent.push(clock.now());
    return {};
  });
  const deadline = clock.now() + 3_600_000;
  const paced = withPace(send, { base, paces, pacing, title: 'Acme', clock, deadline, ...options });
  const get = (path = '/a', times = 1): void => {
    for (let i = 0; i < times; i++) paced({ method: 'get', url: base + path, headers: {} });
  };
  return { get, sent };
}

test('the first request goes at once, the next ones wait for the rest of the pace', () => {
  const clock = createVirtualClock();
  const { get } = start([{ requests: 1, ms: 600 }], { clock });
  get();
  clock.pass(250);
  get('/a', 2);
  expect(clock.slept).toEqual([350, 600]);
});

test('a slow answer counts as time that passed', () => {
  const clock = createVirtualClock();
  const { get } = start([{ requests: 1, ms: 600 }], { clock });
  get();
  clock.pass(900);
  get();
  expect(clock.slept).toEqual([]);
});

test('as many requests as a pace allows go in one burst', () => {
  const clock = createVirtualClock();
  const { get, sent } = start([TEN], { clock });
  get('/a', 10);
  expect(sent).toHaveLength(10);
  expect(clock.slept).toEqual([]);
});

test('the eleventh waits until the first is out of the window, when that is within 30 seconds', () => {
  const clock = createVirtualClock();
  const { get } = start([TEN], { clock });
  get('/a', 10);
  clock.pass(WINDOW - 30_000);
  get();
  expect(clock.slept).toEqual([30_000]);
});

test('a longer wait is for the engine: nothing is sent, and the sentence says that this is the usual limit', () => {
  const clock = createVirtualClock();
  const { get, sent } = start([TEN], { clock });
  const begun = clock.now();
  get('/a', 10);
  clock.pass(WINDOW - 30_001);
  const error = thrown(BusyError, get);
  expect(error.until).toBe(begun + WINDOW);
  expect(error.advice.fr).toBe(
    'Acme n’accepte que 10 demandes par minute : la synchronisation fait une pause et reprend d’elle-même.',
  );
  expect(error.advice.en).toContain('only 10 requests a minute');
  expect(error.message).toContain(`${base}/a`);
  expect(sent).toHaveLength(10);
  expect(clock.slept).toEqual([]);
});

test.each([
  [{ requests: 2, ms: 1000 }, 'que 2 demandes par seconde'],
  [{ requests: 5, ms: 3_600_000 }, 'que 5 demandes par heure'],
  [{ requests: 1, ms: 90_500 }, 'que 1 demande en 90,5 secondes'],
])('%j is said in words', (pace, words) => {
  const clock = createVirtualClock();
  const { get } = start([pace], { clock, deadline: clock.now() + 1 });
  get('/a', pace.requests);
  expect(thrown(BusyError, get).advice.fr).toContain(words);
});

test('no wait goes past the deadline', () => {
  const clock = createVirtualClock();
  const { get } = start([{ requests: 1, ms: 600 }], { clock, deadline: clock.now() + 599 });
  get();
  expect(thrown(BusyError, get).until).toBe(clock.now() + 600);
  expect(clock.slept).toEqual([]);
});

test('a pace with paths is kept by the requests below them alone', () => {
  const clock = createVirtualClock();
  const { get } = start([{ requests: 1, ms: 600, paths: ['/incremental/'] }], { clock });
  for (const path of ['/users', '/incremental/a', '/users', '/incrementals', '/incremental/b']) get(path);
  expect(clock.slept).toEqual([600]);
});

test('a request keeps every pace that applies to it', () => {
  const clock = createVirtualClock();
  const { get } = start(
    [
      { requests: 1, ms: 900, paths: ['/exports'] },
      { requests: 1, ms: 600 },
    ],
    { clock },
  );
  for (const path of ['/exports', '/users', '/exports']) get(path);
  expect(clock.slept).toEqual([600, 600]);
});

test('the next execution goes on where this one stood', () => {
  const clock = createVirtualClock();
  const { pacing } = createMemories();
  start([TEN], { clock, pacing }).get('/a', 6);
  clock.pass(40_000);
  const next = start([TEN], { clock, pacing });
  next.get('/a', 4);
  expect(clock.slept).toEqual([]);
  next.get();
  expect(clock.slept).toEqual([WINDOW - 40_000]);
});

test('a request is written down before it is sent, in one piece, with the times that still count', () => {
  const clock = createVirtualClock();
  const written: string[] = [];
  const pacing = {
    read: () => ({ 'of another pace': [1] }),
    write: (sent: object) => {
      written.push(JSON.stringify(Object.values(sent)));
    },
  };
  const { get, sent } = start([TEN, { requests: 1, ms: 100 }], { clock, pacing });
  const begun = clock.now();
  get();
  clock.pass(WINDOW);
  get();
  expect(written).toEqual([`[[${begun}]]`, `[[${begun + WINDOW}]]`]);
  expect(sent).toHaveLength(2);
});

test('paces of one request at a time are kept nowhere', () => {
  const never = (): never => {
    throw new Error('not to be asked');
  };
  const { get, sent } = start([{ requests: 1, ms: 600 }], { pacing: { read: never, write: never } });
  get('/a', 2);
  expect(sent).toHaveLength(2);
});

test('times from a clock that was wrong hold nobody up', () => {
  const clock = createVirtualClock();
  const pacing = { read: () => ({ '2/60000': [clock.now() + 1e9, clock.now() + 1e9] }), write: () => undefined };
  const { get, sent } = start([{ requests: 2, ms: 60_000 }], { clock, pacing });
  get();
  expect(sent).toHaveLength(1);
});

test('whatever the rhythm and however often executions end, no 60 seconds ever hold more than 10', () => {
  const step = fc.record({ pause: fc.integer({ min: 0, max: 20_000 }), restart: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const clock = createVirtualClock();
      const { pacing } = createMemories();
      const all: number[] = [];
      let execution = start([TEN], { clock, pacing });
      for (const { pause, restart } of steps) {
        clock.pass(pause);
        if (restart) execution = start([TEN], { clock, pacing });
        const before = execution.sent.length;
        try {
          execution.get();
        } catch (error) {
          clock.pass((error as BusyError).until - clock.now());
          execution.get();
        }
        all.push(...execution.sent.slice(before));
      }
      expect(all).toHaveLength(steps.length);
      for (let i = 10; i < all.length; i++) expect((all[i] ?? 0) - (all[i - 10] ?? 0)).toBeGreaterThan(60_000);
    }),
  );
});
