import type { Ask, PostedAsk } from '../../../local/workbench/ask';
import type { Inbox } from '../../../local/workbench/inbox';
import { createTurns, type Executor } from '../../../local/workbench/turns';

const LOOK: Ask = { kind: 'order', order: { do: 'look' } };
const RUN: Ask = { kind: 'run', person: 'anne@example.com', name: 'f', args: [] };
const CALL = { method: 'UrlFetchApp.fetch', took: 1500, startedAt: 0, isLocked: false };

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

/** Turns whose inbox holds asks and gets `later` ones while it is waited upon; what is done is noted. */
function turnsWith({ first = [], later = [], ...how }: { first?: Ask[]; later?: Ask[] } & Partial<Executor>) {
  const waiting: PostedAsk[] = first.map((ask, id) => ({ id, ask }));
  const done: Ask[] = [];
  const answers: unknown[] = [];
  const inbox: Inbox = {
    take(mayTake) {
      const at = waiting.findIndex(({ ask }) => mayTake(ask));
      return at < 0 ? undefined : waiting.splice(at, 1)[0];
    },
    answer: (id, answer) => void answers.push([id, answer]),
    wait(ms) {
      const next = later.shift();
      if (next) waiting.push({ id: 100, ask: next });
      // A message ends the wait early.
      jest.advanceTimersByTime(next ? 1 : ms);
    },
  };
  const executor: Executor = {
    carryOut: (ask) => done.push(ask),
    needsExecution: ({ kind }) => kind === 'run',
    depth: () => 1,
    now: () => 60_000,
    toWait: ({ took }) => took / 20,
    ...how,
  };
  return { turns: createTurns(inbox, executor), done, answers };
}

test('a call takes its time, and what is asked meanwhile is done meanwhile', () => {
  const { turns, done } = turnsWith({ later: [LOOK, RUN] });
  turns.between(CALL);
  expect(done).toEqual([LOOK, RUN]);
  expect(performance.now()).toBe(75);
});

test('what needs no time still lets in what waits', () => {
  const { turns, done } = turnsWith({ first: [LOOK, RUN], toWait: () => 0 });
  turns.between(CALL);
  expect(done).toEqual([LOOK, RUN]);
  expect(performance.now()).toBe(0);
});

test.each<[string, Partial<Executor>, object]>([
  ['one that has hardly begun', { now: () => 4999 }, {}],
  ['ten others', { depth: () => 10 }, {}],
  ['one that holds a lock for a moment', {}, { isLocked: true }],
])('no execution starts beside %s; what needs none is done', (_name, how, call) => {
  const { turns, done } = turnsWith({ first: [RUN, LOOK], ...how });
  turns.between({ ...CALL, ...call });
  expect(done).toEqual([LOOK]);
  turns.idle();
  expect(done).toEqual([LOOK, RUN]);
});

test('what cannot be done is answered with the reason', () => {
  const carryOut = (): never => {
    throw new Error('There is no trigger 7.');
  };
  const { turns, answers } = turnsWith({ first: [LOOK], carryOut });
  turns.idle();
  expect(answers).toEqual([[0, { ok: false, error: 'There is no trigger 7.' }]]);
});
