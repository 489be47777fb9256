import * as v from 'valibot';
import type { Settings } from '../connectors/connector';
import { DataError } from '../core/errors';
import { documentStore } from '../platform/property-stores';
import { readAllStored, readStored } from './read-stored';

/** A system as one person configured it. Everyone who opens the spreadsheet may read it: it holds no secret. */
export interface Connection {
  readonly id: string;
  /** The connector's name. */
  readonly connector: string;
  readonly title: string;
  readonly settings: Settings;
  /** Names of the chosen streams; empty: all that are not optional. */
  readonly streams: readonly string[];
  /** Whose secrets it uses: an e-mail address. */
  readonly owner: string;
  /** It was imported, and its secrets are still to be typed. */
  readonly needsSecrets?: true;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The id of the spreadsheet that it fills; absent: the one that this script belongs to. */
  readonly spreadsheet?: string;
  /** What new tabs are called, by stream, where the user said so. */
  readonly tabs?: Readonly<Record<string, string>>;
  /** Each run reads everything; absent: what changed, where the system can tell. */
  readonly mode?: 'full';
}

/** All connections, oldest first. */
export function allConnections(): readonly Connection[] {
  return connectionsIn(documentStore().all());
}

/** Those in the document's properties that this version can read, oldest first. */
export function connectionsIn(properties: Readonly<Record<string, string>>): readonly Connection[] {
  const found = [...readAllStored(CONNECTION, properties, PREFIX).values()];
  return found.sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
}

/** The connection of that id, or null. */
export function findConnection(id: string): Connection | null {
  return readStored(CONNECTION, documentStore().get(PREFIX + id));
}

/** The connection of that id. Throws `DataError` when there is none. */
export function readConnection(id: string): Connection {
  const found = findConnection(id);
  if (found) return found;
  throw new DataError(`There is no connection ${id}`, {
    fr: 'Cette connexion n’existe plus : quelqu’un l’a supprimée. Rouvrez le panneau pour voir celles qui restent.',
    en: 'This connection does not exist any more: somebody removed it. Open the sidebar again to see those that remain.',
  });
}

/** Stores a connection in place of an earlier one of the same id. */
export function writeConnection(connection: Connection): void {
  documentStore().set(PREFIX + connection.id, JSON.stringify(connection));
}

/** Removes a connection, its schedule and all else that is remembered under its id; its tabs and files stay. */
export function deleteConnection(id: string): void {
  const store = documentStore();
  for (const name of Object.keys(store.all())) {
    if (name.split(/[./]/)[1] === id) store.remove(name);
  }
}

/** Makes the next run of a connection read everything from the beginning. */
export function forgetProgress(id: string): void {
  const store = documentStore();
  for (const name of Object.keys(store.all())) {
    if (name === `job.${id}` || name.startsWith(`cursor.${id}.`)) store.remove(name);
  }
}

const PREFIX = 'connection.';

const TEXTS = v.record(v.string(), v.string());

const CONNECTION = v.object({
  id: v.string(),
  connector: v.string(),
  title: v.string(),
  settings: TEXTS,
  streams: v.array(v.string()),
  owner: v.string(),
  needsSecrets: v.exactOptional(v.literal(true)),
  createdAt: v.string(),
  spreadsheet: v.exactOptional(v.string()),
  tabs: v.exactOptional(TEXTS),
  mode: v.exactOptional(v.literal('full')),
});

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
