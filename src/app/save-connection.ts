import type { Connector } from '../connectors/connector';
import { clock } from '../platform/clock';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import { checkDraft } from './check-draft';
import {
  allConnections,
  type Connection,
  deleteConnection,
  forgetProgress,
  readConnection,
  writeConnection,
} from './connections';
import { checkOwnSecrets, type Drafted, readDrafted } from './drafted';
import { newId } from './new-id';
import { type Place, placeOf } from './place';
import type { Draft } from './rpc';
import type { Schedule } from './schedule';
import { readSchedule, toRhythm, writeSchedule } from './schedules';
import { removeSecrets, writeSecrets } from './secrets';
import { serveSchedules, startSchedule } from './start-schedule';
import { stopTicking } from './dispatch/ticking';
import { forgetToken } from './tokens';
import { whileNoRun } from './while-no-run';

/**
 * Stores a new or changed connection: its secrets with the person who typed them, who owns it from then on, the rest
 * with the spreadsheet. Settings and secrets that mean other data, and another place for it, make the next run read
 * everything again; those that mean another account make another connection of it. Throws `SettingsError` naming the field
 * to mend, `BusyError` while a run holds the spreadsheet.
 */
export function storeConnection(draft: Draft): Connection {
  const drafted = readDrafted(draft);
  const { connector, old, settings, secrets } = drafted;
  const place = placeOf(draft, old);
  const change = changeOf(drafted, place);
  // Someone else may rename a connection or choose its streams; new settings need secrets of their own.
  if (change.isOwners) checkOwnSecrets(draft, drafted);
  checkDraft(draft, connector, change.isOwners ? { ...settings, ...secrets } : null);
  // Opened to see that it can be.
  if (place.spreadsheet !== undefined && place.spreadsheet !== old?.spreadsheet) openWorkbook(place.spreadsheet);
  const isFull = (draft.mode ?? old?.mode) === 'full';
  const connection: Connection = {
    id: old && !change.isOtherAccount ? old.id : newId(),
    connector: connector.name,
    title: titleOf(draft, old, connector),
    settings,
    streams: draft.streams ?? old?.streams ?? [],
    owner: old && !change.isOwners ? old.owner : userEmail(),
    ...(old?.needsSecrets && !change.isOwners ? { needsSecrets: true } : {}),
    createdAt: old?.createdAt ?? new Date(clock.now()).toISOString(),
    ...place,
    ...(isFull ? { mode: 'full' } : {}),
  };
  const before = old && readSchedule(old.id);
  const schedule = planSchedule(connection, draft, before, old);
  store(connection, change, drafted);
  if (schedule !== before || (schedule && connection.id !== old?.id)) writeSchedule(connection.id, schedule);
  if (before && !schedule) stopTicking();
  return connection;
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

function changeOf({ connector, old, before, settings, secrets }: Drafted, place: Place): Change {
  const after = { ...settings, ...secrets };
  const changed = connector.settings.filter(({ name }) => before[name] !== after[name]);
  const isElsewhere = old?.spreadsheet !== place.spreadsheet;
  return {
    isOwners: !old || changed.length > 0 || isElsewhere,
    isAnew: isElsewhere || changed.some(({ keepsRows }) => keepsRows !== true),
    isOtherAccount: changed.some(({ isAccount }) => isAccount === true),
  };
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

/** One that stays as it is comes back itself. */
function planSchedule(
  connection: Connection,
  { schedule: wanted }: Draft,
  before: Schedule | null,
  old: Connection | null,
): Schedule | null {
  if (wanted === null) return null;
  const isNew = wanted && (!before || JSON.stringify(toRhythm(wanted)) !== JSON.stringify(toRhythm(before)));
  if (isNew) return startSchedule(connection, wanted);
  // The trigger of the one who owned it does not see to it any more.
  if (before && !before.paused && old?.owner !== connection.owner) serveSchedules();
  return before;
}

function store(connection: Connection, change: Change, { old, secrets }: Drafted): void {
  if (!change.isOwners) {
    readConnection(connection.id);
    writeConnection(connection);
    return;
  }
  const write = (): void => {
    if (old) readConnection(old.id);
    writeSecrets(connection.id, secrets);
    forgetToken(connection.id);
    writeConnection(connection);
    if (old && change.isOtherAccount) remove(old.id);
    else if (change.isAnew) forgetProgress(connection.id);
  };
  // No run knows a connection that is not there yet.
  if (old) whileNoRun(write);
  else write();
}

/** Its tabs stay as they are. */
function remove(id: string): void {
  deleteConnection(id);
  removeSecrets(id);
  forgetToken(id);
}
