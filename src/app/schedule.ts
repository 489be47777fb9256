import { documentStore } from '../platform/property-stores';

/** When a person's connections are synced each day. */
export interface Schedule {
  /** From 0 to 23, on the spreadsheet's clock. */
  readonly hour: number;
  /** The last day that is done, `YYYY-MM-DD`. */
  readonly done: string;
}

/** The daily schedule of that person in this spreadsheet, or null. */
export function readSchedule(person: string): Schedule | null {
  const text = documentStore().get(PREFIX + person);
  return text === null ? null : (JSON.parse(text) as Schedule);
}

/** Stores a person's schedule; null removes it. */
export function writeSchedule(person: string, schedule: Schedule | null): void {
  const store = documentStore();
  if (schedule) store.set(PREFIX + person, JSON.stringify(schedule));
  else store.remove(PREFIX + person);
}

/**
 * The latest day, `YYYY-MM-DD`, whose `hour` has come. `local` is the wall clock in milliseconds (UTC plus the
 * spreadsheet's offset), so that an hour that the change to summer time leaves out comes with the next one, and an hour
 * that comes twice counts once.
 */
export function latestDay(local: number, hour: number): string {
  return new Date(local - hour * 3_600_000).toISOString().slice(0, 10);
}

/** Whether a day's hour has come that is not done yet. */
export function isDue(schedule: Schedule, local: number): boolean {
  return schedule.done < latestDay(local, schedule.hour);
}

const PREFIX = 'schedule.';
