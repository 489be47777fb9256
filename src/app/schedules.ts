import * as v from 'valibot';
import { documentStore } from '../platform/property-stores';
import { RHYTHM } from './input-schemas';
import { readAllStored, readStored } from './read-stored';
import type { Rhythm, Schedule } from './schedule';

/** Those in the document's properties that this version can read, by the id of their connection. */
export function schedulesIn(properties: Readonly<Record<string, string>>): ReadonlyMap<string, Schedule> {
  return readAllStored(SCHEDULE, properties, PREFIX);
}

/** The schedule of a connection, or null. */
export function readSchedule(connectionId: string): Schedule | null {
  return readStored(SCHEDULE, documentStore().get(PREFIX + connectionId));
}

/** Stores the schedule of a connection; null removes it. */
export function writeSchedule(connectionId: string, schedule: Schedule | null): void {
  const store = documentStore();
  if (schedule) store.set(PREFIX + connectionId, JSON.stringify(schedule));
  else store.remove(PREFIX + connectionId);
}

/**
 * Puts a schedule in the place of `read`, as it was read. One that somebody changed or removed meanwhile stays as they left it.
 */
export function replaceSchedule(connectionId: string, read: Schedule, schedule: Schedule): void {
  if (JSON.stringify(readSchedule(connectionId)) === JSON.stringify(read)) writeSchedule(connectionId, schedule);
}

/** How often and when, without what has come of it. */
export function toRhythm({ every, hour, day }: Rhythm): Rhythm {
  return { every, hour, ...(day === undefined ? {} : { day }) };
}

const PREFIX = 'schedule.';

const SCHEDULE = v.object({
  ...RHYTHM.entries,
  next: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(T\d\d)?$/)),
  paused: v.exactOptional(v.boolean()),
});
