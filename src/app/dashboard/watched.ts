import { documentStore } from '../../platform/property-stores';
import { connectionsIn } from '../connections';
import { CONTACTS, CONTACTS_TITLE } from '../contacts/contacts-history';
import { contactsIn } from '../contacts/contacts-store';
import { lastRunsOf } from '../last-run';
import type { LastRun } from '../rpc';
import type { Schedule } from '../schedule';
import { schedulesIn } from '../schedules';

/** What the dashboard has a row for: a connection, or the two-way sync of contacts. */
export interface Watched {
  /** As the history knows it. */
  readonly id: string;
  readonly title: string;
  /** Null before the first run. */
  readonly last: Omit<LastRun, 'message' | 'duration'> | null;
  /** `hourly`: of contacts; null: only by hand. */
  readonly schedule: Schedule | 'hourly' | null;
}

/** All connections, oldest first, and the contacts where they are synced. One service call. */
export function allWatched(): readonly Watched[] {
  const properties = documentStore().all();
  const lasts = lastRunsOf(properties);
  const schedules = schedulesIn(properties);
  const connections = connectionsIn(properties).map(({ id, title }) => ({
    ...{ id, title, last: lasts.get(id) ?? null },
    schedule: schedules.get(id) ?? null,
  }));
  return [...connections, ...watchedContacts(properties)];
}

function watchedContacts(properties: Readonly<Record<string, string>>): readonly Watched[] {
  const { setup, last } = contactsIn(properties);
  if (!setup) return [];
  const { clients = 0, created = 0, updated = 0 } = last?.tally ?? {};
  const counts = { read: clients, inserted: created, updated, removed: 0 };
  return [
    {
      ...{ id: CONTACTS, title: CONTACTS_TITLE },
      last: last && { startedAt: last.startedAt, status: last.status, ...counts },
      schedule: setup.hourly ? 'hourly' : null,
    },
  ];
}
