import type { Caller } from './host';
import type { State } from './state';

/** How long an execution may go on, and whether it still does. */
export interface Lifetime {
  /** Lets virtual time pass, to the limit at most: what would pass it makes the execution due for its kill. */
  readonly advance: (ms: number) => void;
  /** Moves its end: the time that others took beside it is not its own. */
  readonly prolong: (ms: number) => void;
  /** Ends it for a reason. The first reason stays. */
  kill(reason: string): void;
  isOvertime(): boolean;
  /** Why it was killed, or has to be; null while it may go on. */
  readonly reason: () => string | null;
  isKilled(): boolean;
}

/** What Google's log says of an execution that took too long. */
export const OVERTIME = 'Exceeded maximum execution time';

/**
 * A lifetime that starts now: six minutes, or 30 seconds for a simple trigger or a custom function (developers.google.com,
 * Quotas for Google Services; Simple triggers).
 */
export function startLifetime(state: State, caller: Caller): Lifetime {
  let deadline = state.now + (caller === 'simple' || caller === 'custom' ? 30_000 : 360_000);
  let killed: string | null = null;
  let overtime = false;
  const isOvertime = (): boolean => overtime || state.now > deadline;
  return {
    advance(ms) {
      const left = Math.max(0, deadline - state.now);
      overtime ||= ms > left;
      state.now += Math.min(ms, left);
    },
    prolong(ms) {
      deadline += ms;
    },
    kill(reason) {
      killed ??= reason;
    },
    isOvertime,
    reason: () => killed ?? (isOvertime() ? OVERTIME : null),
    isKilled: () => killed !== null,
  };
}
