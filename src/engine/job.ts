import type { Table } from '../destinations/destination';
import type { Engine, EngineConnection } from './engine';
import { planWalks, type WalkPlan } from './plan-walks';
import { readJob, writeJob, type JobState } from './run-state';

/** A connection in the hands of one execution of a run. */
export interface Job {
  readonly connection: EngineConnection;
  readonly plan: WalkPlan;
  /** By stream name, those that could be opened. */
  readonly tables: ReadonlyMap<string, Table>;
  /** By stream name, what was thrown where a table could not be opened. */
  readonly failures: ReadonlyMap<string, { readonly error: unknown }>;
  state: JobState;
}

/** Opens the tables of a connection's streams and finds where the run that began at `run` stands with it. */
export function openJob(engine: Engine, connection: EngineConnection, run: number): Job {
  const plan = planWalks(connection.connector.streams(connection.settings), connection.streams);
  const tables = new Map<string, Table>();
  const failures = new Map<string, { error: unknown }>();
  for (const { name, title, key, columns, mode } of plan.targets) {
    try {
      const id = `${connection.id}/${name}`;
      tables.set(name, engine.destination.open({ id, title, key, columns, mode, owner: connection.title }));
    } catch (error) {
      failures.set(name, { error });
    }
  }
  const fresh = [...tables].filter(([, table]) => table.needsAll).map(([name]) => name);
  const saved = readJob(engine.store, connection.id);
  // what a killed run left behind says nothing about this one
  if (saved?.run === run) return { connection, plan, tables, failures, state: saved };
  const state = { run, startedAt: engine.clock.now(), checked: false, requests: 0, fresh, done: {} };
  writeJob(engine.store, connection.id, state);
  return { connection, plan, tables, failures, state };
}

/** Changes what is known of a job, here and in the properties. */
export function saveJob(engine: Engine, job: Job, change: Partial<JobState>): void {
  job.state = { ...job.state, ...change };
  writeJob(engine.store, job.connection.id, job.state);
}
