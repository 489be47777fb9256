import { BusyError } from '../core/errors';
import type { Clock } from '../platform/services';
import { advice } from './advice';
import { LONGEST_WAIT } from './longest-wait';
import { giveUp, readTrouble, type Trouble } from './trouble';
import type { Ask } from './with-json';

/** What waiting needs. */
export interface RetryOptions {
  readonly title: string;
  readonly clock: Clock;
  /** No wait ends after this, in milliseconds since 1970. */
  readonly deadline: number;
  /** The setting that holds the address, when the user typed it. */
  readonly addressSetting: string | undefined;
  /** Milliseconds to wait after a 429 that does not say how long, when the system has said so elsewhere. */
  readonly slowDown: number | undefined;
  /** From 0 up to 1: spreads the tries of many users over time. */
  readonly random: () => number;
}

/**
 * `ask`, up to four times while the answer is 409, 429, 500, 502, 503 or 504, does not come, or is no JSON; after 1, 2 and 4
 * seconds and up to half as much again, or as long as Retry-After or `slowDown` says. Throws `BusyError` when that is over
 * 30 seconds or past the deadline, and what `giveUp` makes of the last answer when no try helped.
 */
export function withRetry(ask: Ask, options: RetryOptions): Ask {
  const { clock, deadline, title } = options;
  return (request) => {
    const begun = clock.now();
    for (let tries = 1; ; tries++) {
      const trouble = readTrouble(() => ask(request), clock);
      if (trouble.kind === 'none') return trouble.response;
      const seconds = Math.round((clock.now() - begun) / 1000);
      const message = `${request.method.toUpperCase()} ${request.url} -> ${trouble.what} after ${String(tries)} tries in ${String(seconds)} s`;
      if (tries === TRIES || FINAL.includes(trouble.kind)) {
        throw giveUp(trouble, message, options);
      }
      const asked = trouble.retryAfter ?? (trouble.kind === 'slowDown' ? options.slowDown : undefined);
      const wait = asked ?? 1000 * 2 ** (tries - 1) * (1 + options.random() / 2);
      const until = clock.now() + Math.min(wait, LONGEST_PAUSE);
      if (wait > LONGEST_WAIT || until > deadline) {
        const isPaced = trouble.kind === 'slowDown';
        throw new BusyError(until, message, isPaced ? advice.slowDown(title) : advice.later(title), isPaced);
      }
      clock.sleep(wait);
    }
  };
}

const TRIES = 4;
/** What another try cannot mend. */
const FINAL: readonly Trouble['kind'][] = ['quota', 'refused', 'tooLarge'];
/** A server that asks for more than a day is wrong about its clock. */
const LONGEST_PAUSE = 24 * 3_600_000;
