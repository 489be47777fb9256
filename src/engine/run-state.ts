import type { Counts, Cursor, Words } from '../core/model';
import { parseJson } from '../core/parse-json';
import type { Store } from '../platform/services';
import type { Causes } from './engine';

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
  /** Why it is paused; absent: only because its time was over. */
  readonly reason?: Words | null;
  /** How far the connection under way had come at the last pause: rows read and streams ended. */
  readonly mark: number;
  /** Executions in a row that Google killed. */
  readonly kills: number;
  /** Labels are repeated in every row, due or not. */
  readonly relabel: boolean;
  /** Why connections of the queue are synced; absent: all by hand. */
  readonly causes?: Causes;
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
  /** Streams that this run reads from their beginning. */
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
  /** Milliseconds at work on its pages: what is left without the pauses between executions. */
  readonly worked: number;
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
  /** How the latest walk that ended did. */
  readonly ended?: WalkResult;
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
  /** Rows of it that earlier runs have read; absent: none. */
  readonly earlier?: number;
  /** Times it began again because someone rearranged a tab. */
  readonly restarts: number;
  readonly notes: readonly Note[];
  readonly tally: Tally;
}

const RUN = 'run';

/** The run that has begun and not ended; null when there is none, or none that this version can read. */
export function readRun(store: Pick<Store, 'get'>): RunState | null {
  const run = parseJson(store.get(RUN)) as Partial<RunState> | null;
  return Array.isArray(run?.queue) && typeof run.by === 'string' && isMoment(run.beat) ? (run as RunState) : null;
}

export function writeRun(store: Store, run: RunState | null): void {
  writeJson(store, RUN, run);
}

export function readJob(store: Pick<Store, 'get'>, connection: string): JobState | null {
  return parseJson(store.get(`job.${connection}`)) as JobState | null;
}

export function writeJob(store: Store, connection: string, job: JobState | null): void {
  writeJson(store, `job.${connection}`, job);
}

/** Where a stream stands; at its beginning before its first pass, and where this version cannot read how far it came. */
export function readWalk(store: Pick<Store, 'get'>, connection: string, stream: string): WalkState {
  const saved = parseJson(store.get(`cursor.${connection}.${stream}`)) as WalkState | null;
  const isOurs = [saved?.pass, saved?.ended].every(
    (part) => !part || isMoment((part as Partial<PassState>).tally?.startedAt),
  );
  return saved && isOurs ? saved : { cursor: null, pass: null, passes: 0 };
}

export function writeWalk(store: Store, connection: string, stream: string, walk: WalkState): void {
  writeJson(store, `cursor.${connection}.${stream}`, walk);
}

/** How a walk ended in the course of a job; null: it has not. */
export function endIn({ ended }: WalkState, { startedAt }: Pick<JobState, 'startedAt'>): WalkResult | null {
  return ended && ended.tally.startedAt >= startedAt ? ended : null;
}

/** The pass that is under way in the course of a job; null: there is none, or one that an earlier run left. */
export function passIn({ pass }: WalkState, { startedAt }: Pick<JobState, 'startedAt'>): PassState | null {
  return pass && pass.tally.startedAt >= startedAt ? pass : null;
}

function isMoment(value: unknown): boolean {
  return typeof value === 'number';
}

function writeJson(store: Store, name: string, value: unknown): void {
  if (value === null) store.remove(name);
  else store.set(name, JSON.stringify(value));
}
