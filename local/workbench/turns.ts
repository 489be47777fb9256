import type { PassedCall } from '../apps-script/account';
import type { Answer, Ask } from './ask';
import type { Inbox } from './inbox';

/** Who decides whether, and how, what was asked is done. */
export interface Executor {
  /** Does it and returns the answer's value; throws an Error that says why it cannot be done. */
  carryOut(ask: Ask): unknown;
  /** Whether it takes an execution of the script. */
  needsExecution(ask: Ask): boolean;
  /** How many executions are under way, one inside the other. */
  depth(): number;
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Real milliseconds that a call takes here. */
  toWait(call: PassedCall): number;
}

/** How the one thread that runs scripts takes turns between them and what is asked meanwhile. */
export interface Turns {
  /** Does all that waits, while nothing runs. */
  idle(): void;
  /** Lets time pass after a call of an execution, and does meanwhile what can be done beside it. */
  between(call: PassedCall): void;
}

/** Turns that take from `inbox` and have it done by `executor`. */
export function createTurns(inbox: Inbox, executor: Executor): Turns {
  const serve = (mayTake: (ask: Ask) => boolean): void => {
    for (let next = inbox.take(mayTake); next; next = inbox.take(mayTake)) {
      inbox.answer(next.id, answerTo(executor, next.ask));
    }
  };
  return {
    idle() {
      serve(() => true);
    },
    between(call) {
      const until = performance.now() + executor.toWait(call);
      for (;;) {
        serve((ask) => !executor.needsExecution(ask) || mayInterrupt(executor, call));
        const left = until - performance.now();
        if (left <= 0) return;
        inbox.wait(left);
      }
    },
  };
}

/** As many calls as Google takes from a page at a time (developers.google.com, "HTML Service: Communicate with server functions"). */
const MAX_DEPTH = 10;

/**
 * Virtual milliseconds. Here the older of two executions goes on only when the younger one has ended: one that is soon
 * over is not held up by one that may be long.
 */
const MIN_AGE = 5000;

function mayInterrupt(executor: Executor, { startedAt, isLocked }: PassedCall): boolean {
  return executor.depth() < MAX_DEPTH && !isLocked && executor.now() - startedAt >= MIN_AGE;
}

function answerTo(executor: Executor, ask: Ask): Answer {
  try {
    return { ok: true, value: executor.carryOut(ask) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
