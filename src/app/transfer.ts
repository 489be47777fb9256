import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import { neededSettings } from './check-draft';
import { allConnections, type Connection, connectionsIn, deleteConnection, writeConnection } from './connections';
import { findConnector } from './find-connector';
import { newId } from './new-id';
import type { Place } from './place';
import { type Exported, readExport, VERSION } from './read-export';
import { beginSchedule, type Schedule } from './schedule';
import { schedulesIn, toRhythm, writeSchedule } from './schedules';
import { toLocal } from './wall-clock';

/** The connections of this spreadsheet, without their secrets, as JSON that `importText` reads. */
export function exportText(): string {
  const properties = documentStore().all();
  const schedules = schedulesIn(properties);
  const connections = connectionsIn(properties).map((connection) =>
    toExported(connection, schedules.get(connection.id)),
  );
  return JSON.stringify({ ...VERSION, connections }, null, 2);
}

/**
 * Adds the connections of an export, all or none, as those of the person who runs the script: their schedules are switched off,
 * their secrets still to be typed. One that is there already, with this connector, title and settings, is left out. Throws as
 * `readExport` does, and `DataError` when there is no room for all.
 */
export function importText(text: string): void {
  const known = new Set(allConnections().map(identityOf));
  const fresh = readExport(text).filter((exported) => {
    const identity = identityOf(exported);
    return !known.has(identity) && known.add(identity);
  });
  const [now, owner] = [clock.now(), userEmail()];
  const local = fresh.some(({ schedule }) => schedule) ? toLocal(now, openWorkbook()) : now;
  // Later ones come later in the list.
  const connections = fresh.map((exported, index) => toConnection(exported, owner, now + index));
  try {
    connections.forEach((connection, index) => {
      const rhythm = fresh[index]?.schedule;
      writeConnection(connection);
      if (rhythm) writeSchedule(connection.id, { ...beginSchedule(rhythm, local), paused: true });
    });
  } catch (error) {
    for (const { id } of connections) deleteConnection(id);
    throw error;
  }
}

function toExported(connection: Connection, schedule: Schedule | undefined): Exported {
  const { connector, title, settings, streams, spreadsheet, tabs, mode = 'changes' } = connection;
  return {
    ...{ connector, title, settings, streams, mode },
    ...placed(spreadsheet, tabs),
    ...(schedule ? { schedule: toRhythm(schedule) } : {}),
  };
}

/** As a connection holds it: what is not said is absent. */
function placed(spreadsheet: Place['spreadsheet'], tabs: Place['tabs']): Place {
  return { ...(spreadsheet === undefined ? {} : { spreadsheet }), ...(tabs ? { tabs } : {}) };
}

/** The same for connections that need not be there twice. */
function identityOf({ connector, title, settings }: Pick<Connection, 'connector' | 'title' | 'settings'>): string {
  return JSON.stringify([connector, title, Object.entries(settings).sort()]);
}

function toConnection(exported: Exported, owner: string, createdAt: number): Connection {
  const { connector, title, settings, streams = [], spreadsheet, tabs } = exported;
  const needsSecrets = neededSettings(findConnector(connector), settings).some(({ secret }) => secret);
  return {
    ...{ id: newId(), connector, title, settings, streams, owner },
    ...(needsSecrets ? { needsSecrets: true } : {}),
    createdAt: new Date(createdAt).toISOString(),
    ...placed(spreadsheet, tabs),
    ...(exported.mode === 'full' ? { mode: 'full' } : {}),
  };
}
