import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import { userEmail } from '../platform/session';
import { type Connection, connectionsIn } from './connections';
import { type Health, healthsIn, marksUntil } from './dispatch/health';
import { postponedIn, type Reason, waitWords } from './dispatch/postponed';
import { lastRunsOf } from './last-run';
import type { ConnectionView, HealthView, LastRun } from './rpc';
import type { Schedule } from './schedule';
import { toWords } from './schedule-words';
import { schedulesIn } from './schedules';
import { say } from './words';

/** All connections as the person who runs the script may see them, oldest first. */
export function allViews(): readonly ConnectionView[] {
  return viewsIn(documentStore().all(), userEmail());
}

/** A connection as the person who runs the script may see it. */
export function viewOf(connection: Connection): ConnectionView {
  const properties = documentStore().all();
  return toView(connection, userEmail(), readKnown(properties));
}

/** The connections in the document's properties as `person` may see them, oldest first. No service call. */
export function viewsIn(properties: Readonly<Record<string, string>>, person: string): readonly ConnectionView[] {
  const known = readKnown(properties);
  return connectionsIn(properties).map((connection) => toView(connection, person, known));
}

/** What is known of connections, each by their id. */
interface Known {
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly lasts: ReadonlyMap<string, LastRun>;
  readonly healths: ReadonlyMap<string, Health>;
  readonly postponed: ReadonlyMap<string, Reason>;
}

function readKnown(properties: Readonly<Record<string, string>>): Known {
  return {
    schedules: schedulesIn(properties),
    lasts: lastRunsOf(properties),
    healths: healthsIn(properties),
    postponed: postponedIn(properties),
  };
}

function toView(connection: Connection, person: string, known: Known): ConnectionView {
  const { id } = connection;
  const [schedule, last] = [known.schedules.get(id), known.lasts.get(id)];
  const [health, reason] = [known.healths.get(id), known.postponed.get(id)];
  return {
    ...connection,
    isMine: connection.owner === person,
    needsSecrets: connection.needsSecrets === true,
    mode: connection.mode ?? 'changes',
    ...(schedule ? { schedule: { ...schedule, text: say(toWords(schedule)) } } : {}),
    ...(last ? { last } : {}),
    ...(reason && schedule && schedule.paused !== true ? { waits: say(waitWords(reason)) } : {}),
    ...(health ? { health: toHealthView(health) } : {}),
  };
}

function toHealthView(health: Health): HealthView {
  const { why, downSince } = health;
  return {
    marks: marksUntil(health, clock.now()),
    ...(downSince === undefined ? {} : { downSince }),
    why: why ? say(why) : '',
  };
}
