import type { Connector, Settings } from '../connectors/connector';
import { connectors } from '../connectors/index';
import { BusyError, SettingsError } from '../core/errors';
import { clock } from '../platform/clock';
import { documentLock } from '../platform/locks';
import { userEmail } from '../platform/session';
import { randomBytes } from '../platform/random-bytes';
import { openWorkbook } from '../platform/workbook';
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
import { type Place, placeOf } from './place';
import type { Draft } from './rpc';
import { readSchedule, writeSchedule } from './schedules';
import { readSecrets, rememberSecrets, removeSecrets, writeSecrets } from './secrets';
import { startTicking } from './tick';
import { forgetToken } from './tokens';

/**
 * Stores a new or changed connection: its secrets with the person who typed them, who owns it from then on, the rest
 * with the spreadsheet. Settings and secrets that mean other data, and another place for it, make the next run read
 * everything again; those that mean another account make another connection of it. Throws `SettingsError` naming the field to mend, `BusyError` while a run holds the spreadsheet.
 */
export function storeConnection(draft: Draft): Connection {
  rememberSecrets(possibleSecrets(draft));
  const connector = findConnector(draft.connector);
  const old = draft.id === undefined ? null : readConnection(draft.id);
  if (old && old.connector !== connector.name) throw otherConnector(old, connector);
  const known = (old && readSecrets(old.id)) ?? {};
  const { settings, secrets } = splitSettings(connector, draft.settings, known);
  const place = placeOf(draft, old);
  const change = changeOf(connector, old, { ...old?.settings, ...known }, { ...settings, ...secrets }, place);
  // Someone else may rename a connection or choose its streams; new settings need secrets of their own.
  checkDraft(draft, connector, change.isOwners ? { ...settings, ...secrets } : null);
  // Opened to see that it can be.
  if (place.spreadsheet !== undefined && place.spreadsheet !== old?.spreadsheet) openWorkbook(place.spreadsheet);
  const connection: Connection = {
    id: old && !change.isOtherAccount ? old.id : newId(),
    connector: connector.name,
    title: titleOf(draft, old, connector),
    settings,
    streams: draft.streams ?? old?.streams ?? [],
    owner: old && !change.isOwners ? old.owner : userEmail(),
    createdAt: old?.createdAt ?? new Date(clock.now()).toISOString(),
    ...place,
  };
  store(connection, change, secrets, old);
  return connection;
}

/** Removes a connection, its secrets and its progress; its tabs stay. Throws `BusyError` while a run writes. */
export function dropConnection(id: string): null {
  whileNoRun(() => {
    deleteConnection(id);
    removeSecrets(id);
    forgetToken(id);
  });
  return null;
}

/** What no message may repeat: all but what everyone may see anyway. A name that means nothing may be that of a secret. */
function possibleSecrets({ connector, settings }: Draft): readonly string[] {
  const declared = connectors.find(({ name }) => name === connector)?.settings ?? [];
  const open = declared.filter(({ secret }) => !secret).map(({ name }) => name);
  return Object.entries(settings).flatMap(([name, value]) => (open.includes(name) ? [] : [value]));
}

/** What a draft changes. */
interface Change {
  /** Something that only its owner may decide, and who decides it owns it. */
  readonly isOwners: boolean;
  /** The rows that are there do not fit any more. */
  readonly isAnew: boolean;
  /** The rows that are there are somebody else's. */
  readonly isOtherAccount: boolean;
}

function changeOf(
  { settings }: Connector,
  old: Connection | null,
  before: Settings,
  after: Settings,
  place: Place,
): Change {
  const changed = settings.filter(({ name }) => before[name] !== after[name]);
  const isElsewhere = old?.spreadsheet !== place.spreadsheet;
  return {
    isOwners: !old || changed.length > 0 || isElsewhere,
    isAnew: isElsewhere || changed.some(({ keepsRows }) => keepsRows !== true),
    isOtherAccount: changed.some(({ isAccount }) => isAccount === true),
  };
}

function store(connection: Connection, change: Change, secrets: Settings, old: Connection | null): void {
  if (!change.isOwners && !change.isAnew) {
    writeConnection(connection);
    return;
  }
  whileNoRun(() => {
    // The calls of the one who owned it do not see to it any more.
    if (old && old.owner !== connection.owner && readSchedule(old.id)) startTicking();
    if (change.isOwners) {
      writeSecrets(connection.id, secrets);
      forgetToken(connection.id);
    }
    writeConnection(connection);
    if (old && change.isOtherAccount) takeOver(old.id, connection.id);
    else if (change.isAnew) forgetProgress(connection.id);
  });
}

/** The new connection takes the schedule of the old one, whose tabs stay as they are. */
function takeOver(old: string, id: string): void {
  writeSchedule(id, readSchedule(old));
  deleteConnection(old);
  removeSecrets(old);
  forgetToken(old);
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
