import * as v from 'valibot';
import type { Store } from '../../platform/services';
import { readStored } from '../read-stored';

/** A sign of life of somebody's hourly trigger. */
export type Beat = v.InferOutput<typeof BEAT>;

/** The last sign of life of a person's trigger, in the document's properties; null: they have none. */
export function beatIn(properties: Readonly<Record<string, string>>, person: string): Beat | null {
  return readStored(BEAT, properties[PREFIX + person]);
}

/** Notes a sign of life; null: there is no trigger any more. One service call. */
export function writeBeat(store: Store, person: string, beat: Beat | null): void {
  if (beat) store.set(PREFIX + person, JSON.stringify(beat));
  else store.remove(PREFIX + person);
}

const PREFIX = 'tick.';

const BEAT = v.object({
  /** Milliseconds since 1970. */
  at: v.number(),
  /** Since when it may do nothing: the person has withdrawn, or not yet given, a permission it needs. */
  refusedSince: v.exactOptional(v.number()),
});
