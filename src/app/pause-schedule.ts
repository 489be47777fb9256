import { type Connection, readConnection } from './connections';
import type { Rhythm } from './schedule';
import { readSchedule, toRhythm, writeSchedule } from './schedules';
import { startSchedule } from './start-schedule';
import { stopTicking } from './dispatch/ticking';

/**
 * Switches the automatic syncs of a connection off, which anyone may do, or on, from now: every morning where it has no
 * schedule. Throws `DataError` when there is no such connection, `SettingsError` as `startSchedule` does.
 */
export function pauseSchedule(id: string, isPaused: boolean): Connection {
  const connection = readConnection(id);
  const schedule = readSchedule(id);
  if (!isPaused && (!schedule || schedule.paused)) {
    writeSchedule(id, startSchedule(connection, schedule ? toRhythm(schedule) : MORNING));
  }
  if (isPaused && schedule) {
    writeSchedule(id, { ...schedule, paused: true });
    stopTicking();
  }
  return connection;
}

const MORNING: Rhythm = { every: 'day', hour: 6 };
