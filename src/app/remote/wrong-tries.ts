import * as v from 'valibot';
import { clock } from '../../platform/clock';
import { documentCache } from '../../platform/cache';
import { log } from '../../platform/log';
import { documentStore } from '../../platform/property-stores';
import { readStored } from '../read-stored';

/** Calls without the right secret. */
export interface WrongTries {
  readonly count: number;
  /** When the first and the last of them came, in milliseconds since 1970. */
  readonly since: number;
  readonly last: number;
}

/** Those since the secret was made; null: none. */
export function readWrongTries(): WrongTries | null {
  return readCached() ?? readStored(TRIES, documentStore().get(PROPERTY));
}

/**
 * Counts a call without the right secret, logs it, and makes its caller wait, the longer the more there were in the last hours. The
 * count lies in the cache; now and then it is stored, since Google allows a day's calls 50,000 properties.
 */
export function noteWrongTry(): void {
  const now = clock.now();
  const cached = readCached();
  const known = cached ?? { ...(readStored(TRIES, documentStore().get(PROPERTY)) ?? NONE), streak: 0, storedAt: 0 };
  const count = known.count + 1;
  const tries: WrongTries = { count, since: known.count === 0 ? now : known.since, last: now };
  const isStored = isPowerOfTwo(count) || now - known.storedAt > HOUR;
  if (isStored) documentStore().set(PROPERTY, JSON.stringify(tries));
  const streak = known.streak + 1;
  const next: v.InferOutput<typeof CACHED> = { ...tries, streak, storedAt: isStored ? now : known.storedAt };
  documentCache().set(PROPERTY, JSON.stringify(next), KEPT_SECONDS);
  log(`A remote call came without the right secret. So far: ${String(count)}`);
  clock.sleep(Math.min(LONGEST_WAIT, streak * SHORTEST_WAIT));
}

/** Begins to count anew. */
export function forgetWrongTries(): void {
  documentStore().remove(PROPERTY);
  documentCache().remove(PROPERTY);
}

const PROPERTY = 'remote.tries';
const HOUR = 3_600_000;
/** The longest that a cache keeps anything. */
const KEPT_SECONDS = 6 * 3600;
const SHORTEST_WAIT = 200;
/** Short enough for waiting strangers not to take all thirty executions that Google lets a person run at once. */
const LONGEST_WAIT = 2_000;
const NONE: WrongTries = { count: 0, since: 0, last: 0 };

const TRIES = v.object({ count: v.number(), since: v.number(), last: v.number() });

const CACHED = v.object({
  ...TRIES.entries,
  /** Those since the cache last forgot. */
  streak: v.number(),
  /** When the count was last stored. */
  storedAt: v.number(),
});

function readCached(): v.InferOutput<typeof CACHED> | null {
  return readStored(CACHED, documentCache().get(PROPERTY));
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}
