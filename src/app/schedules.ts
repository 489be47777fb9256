import { documentStore } from '../platform/property-stores';
import type { Schedule } from './schedule';

/** The schedules in this spreadsheet, by the id of their connection. One service call. */
export function allSchedules(): ReadonlyMap<string, Schedule> {
  const entries = Object.entries(documentStore().all()).filter(([name]) => name.startsWith(PREFIX));
  return new Map(entries.map(([name, text]) => [name.slice(PREFIX.length), JSON.parse(text) as Schedule]));
}

/** The schedule of a connection, or null. */
export function readSchedule(connectionId: string): Schedule | null {
  const text = documentStore().get(PREFIX + connectionId);
  return text === null ? null : (JSON.parse(text) as Schedule);
}

/** Stores the schedule of a connection; null removes it. */
export function writeSchedule(connectionId: string, schedule: Schedule | null): void {
  const store = documentStore();
  if (schedule) store.set(PREFIX + connectionId, JSON.stringify(schedule));
  else store.remove(PREFIX + connectionId);
}

const PREFIX = 'schedule.';
