import type { JsonObject } from '../../core/model';
import type { Stream } from '../connector';
import { organizationColumns, userColumns } from './columns/lookup-columns';
import { readExport, type CursorExport } from './cursor-export';
import { newestById } from './newest';
import { pickRows } from './pick';
import { joinNotes } from './sentences';
import { secondsAt } from './seconds-at';
import { readTimeExport, type TimeExport } from './time-export';

/** Organisations, by the export that has no cursor. */
export function defineOrganizations(): Stream {
  const plan: TimeExport = {
    path: '/api/v2/incremental/organizations',
    list: 'organizations',
    timeOf: updatedAt,
  };
  return {
    name: 'organizations',
    title: { fr: 'Organisations', en: 'Organizations' },
    help: { fr: 'Une ligne par organisation.', en: 'One row for each organization.' },
    key: ['id'],
    columns: organizationColumns,
    mode: 'changes',
    read: (api, cursor) => {
      const step = readTimeExport(api, plan, cursor);
      const { rows, note } = pickRows(organizationColumns, newestById(step.records, updatedAt));
      return { rows, cursor: step.cursor, done: step.done, ...joinNotes(step.note, note) };
    },
  };
}

/** Agents and end users; deleted ones are no longer active. */
export function defineUsers(): Stream {
  const plan: CursorExport = {
    path: '/api/v2/incremental/users/cursor.json',
    list: 'users',
    query: {},
    timeOf: updatedAt,
  };
  return {
    name: 'users',
    title: { fr: 'Utilisateurs', en: 'Users' },
    help: { fr: 'Une ligne par agent et par demandeur.', en: 'One row for each agent and each requester.' },
    key: ['id'],
    columns: userColumns,
    mode: 'changes',
    read: (api, cursor) => {
      const step = readExport(api, plan, cursor);
      const { rows, note } = pickRows(userColumns, newestById(step.records, updatedAt));
      return { rows, cursor: step.cursor, done: step.done, ...joinNotes(note) };
    },
  };
}

function updatedAt(record: JsonObject): number {
  return secondsAt(record.updated_at);
}
