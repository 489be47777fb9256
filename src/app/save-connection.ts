import type { Connector, Settings } from '../connectors/connector';
import { BusyError, SettingsError } from '../core/errors';
import { clock } from '../platform/clock';
import { documentLock } from '../platform/locks';
import { userEmail } from '../platform/session';
import { randomBytes } from '../platform/random-bytes';
import {
  allConnections,
  type Connection,
  deleteConnection,
  forgetProgress,
  readConnection,
  writeConnection,
} from './connections';
import { checkDraft } from './check-draft';
import { findConnector } from './find-connector';
import type { Draft } from './rpc';
import { readSecrets, rememberSecrets, removeSecrets, writeSecrets } from './secrets';

/**
 * Stores a new or changed connection: its secrets with the person who typed them, who owns it from then on, the rest
 * with the spreadsheet. Other settings or secrets mean other data: then the next run reads everything again. Throws
 * `SettingsError` naming the field to mend, `BusyError` while a run holds the spreadsheet.
 */
export function storeConnection(draft: Draft): Connection {
  rememberSecrets(Object.values(draft.settings));
  const connector = findConnector(draft.connector);
  const old = draft.id === undefined ? null : readConnection(draft.id);
  if (old && old.connector !== connector.name) throw otherConnector(old, connector);
  const known = old && readSecrets(old.id);
  const { settings, secrets } = splitSettings(connector, draft.settings, known ?? {});
  const changed = !old || !isSame(old.settings, settings) || !isSame(known ?? {}, secrets);
  // Someone else may rename a connection or choose its streams; new settings need secrets of their own.
  checkDraft(draft, connector, changed ? { ...settings, ...secrets } : null);
  const connection: Connection = {
    id: old?.id ?? newId(),
    connector: connector.name,
    title: titleOf(draft, old, connector),
    settings,
    streams: draft.streams ?? old?.streams ?? [],
    owner: old && !changed ? old.owner : userEmail(),
    createdAt: old?.createdAt ?? new Date(clock.now()).toISOString(),
  };
  if (!changed) writeConnection(connection);
  else {
    whileNoRun(() => {
      writeSecrets(connection.id, secrets);
      writeConnection(connection);
      forgetProgress(connection.id);
    });
  }
  return connection;
}

/** Removes a connection, its secrets and its progress; its tabs stay. Throws `BusyError` while a run writes. */
export function dropConnection(id: string): null {
  whileNoRun(() => {
    deleteConnection(id);
    removeSecrets(id);
  });
  return null;
}

function otherConnector(old: Connection, connector: Connector): SettingsError {
  return new SettingsError('connector', `${old.id} is a connection of ${old.connector}, not of ${connector.name}`, {
    fr: `« ${old.title} » n’est pas une connexion ${connector.title}. Créez une nouvelle connexion.`,
    en: `“${old.title}” is no connection to ${connector.title}. Make a new connection.`,
  });
}

function splitSettings(
  connector: Connector,
  typed: Settings,
  known: Settings,
): { readonly settings: Settings; readonly secrets: Settings } {
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const { name, secret } of connector.settings) {
    const value = (typed[name] ?? (secret ? known[name] : undefined) ?? '').trim();
    if (value !== '') (secret ? secrets : settings)[name] = value;
  }
  return { settings, secrets };
}

function titleOf(draft: Draft, old: Connection | null, connector: Connector): string {
  const typed = draft.title?.trim() ?? '';
  if (typed !== '') return typed;
  if (old) return old.title;
  const taken = allConnections().map(({ title }) => title);
  for (let number = 1; ; number++) {
    const title = number === 1 ? connector.title : `${connector.title} ${number}`;
    if (!taken.includes(title)) return title;
  }
}

/** Never that of an earlier connection: its tabs would take in the data of another account. */
function newId(): string {
  return Array.from(randomBytes(5), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isSame(a: Settings, b: Settings): boolean {
  const names = Object.keys({ ...a, ...b });
  return names.every((name) => a[name] === b[name]);
}

/** A run that is writing would save the cursor of the old data after we have forgotten it. */
function whileNoRun(work: () => void): void {
  const lock = documentLock();
  if (!lock.tryAcquire()) {
    throw new BusyError(clock.now() + 6 * 60_000, 'The document lock is held by a run', {
      fr: 'Une synchronisation est en cours : elle dure six minutes au plus. Réessayez quand elle est finie.',
      en: 'A sync is under way: it takes six minutes at most. Try again when it has ended.',
    });
  }
  try {
    work();
  } finally {
    lock.release();
  }
}
