import { BusyError, SettingsError, SignInError, UnavailableError } from '../core/errors';
import type { Words } from '../core/model';
import { adviceOf } from './advice-of';
import type { Destination } from '../destinations/destination';
import type { CountingApi, Engine, EngineConnection, Entry } from './engine';
import { toEntries } from './entries';
import { endWalk, openJob, saveJob, type Job } from './job';
import { mustEnd } from './must-end';
import type { Walk } from './plan-walks';
import { relabelStreams } from './relabel';
import type { RunState, WalkResult } from './run-state';
import { newTally } from './tally';
import { savedTally, SHORTEST_PAGE, targetsOf, walk } from './walk';
import type { WalkJob } from './walking';
import { waitOf, type Wait } from './wait';
import { writeFiles } from './write-files';

/** How one execution left a connection. */
export type Progress =
  | { readonly state: 'done'; readonly entries: readonly Entry[] }
  | ({ readonly state: 'paused'; readonly entries: readonly Entry[] } & Wait);

/** Why a step did not end well: the user's sentence, or when to try again. */
type Stop =
  ({ readonly kind: 'wait' } & Wait) | { readonly kind: 'end'; readonly result: WalkResult; readonly endsAll: boolean };

/** A connection and where its rows go. */
export interface Place {
  readonly connection: EngineConnection;
  readonly destination: Destination;
}

/**
 * Goes on with a connection where the run stands: checks the sign-in once, reads its streams in order, then repeats labels
 * and makes the copies of tables. An error of one stream ends that stream, a refused sign-in or setting ends them all.
 * `givesUp`: a busy system is a failure now.
 */
export function runConnection(engine: Engine, place: Place, run: RunState, givesUp: boolean): Progress {
  const { connection } = place;
  const job = openJob(engine, connection, place.destination, run.startedAt);
  const stop = readStreams(engine, connection, job, givesUp);
  if (stop?.kind === 'end') {
    const left = job.plan.walks.filter(({ stream }) => !job.done.has(stream.name));
    for (const { stream } of left) endWalk(engine, job, stream.name, stop.result);
  }
  const wait = stop?.kind === 'wait' ? stop : finishJob(engine, job, run.relabel, givesUp);
  const entries = toEntries(engine, job);
  return wait ? { state: 'paused', until: wait.until, reason: wait.reason, entries } : { state: 'done', entries };
}

/** What comes after all readings; null when nothing is left. */
function finishJob(engine: Engine, job: Job, relabel: boolean, givesUp: boolean): Wait | null {
  const late = relabelStreams(engine, job, relabel);
  return late ? { ...late, reason: null } : writeFiles(engine, job, givesUp);
}

/** Null when every stream has ended; otherwise why the rest did not begin. */
function readStreams(engine: Engine, connection: EngineConnection, job: Job, givesUp: boolean): Stop | null {
  const api = signIn(engine, connection, job, givesUp);
  if ('kind' in api) return api;
  for (const next of job.plan.walks) {
    if (job.done.has(next.stream.name)) continue;
    if (mustEnd(engine, job.state.run, SHORTEST_PAGE)) return { kind: 'wait', until: engine.clock.now(), reason: null };
    const stop = readStream(engine, connection, api, job, next, givesUp);
    if (stop.kind === 'wait') return stop;
    if (stop.result.status === 'finished') job.done.set(next.stream.name, stop.result);
    else endWalk(engine, job, next.stream.name, stop.result);
    if (stop.endsAll) return { ...stop, result: { ...stop.result, tally: newTally(engine.clock.now()) } };
  }
  return null;
}

function signIn(engine: Engine, connection: EngineConnection, job: Job, givesUp: boolean): CountingApi | Stop {
  let api: CountingApi | null = null;
  try {
    api = engine.open(connection);
    if (!job.state.checked) {
      connection.connector.check(api);
      saveJob(engine, job, { checked: true, requests: job.state.requests + api.requests() });
    }
    return api;
  } catch (error) {
    const stop = toStop(engine, error, givesUp, api, connection.title);
    saveJob(engine, job, { requests: job.state.requests + (api?.requests() ?? 0) });
    if (stop.kind === 'wait') return stop;
    return { ...stop, endsAll: true, result: { ...stop.result, status: 'failed' } };
  }
}

function readStream(
  engine: Engine,
  connection: EngineConnection,
  api: CountingApi,
  job: Job,
  next: Walk,
  givesUp: boolean,
): Stop {
  const tables = job.tables;
  const fresh = targetsOf(next).some((name) => job.state.fresh.includes(name));
  const { run, startedAt } = job.state;
  const walkJob: WalkJob = { walk: next, tables, fresh, run, startedAt };
  const unopened = job.failures.get(next.stream.name);
  try {
    if (targetsOf(next).every((name) => !tables.has(name)) && unopened) throw unopened.error;
    const result = walk(engine, connection, api, walkJob);
    if (result) return { kind: 'end', result, endsAll: false };
    return { kind: 'wait', until: engine.clock.now(), reason: null };
  } catch (error) {
    const stop = toStop(engine, error, givesUp, api, connection.title);
    if (stop.kind === 'wait') return stop;
    return { ...stop, result: { ...stop.result, tally: savedTally(engine, connection, walkJob) } };
  }
}

function toStop(engine: Engine, error: unknown, givesUp: boolean, api: CountingApi | null, title: string): Stop {
  const redact = (text: string): string => api?.redact(text) ?? text;
  if (error instanceof BusyError && !givesUp) return { kind: 'wait', ...waitOf(error, redact) };
  engine.log(redact(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
  const notes = [error instanceof BusyError ? tooLong(title) : adviceOf(error, redact)];
  const status = error instanceof UnavailableError ? 'unavailable' : 'failed';
  const endsAll = error instanceof SignInError || error instanceof SettingsError;
  return { kind: 'end', result: { status, notes, tally: newTally(engine.clock.now()) }, endsAll };
}

/** What a busy system's own error says promises to go on, which is over now. */
function tooLong(title: string): Words {
  return {
    fr: `${title} est resté indisponible ou trop sollicité pendant des heures : la synchronisation s’est arrêtée là. Ce qui est déjà lu est gardé ; relancez plus tard, elle reprendra où elle en était.`,
    en: `${title} stayed unavailable or overloaded for hours: the sync stopped there. What was read is kept; sync again later, and it goes on where it was.`,
  };
}
