import type { StreamFile } from '../connectors/connector';
import { BusyError } from '../core/errors';
import type { Table } from '../destinations/destination';
import { adviceOf } from './advice-of';
import type { Engine } from './engine';
import { saveJob, type Job } from './job';
import { mustEnd } from './must-end';
import type { FileState } from './run-state';
import { waitOf, type Wait } from './wait';

/** What a piece may take at least. */
const SHORTEST_PIECE = 20_000;

/**
 * Makes the copy of each table that has one, where its stream was read to the end: an earlier copy stays until the new one
 * is complete. Returns null when none is left to make, else why it does not go on. `givesUp`: a busy archive is a failure now.
 */
export function writeFiles(engine: Engine, job: Job, givesUp: boolean): Wait | null {
  for (const { name, file } of job.plan.targets) {
    const table = job.tables.get(name);
    if (!file || !table || job.done.get(name)?.status !== 'finished') continue;
    const wait = writeFile(engine, job, name, file, table, givesUp);
    if (wait) return wait;
  }
  return null;
}

function writeFile(
  engine: Engine,
  job: Job,
  stream: string,
  file: StreamFile,
  table: Table,
  givesUp: boolean,
): Wait | null {
  const target = { id: `${job.connection.id}/${stream}`, ...file };
  let state = job.state.files[stream] ?? newFile(engine.clock.now());
  let longest = SHORTEST_PIECE;
  const save = (change: Partial<FileState>): void => {
    state = { ...state, ...change, endedAt: engine.clock.now() };
    saveJob(engine, job, { files: { ...job.state.files, [stream]: state } });
  };
  while (state.status === null) {
    const startedAt = engine.clock.now();
    if (mustEnd(engine, job.state.run, longest)) return { until: startedAt, reason: null };
    try {
      const step = engine.archive.write(table, target, state.cursor);
      const requests = state.requests + step.requests;
      save({ cursor: step.cursor, rows: step.rows, requests, status: step.done ? 'finished' : null });
      longest = Math.max(longest, 1.5 * (engine.clock.now() - startedAt));
    } catch (error) {
      if (error instanceof BusyError && !givesUp) return waitOf(error, (text) => text);
      engine.log(`${file.name}: ${String(error)}`);
      save({ status: 'failed', notes: [adviceOf(error, (text) => text)] });
    }
  }
  return null;
}

function newFile(now: number): FileState {
  return { cursor: null, status: null, notes: [], startedAt: now, endedAt: now, rows: 0, requests: 0 };
}
