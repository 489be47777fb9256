import type { Words } from '../core/model';
import type { Store } from '../platform/services';
import { adviceOf } from './advice-of';
import { endStopped } from './end-stopped';
import type { Engine, Entry, Outcome, RunOptions } from './engine';
import { runConnection, type Place, type Progress } from './run-connection';
import { readRun, writeJob, writeRun, type RunState } from './run-state';
import { tell } from './tell';
import { underWay } from './under-way';

/** Google kills an execution at six minutes: if this one is, the next begins a little later. */
const AFTER_KILL = 7 * 60_000;
/** A pause that only the clock asked for; Google's own delay comes on top. */
const SHORT_PAUSE = 1_000;
const MINUTE = 60_000;
/** Pauses in a row, each longer than the one before, after which a busy system counts as failed: some six hours. */
const MOST_WAITS = 12;
/** Executions in a row that Google may kill before the connection under way counts as failed. */
const MOST_KILLS = 10;

type Paused = Extract<Progress, { state: 'paused' }>;

/**
 * Starts a run over connections, or joins the one that is paused. Ends it where someone asks for that. Takes the lock; never
 * throws a `SyncError`.
 */
export function startRun(
  engine: Engine,
  connections: readonly string[],
  by: string,
  { relabel = false, causes = {} }: RunOptions = {},
): Outcome {
  return underLock(engine, () => {
    const paused = readRun(engine.store);
    const queue = [...new Set([...(paused?.queue ?? []), ...connections])];
    const now = engine.clock.now();
    const fresh: Omit<RunState, 'queue'> = {
      startedAt: now,
      by,
      beat: now,
      waits: 0,
      until: 0,
      mark: 0,
      kills: 0,
      relabel,
    };
    // Whoever goes on with what somebody else abandoned is asked for the rest.
    const begun = paused ? { ...countKill(paused), by } : fresh;
    const known = { ...begun.causes, ...causes };
    return drive(engine, { ...begun, queue, relabel: begun.relabel || relabel, causes: known });
  });
}

/** Goes on with the run that was paused or killed, if there is one. */
export function resumeRun(engine: Engine): Outcome {
  return underLock(engine, () => {
    const run = readRun(engine.store);
    // the hourly call may come before the time that a busy system asked for
    if (run && run.until > engine.clock.now() + MINUTE) {
      return { state: 'paused', resumesAt: run.until, reason: run.reason ?? null, entries: [] };
    }
    if (run) return drive(engine, countKill(run));
    engine.alarm.clear();
    return { state: 'finished', entries: [] };
  });
}

/** The run that has begun and not ended, or null. */
export function activeRun(store: Pick<Store, 'get'>): Pick<RunState, 'startedAt' | 'by' | 'beat'> | null {
  return readRun(store);
}

/** A run whose last execution neither paused nor ended was killed, or died of a fault of ours. */
function countKill(run: RunState): RunState {
  return { ...run, kills: run.until === 0 ? run.kills + 1 : 0 };
}

function underLock(engine: Engine, go: () => Outcome): Outcome {
  if (!engine.lock.tryAcquire()) {
    const run = readRun(engine.store);
    return { state: 'running', since: run?.startedAt ?? null, by: run?.by ?? '' };
  }
  try {
    return go();
  } finally {
    engine.lock.release();
  }
}

function drive(engine: Engine, begun: RunState): Outcome {
  engine.alarm.set(AFTER_KILL);
  let run: RunState = { ...begun, until: 0, reason: null, beat: engine.clock.now() };
  writeRun(engine.store, run);
  const entries: Entry[] = [];
  for (let id = run.queue[0]; id !== undefined; id = run.queue[0]) {
    const progress = runOne(engine, id, run);
    if (progress.state === 'paused') return pauseOrStop(engine, run, progress, entries);
    entries.push(...progress.entries);
    tell(engine, run, progress.entries);
    run = { ...run, queue: run.queue.slice(1), waits: 0, mark: 0, kills: 0, beat: engine.clock.now() };
    writeRun(engine.store, run);
    writeJob(engine.store, id, null);
  }
  // an alarm that finds no run clears itself
  writeRun(engine.store, null);
  engine.alarm.clear();
  return { state: 'finished', entries };
}

function runOne(engine: Engine, id: string, run: RunState): Progress {
  if (engine.stopAskedBy(run.startedAt) !== null) {
    return { state: 'paused', until: 0, reason: null, entries: [underWay(engine, run, id)] };
  }
  if (run.kills > MOST_KILLS) return failAtOnce(engine, id, run, killed());
  let place: Place | null;
  try {
    const connection = engine.connection(id);
    place = connection && { connection, destination: engine.destination(connection) };
  } catch (error) {
    return failAtOnce(
      engine,
      id,
      run,
      adviceOf(error, (text) => text),
    );
  }
  if (!place) return { state: 'done', entries: [] };
  return runConnection(engine, place, run, run.waits >= MOST_WAITS);
}

function failAtOnce(engine: Engine, id: string, { startedAt: run }: RunState, message: Words): Progress {
  const nothing = { title: { fr: '', en: '' }, duration: 0, read: 0, inserted: 0, updated: 0, removed: 0, requests: 0 };
  const entry = { startedAt: engine.clock.now(), run, connection: id, stream: '', status: 'failed', message } as const;
  return { state: 'done', entries: [{ ...entry, ...nothing }] };
}

function killed(): Words {
  const count = String(MOST_KILLS);
  return {
    fr: `Google a interrompu cette synchronisation plus de ${count} fois de suite : elle s’est arrêtée là. Ce qui est lu est gardé ; relancez-la, et choisissez moins de données si cela recommence.`,
    en: `Google cut this sync off more than ${count} times in a row: it stopped there. What was read is kept; sync again, and choose fewer records if it comes back.`,
  };
}

/** `entries`: of the connections that have ended. */
function pauseOrStop(engine: Engine, run: RunState, progress: Paused, entries: readonly Entry[]): Outcome {
  const by = engine.stopAskedBy(run.startedAt);
  if (by === null) return pause(engine, run, progress, [...entries, ...progress.entries]);
  return { state: 'stopped', entries: [...entries, ...endStopped(engine, run, progress.entries, by)] };
}

function pause(engine: Engine, run: RunState, progress: Paused, entries: readonly Entry[]): Outcome {
  const now = engine.clock.now();
  const mark = progress.entries.reduce((sum, { read, status }) => sum + read + (status === 'paused' ? 0 : 1), 0);
  const { reason } = progress;
  const waits = !reason ? 0 : mark > run.mark ? 1 : run.waits + 1;
  const backoff = waits > 1 ? Math.min(60, 2 ** (waits - 2)) * MINUTE : 0;
  const wait = Math.max(SHORT_PAUSE, progress.until - now, backoff);
  writeRun(engine.store, { ...run, waits, mark, until: now + wait, reason, beat: now });
  engine.alarm.set(wait);
  const told = entries.map((entry) => (reason && entry.status === 'paused' ? withReason(entry, reason) : entry));
  return { state: 'paused', resumesAt: now + wait, reason, entries: told };
}

function withReason(entry: Entry, { fr, en }: Words): Entry {
  const { message } = entry;
  return { ...entry, message: { fr: `${fr} ${message.fr}`.trimEnd(), en: `${en} ${message.en}`.trimEnd() } };
}
