import { documentStore } from '../platform/property-stores';
import { userEmail } from '../platform/session';
import { type Connection, connectionsIn } from './connections';
import { lastRunsOf } from './last-run';
import type { ConnectionView, LastRun } from './rpc';
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
  const { id } = connection;
  return toView(connection, userEmail(), schedulesIn(properties).get(id), lastRunsOf(properties).get(id));
}

/** The connections in the document's properties as `person` may see them, oldest first. No service call. */
export function viewsIn(properties: Readonly<Record<string, string>>, person: string): readonly ConnectionView[] {
  const schedules = schedulesIn(properties);
  const lasts = lastRunsOf(properties);
  return connectionsIn(properties).map((connection) =>
    toView(connection, person, schedules.get(connection.id), lasts.get(connection.id)),
  );
}

function toView(
  connection: Connection,
  person: string,
  schedule: Schedule | undefined,
  last: LastRun | undefined,
): ConnectionView {
  return {
    ...connection,
    isMine: connection.owner === person,
    needsSecrets: connection.needsSecrets === true,
    mode: connection.mode ?? 'changes',
    ...(schedule ? { schedule: { ...schedule, text: say(toWords(schedule)) } } : {}),
    ...(last ? { last } : {}),
  };
}
