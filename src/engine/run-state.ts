import type { Counts, Cursor, Words } from '../core/model';
import type { Store } from '../platform/services';

/** A run that has begun and not ended, in the document's properties. */
export interface RunState {
  readonly startedAt: number;
  readonly by: string;
  /** When the run last gave a sign of life. */
  readonly beat: number;
  /** Connections still to do; the first is under way. */
  readonly queue: readonly string[];
  /** Pauses in a row without a page between them. */
  readonly waits: number;
  /** When it goes on, in milliseconds since 1970, while it is paused; else 0. */
  readonly until: number;
  /** How far the connection under way had come at the last pause: rows read and streams ended. */
  readonly mark: number;
  /** Executions in a row that Google killed. */
  readonly kills: number;
  /** Labels are repeated in every row, due or not. */
  readonly relabel: boolean;
}

/** What a run has done for the connection under way. */
export interface JobState {
  /** When the run began to which this belongs. */
  readonly run: number;
  readonly startedAt: number;
  /** The sign-in was tried and works. */
  readonly checked: boolean;
  /** Requests sent to check the sign-in. */
  readonly requests: number;
  /** Streams whose tabs must be filled from the beginning. */
  readonly fresh: readonly string[];
  /** Copies of tables, by stream, that have begun. */
  readonly files: Readonly<Record<string, FileState>>;
}

/** A table's copy on its way into a file. */
export interface FileState {
  /** The next piece; null: the first. */
  readonly cursor: Cursor | null;
  /** Null while there are pieces left. */
  readonly status: 'finished' | 'failed' | null;
  readonly notes: readonly Words[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly rows: number;
  readonly requests: number;
}

/** What the user should know, about one of the streams that a walk fills or (without `of`) about all of them. */
export interface Note extends Words {
  readonly of?: string;
}

export interface WalkResult {
  readonly status: 'finished' | 'failed' | 'unavailable';
  /** Why it failed or is unavailable, and what else the user should know. */
  readonly notes: readonly Note[];
  readonly tally: Tally;
}

/** What a walk has done so far, over all its executions. */
export interface Tally {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly requests: number;
  /** By stream: rows that came and what they changed. */
  readonly rows: Readonly<Record<string, Counts & { readonly read: number }>>;
}

/** Where a stream stands: kept between runs. */
export interface WalkState {
  /** The next page, or where the next pass begins; null: from the beginning. */
  readonly cursor: Cursor | null;
  /** The pass under way. */
  readonly pass: PassState | null;
  /** How many passes were begun, so that each has a name of its own. */
  readonly passes: number;
  /** When its labels were last repeated in every row, in milliseconds since 1970. */
  readonly labelledAt?: number;
  /** How the walk ended in the run that began at `run`. */
  readonly ended?: WalkResult & { readonly run: number };
}

export interface PassState {
  /** It began without a cursor, so that it brings every row. */
  readonly isFull: boolean;
  /** Pages written. */
  readonly page: number;
  /** Whether its end removes the rows it did not see; null before the first page. */
  readonly sweeps: boolean | null;
  /** Rows that the whole pass will bring, 0 when unknown. */
  readonly total: number;
  /** Times it began again because someone rearranged a tab. */
  readonly restarts: number;
  readonly notes: readonly Note[];
  readonly tally: Tally;
}

const RUN = 'run';

export function readRun(store: Store): RunState | null {
  return readJson(store, RUN) as RunState | null;
}

export function writeRun(store: Store, run: RunState | null): void {
  writeJson(store, RUN, run);
}

export function readJob(store: Store, connection: string): JobState | null {
  return readJson(store, `job.${connection}`) as JobState | null;
}

export function writeJob(store: Store, connection: string, job: JobState | null): void {
  writeJson(store, `job.${connection}`, job);
}

export function readWalk(store: Store, connection: string, stream: string): WalkState {
  const saved = readJson(store, `cursor.${connection}.${stream}`) as WalkState | null;
  return saved ?? { cursor: null, pass: null, passes: 0 };
}

export function writeWalk(store: Store, connection: string, stream: string, walk: WalkState): void {
  writeJson(store, `cursor.${connection}.${stream}`, walk);
}

function readJson(store: Store, name: string): unknown {
  const text = store.get(name);
  return text === null ? null : JSON.parse(text);
}

function writeJson(store: Store, name: string, value: unknown): void {
  if (value === null) store.remove(name);
  else store.set(name, JSON.stringify(value));
}
