import type { Stream } from '../connectors/connector';
import type { Destination, Table, Target } from '../destinations/destination';
import type { Engine, EngineConnection } from './engine';
import { planWalks, type WalkPlan } from './plan-walks';
import { endIn, readJob, readWalk, writeJob, writeWalk, type JobState, type WalkResult } from './run-state';

/** A connection in the hands of one execution of a run. */
export interface Job {
  readonly connection: EngineConnection;
  readonly plan: WalkPlan;
  /** By stream name, those that could be opened. */
  readonly tables: ReadonlyMap<string, Table>;
  /** By stream name, what was thrown where a table could not be opened. */
  readonly failures: ReadonlyMap<string, { readonly error: unknown }>;
  state: JobState;
  /** By name of the stream read, those that have ended in this run. */
  readonly done: Map<string, WalkResult>;
}

/** Opens the tables of a connection's streams and finds where the run that began at `run` stands with it. */
export function openJob(engine: Engine, connection: EngineConnection, destination: Destination, run: number): Job {
  const plan = planWalks(connection.connector.streams(connection.settings), connection.streams);
  const tables = new Map<string, Table>();
  const failures = new Map<string, { error: unknown }>();
  for (const stream of plan.targets) {
    try {
      tables.set(stream.name, destination.open(toTarget(connection, stream)));
    } catch (error) {
      failures.set(stream.name, { error });
    }
  }
  const fresh = [...tables].filter(([, table]) => connection.readsAll || table.needsAll).map(([name]) => name);
  const job = { connection, plan, tables, failures, done: new Map<string, WalkResult>() };
  const saved = readJob(engine.store, connection.id);
  // what a killed run left behind says nothing about this one
  if (saved?.run !== run) {
    const state = { run, startedAt: engine.clock.now(), checked: false, requests: 0, fresh, files: {} };
    writeJob(engine.store, connection.id, state);
    return { ...job, state };
  }
  for (const { stream } of plan.walks) {
    const ended = endIn(readWalk(engine.store, connection.id, stream.name), saved);
    if (ended) job.done.set(stream.name, ended);
  }
  return { ...job, state: saved };
}

/** Changes what is known of a job, here and in the properties. */
export function saveJob(engine: Engine, job: Job, change: Partial<JobState>): void {
  job.state = { ...job.state, ...change };
  writeJob(engine.store, job.connection.id, job.state);
}

/** Notes how a walk ended that did not finish: one that does notes it itself. */
export function endWalk(engine: Engine, job: Job, stream: string, result: WalkResult): void {
  const walk = readWalk(engine.store, job.connection.id, stream);
  writeWalk(engine.store, job.connection.id, stream, { ...walk, ended: result });
  job.done.set(stream, result);
}

function toTarget(connection: EngineConnection, stream: Stream): Target {
  const { name, key, columns, mode, version, slimming } = stream;
  const chosen = connection.tabs[name];
  const title = chosen === undefined ? stream.title : { fr: chosen, en: chosen };
  return { id: `${connection.id}/${name}`, title, key, columns, mode, owner: connection.title, version, slimming };
}
