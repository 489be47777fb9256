import { allConnections, type Connection } from './connections';
import type { ConnectionView } from './rpc';
import { readSchedule, allSchedules } from './schedules';
import type { Schedule } from './schedule';
import { toWords } from './schedule-words';
import { say } from './words';

/** All connections with their schedules, oldest first. Two service calls, however many there are. */
export function allViews(): readonly ConnectionView[] {
  const schedules = allSchedules();
  return allConnections().map((connection) => toView(connection, schedules.get(connection.id) ?? null));
}

/** A connection with its schedule. */
export function viewOf(connection: Connection): ConnectionView {
  return toView(connection, readSchedule(connection.id));
}

function toView(connection: Connection, schedule: Schedule | null): ConnectionView {
  return schedule ? { ...connection, schedule: { ...schedule, text: say(toWords(schedule)) } } : connection;
}
