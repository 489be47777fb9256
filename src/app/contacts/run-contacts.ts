import type { SyncRequest } from '../../contacts/settings';
import type { ContactsSync } from '../../contacts/sides';
import { syncContacts, type SyncResult, type SyncTally } from '../../contacts/sync-contacts';
import { BusyError } from '../../core/errors';
import type { Words } from '../../core/model';
import type { Cause } from '../../engine/engine';
import { adviceOf } from '../../engine/advice-of';
import { clock } from '../../platform/clock';
import { documentLock } from '../../platform/locks';
import { createAlarm } from '../alarm';
import { TICK } from '../dispatch/ticking';
import { tellRunEnds } from '../run-ends';
import { redactSeen } from '../secrets';
import { toContactsEntry, writeContactsHistory } from './contacts-history';
import {
  readContactsLast,
  readContactsRun,
  type StoredRun,
  writeContactsLast,
  writeContactsRun,
} from './contacts-store';
import { guardWords } from './guard-words';
import { addTallies, NO_TALLY } from './no-tally';
import { openContactsSync } from './open-sync';

/** How a run went so far. `running`: another sync holds the spreadsheet, and nothing was done. */
export type ContactsRun =
  { readonly state: 'running' } | (SyncResult & { readonly startedAt: number; readonly duration: number });

/** Google kills an execution at six minutes: if this one is, the next begins a little later. */
const AFTER_KILL = 7 * 60_000;

/** Wakes a sync of the contacts that is paused or was killed. */
const alarm = createAlarm('continueContacts', TICK);

/**
 * Syncs the tab Clients with Google Contacts, or goes on with a sync that is paused. What is left when this execution's time is over
 * is done by itself later. Throws `SettingsError` when it is not set up or somebody else's, and what keeps it from going on at all,
 * which the history has then too. `isUnattended`: nobody waits for it, and the history need not tell that nothing was to be done.
 * `cause`: the call from outside that starts it.
 */
export function runContacts(request: SyncRequest = {}, isUnattended = false, cause?: Call): ContactsRun {
  const sync = openContactsSync();
  const lock = documentLock();
  if (!lock.tryAcquire()) return { state: 'running' };
  try {
    return runLocked(beginRun(sync, request, isUnattended, cause), request);
  } finally {
    lock.release();
  }
}

type Call = Extract<Cause, { kind: 'call' }>;

/** Ends what wakes a sync that has nothing left to do. */
export function clearContactsAlarm(): void {
  alarm.clear();
}

/** Has the contacts synced by an execution of its own, soon. */
export function wakeContacts(): void {
  alarm.set(1000);
}

function runLocked(run: Run, request: SyncRequest): ContactsRun {
  try {
    return settle(run, syncOrPause(run.sync, request, run.startedAt, run.onWrites));
  } catch (error) {
    const tally = addTallies(run.tally, standing());
    end(run, { status: 'failed', tally, message: adviceOf(error, redactSeen) });
    throw error;
  }
}

/** What a run that goes on knows of how it began. */
type Begun = Pick<StoredRun, 'startedAt' | 'tally' | 'cause'>;

/** A run of this execution, which may go on with one that is paused. */
interface Run extends Begun {
  readonly sync: ContactsSync;
  readonly isUnattended: boolean;
  /** Single clients were chosen. */
  readonly isPart: boolean;
  /** What single clients were chosen for leaves a sync of all that is paused as it is. */
  readonly leaves: boolean;
  /** Whether something wakes the next execution. */
  isAwake: boolean;
  readonly onWrites: () => void;
}

function beginRun(
  sync: ContactsSync,
  { pushed, pulled, chosen }: SyncRequest,
  isUnattended: boolean,
  cause: Call | undefined,
): Run {
  const now = clock.now();
  const stored = readContactsRun();
  const isPart = [pushed, pulled, chosen].some((set) => set !== undefined);
  const fresh = { startedAt: now, tally: NO_TALLY, ...(cause ? { cause } : {}) };
  const begun: Begun = (isPart ? null : stored) ?? fresh;
  const leaves = isPart && stored !== null;
  const run: Run = {
    ...begun,
    ...{ sync, isUnattended, isPart, leaves, isAwake: stored !== null },
    onWrites() {
      if (leaves) return;
      alarm.set(AFTER_KILL);
      run.isAwake = true;
      writeContactsRun({ ...begun, until: now + AFTER_KILL });
    },
  };
  return run;
}

/** Nothing was done, and all stands as it did after the last sync. */
function standing(): SyncTally {
  const { clients = 0, linked = 0, held = 0, choices = 0 } = readContactsLast()?.tally ?? {};
  return { ...NO_TALLY, clients, linked, held, choices };
}

/** What waits was not looked at where a guard stopped. */
function withStanding(tally: SyncTally): SyncTally {
  const { held, choices } = standing();
  return { ...tally, held, choices };
}

/** A pause that Google asks for before anything was read is a pause like any other. */
function syncOrPause(sync: ContactsSync, request: SyncRequest, run: number, onWrites: () => void): SyncResult {
  try {
    return syncContacts(sync, request, run, onWrites);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    const tally = { ...standing(), calls: sync.people.requests() };
    return { state: 'paused', guard: null, until: error.until, note: error.advice, tally };
  }
}

function settle(run: Run, result: SyncResult): ContactsRun {
  const { startedAt } = run;
  const tally = addTallies(run.tally, result.guard ? withStanding(result.tally) : result.tally);
  const duration = clock.now() - startedAt;
  const message = result.guard ? guardWords(result.guard) : (result.note ?? NOTHING);
  if (result.state === 'paused' && !run.leaves) {
    const until = result.until ?? clock.now();
    alarm.set(Math.max(1000, until - clock.now()));
    writeContactsRun({ startedAt, tally, until, ...(run.cause ? { cause: run.cause } : {}) });
    writeContactsLast({ startedAt, duration, status: 'paused', tally, message });
  } else {
    end(run, { status: result.guard ? 'failed' : 'finished', tally, message });
  }
  return { ...result, tally, startedAt, duration };
}

const NOTHING: Words = { fr: '', en: '' };

interface End extends Pick<SyncResult, 'tally'> {
  readonly status: 'finished' | 'failed';
  readonly message: Words;
}

function end(run: Run, { status, tally, message }: End): void {
  const { sync, startedAt, leaves, isUnattended } = run;
  const ended = { startedAt, duration: clock.now() - startedAt, status, tally, message };
  writeContactsLast(ended);
  if (run.isAwake && !leaves) {
    writeContactsRun(null);
    alarm.clear();
  }
  const { created, updated, conflicts, errors } = ended.tally;
  const isIdle = status === 'finished' && created + updated + conflicts + errors === 0;
  const cause = causeOf(run);
  const entry = toContactsEntry({ ...ended, ...(cause ? { cause } : {}) });
  if (!isIdle || !isUnattended) writeContactsHistory(sync.workbook, entry);
  // Single clients tell nothing of how the sync of all does.
  if (!run.isPart) tellRunEnds([entry]);
}

/** The hourly sync of all is due whenever it comes. */
function causeOf({ cause, isUnattended, isPart, startedAt }: Run): Cause | undefined {
  return cause ?? (isUnattended && !isPart ? { kind: 'schedule', due: startedAt, merged: 0 } : undefined);
}
