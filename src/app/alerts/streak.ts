import * as v from 'valibot';
import type { Store } from '../../platform/services';
import { readStored } from '../read-stored';

/** The failures in a row of one connection. */
export type Streak = v.InferOutput<typeof STREAK>;

/** That of a connection, in the document's properties; null: its last run was no failure. */
export function streakIn(properties: Readonly<Record<string, string>>, connection: string): Streak | null {
  return readStored(STREAK, properties[PREFIX + connection]);
}

/** Null ends it. */
export function writeStreak(store: Store, connection: string, streak: Streak | null): void {
  if (streak) store.set(PREFIX + connection, JSON.stringify(streak));
  else store.remove(PREFIX + connection);
}

/** It goes with the connection. */
const PREFIX = 'streak.';

const STREAK = v.object({
  /** When the first run that failed had begun, in milliseconds since 1970. */
  since: v.number(),
  failures: v.number(),
  /** The run that failed last: a run that was killed may be told twice. */
  run: v.number(),
  /** Its mail was written, if not sent. */
  mailed: v.boolean(),
});
