import { activeRun } from '../../engine/run';
import { hasAlertDuties } from '../alerts/alert-duties';
import { type Connection, connectionsIn } from '../connections';
import { contactsIn } from '../contacts/contacts-store';
import { hasAsked } from '../remote/asked';
import type { Schedule } from '../schedule';
import { schedulesIn } from '../schedules';

type Properties = Readonly<Record<string, string>>;

/** A connection that is synced by itself. */
export interface Scheduled {
  readonly connection: Connection;
  readonly schedule: Schedule;
}

/** Whether a person's hourly trigger has anything to do or to wait for. */
export function hasDuties(properties: Properties, person: string): boolean {
  return (
    scheduledIn(properties).some(({ connection }) => connection.owner === person) ||
    hasOwnRun(properties, person) ||
    hasContactsDuty(properties, person) ||
    hasAlertDuties(properties, person) ||
    hasAsked(properties, person)
  );
}

/** All connections whose runs are switched on, oldest first. */
export function scheduledIn(properties: Properties): readonly Scheduled[] {
  const schedules = schedulesIn(properties);
  return connectionsIn(properties).flatMap((connection) => {
    const schedule = schedules.get(connection.id);
    return schedule && schedule.paused !== true ? [{ connection, schedule }] : [];
  });
}

/** Whether a run of that person's has begun and not ended. */
export function hasOwnRun(properties: Properties, person: string): boolean {
  return activeRun({ get: (name) => properties[name] ?? null })?.by === person;
}

/** Whether the contacts are that person's, and are synced every hour or have a sync that has not ended. */
function hasContactsDuty(properties: Properties, person: string): boolean {
  const { setup, run } = contactsIn(properties);
  return setup?.owner === person && (setup.hourly || run !== null);
}
