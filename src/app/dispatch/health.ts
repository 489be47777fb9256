import * as v from 'valibot';
import type { Words } from '../../core/model';
import { readAllStored } from '../read-stored';

/** How a connection's system has answered in the last 24 hours. */
export type Health = v.InferOutput<typeof HEALTH>;

/** What an hour was: `u` up, `d` down, `-` not looked at. */
export type Mark = 'u' | 'd' | '-';

/** How many hours are remembered. */
export const HOURS = 24;

/** The health of each connection by its id, from the document's properties. */
export function healthsIn(properties: Readonly<Record<string, string>>): ReadonlyMap<string, Health> {
  return readAllStored(HEALTH, properties, PREFIX);
}

/** The name of the property that holds a connection's. */
export function healthName(connection: string): string {
  return PREFIX + connection;
}

/**
 * The health after a look at `now` (milliseconds since 1970) that found the system up, or down for the reason `why`. A second look
 * within an hour takes the place of the first, hours without one are marked as such.
 */
export function addLook(health: Health | undefined, now: number, why: Words | null): Health {
  const mark: Mark = why ? 'd' : 'u';
  const { marks, at } = health ?? { marks: '', at: now - HOUR };
  const passed = Math.max(0, Math.floor(now / HOUR) - Math.floor(at / HOUR));
  const kept = passed === 0 ? marks.slice(0, -1) : marks + '-'.repeat(Math.min(HOURS, passed - 1));
  const isStill = health?.downSince !== undefined && mark === 'd';
  return {
    at: now,
    marks: (kept + mark).slice(-HOURS),
    ...(why ? { why, downSince: isStill ? health.downSince : now, looks: isStill ? (health.looks ?? 1) + 1 : 1 } : {}),
  };
}

/** The marks of the last 24 hours until `now`, the oldest first: as many as are known. */
export function marksUntil({ marks, at }: Health, now: number): string {
  // The next look is an hour after the last one.
  const passed = Math.max(0, Math.floor((now - at) / HOUR) - 1);
  return (marks + '-'.repeat(Math.min(HOURS, passed))).slice(-HOURS);
}

const PREFIX = 'health.';
const HOUR = 3_600_000;

const HEALTH = v.object({
  /** Of the last look. */
  at: v.number(),
  /** One letter an hour, the last is that of `at`. */
  marks: v.pipe(v.string(), v.regex(/^[ud-]*$/), v.maxLength(HOURS)),
  /** What the user reads while it is down. */
  why: v.exactOptional(v.object({ fr: v.string(), en: v.string() })),
  downSince: v.exactOptional(v.number()),
  /** How many looks in a row have found it down. */
  looks: v.exactOptional(v.number()),
});
