import { isJsonObject, toText, type Json } from '../json';
import type { Vendor } from '../vendor';
import type { Cursors } from './cursors';
import type { Door } from './door';
import type { SignIn } from './sign-in';
import type { Tickets } from './tickets';

export interface ActsOn {
  readonly tickets: Tickets;
  readonly cursors: Cursors;
  readonly signIn: SignIn;
  readonly door: Door;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * What control does to a Zendesk account alone:
 * - `revokeTokens`: tokens that were minted so far open nothing any more.
 * - `refuseCursors` (a status): so do the cursors that were made so far.
 * - `repeatCursors` (a number): that many pages lead to themselves.
 * - `slowAbove` (a number, or null): pages with more records than that answer 504.
 * - `updateBySystem` (`keys` or `count`, and `set`): a change of tickets that leaves `updated_at` as it is.
 */
export function createActs({ tickets, cursors, signIn, door, now }: ActsOn): NonNullable<Vendor['acts']> {
  return {
    revokeTokens: () => ({ revoked: signIn.revoke() }),
    refuseCursors(status) {
      cursors.refuse(toNumber(status));
      return {};
    },
    repeatCursors(times) {
      cursors.repeat(toNumber(times));
      return {};
    },
    slowAbove(records) {
      door.slowAbove = records === null ? null : toNumber(records);
      return {};
    },
    updateBySystem(value) {
      if (!isJsonObject(value)) throw new Error('Expected {"keys": [...]} or {"count": 1}, and "set"');
      const { keys, count, set } = value;
      const picks = Array.isArray(keys) ? { keys: (keys as readonly Json[]).map(toText) } : { count: toNumber(count) };
      return { keys: tickets.updateBySystem(picks, isJsonObject(set) ? set : {}, now()) };
    },
  };
}

function toNumber(value: Json | undefined): number {
  if (typeof value !== 'number') throw new Error(`Expected a number, got ${JSON.stringify(value)}`);
  return value;
}
