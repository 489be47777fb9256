import type { Api, Connector, Settings } from '../connectors/connector';
import type { Words } from '../core/model';
import type { Archive, Destination } from '../destinations/destination';
import type { Clock, Lock, Store } from '../platform/services';

/** What a run stands on. Everything the engine touches comes through here. */
export interface Engine {
  readonly clock: Clock;
  /** Where run state and cursors live: the document's properties. */
  readonly store: Store;
  readonly lock: Lock;
  readonly alarm: Alarm;
  readonly archive: Archive;
  readonly history: History;
  /** When this execution must have ended, in milliseconds since 1970: Google kills it at six minutes. */
  readonly deadline: number;
  /** A configured connection, with its secrets, or null when it was deleted. Throws `SyncError`s of its own. */
  connection(id: string): EngineConnection | null;
  /** Where a connection's rows go. Throws `SettingsError` when that place cannot be opened. */
  destination(connection: EngineConnection): Destination;
  /** The way to ask a connection's system. Waits past `deadline` become `BusyError`s. Throws `SettingsError`. */
  open(connection: EngineConnection): CountingApi;
  /** Who asked the run that began at `run` to end, by e-mail address; null: nobody. Cheap: it may be asked before each page. */
  stopAskedBy(run: number): string | null;
  /** Shows the user where the run is. */
  progress(words: Words): void;
  /** Writes a line for us into the execution's log; it holds no secret. */
  log(text: string): void;
}

export interface EngineConnection {
  readonly id: string;
  readonly title: string;
  readonly connector: Connector;
  /** Settings and secrets together, by setting name. */
  readonly settings: Settings;
  /** Names of the chosen streams; empty: all that are not optional. */
  readonly streams: readonly string[];
  /** The id of the spreadsheet that its tabs stand in; null: the one that this script belongs to. */
  readonly spreadsheet: string | null;
  /** What the user wants new tabs to be called, by stream. */
  readonly tabs: Readonly<Record<string, string>>;
  /** Each run reads everything, not only what changed. */
  readonly readsAll: boolean;
}

/** What a run does beside its usual work. */
export interface RunOptions {
  /** Repeats the other streams' records in every row of those that have labels, due or not. */
  readonly relabel?: boolean;
  /** Why it is started, by connection, where nobody does it by hand. */
  readonly causes?: Causes;
}

/** By the id of a connection. */
export type Causes = Readonly<Record<string, Cause>>;

/**
 * What started a run that nobody started by hand: its schedule, `due` at an instant, together with `merged` earlier times that
 * had no run; or a call from outside, of that `id`.
 */
export type Cause =
  | { readonly kind: 'schedule'; readonly due: number; readonly merged: number }
  | { readonly kind: 'call'; readonly id: string };

export interface CountingApi extends Api {
  /** Requests sent so far, retries included. */
  requests(): number;
  /** `text` without the connection's secrets. */
  redact(text: string): string;
}

/** The trigger that resumes a run after this execution has ended or was killed. */
export interface Alarm {
  /** Replaces any earlier one: wakes the run in `ms` milliseconds. */
  set(ms: number): void;
  clear(): void;
}

export interface History {
  append(entries: readonly Entry[]): void;
}

/** How one stream of a run went, over all its executions. */
export interface Entry {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** From the first execution to the last, in milliseconds. */
  readonly duration: number;
  /** When the run began that it is part of. */
  readonly run: number;
  readonly connection: string;
  readonly stream: string;
  /** What the user calls the stream; blank: the connection as a whole. */
  readonly title: Words;
  /** `missed`: it was due and did not begin. */
  readonly status: 'finished' | 'paused' | 'stopped' | 'failed' | 'unavailable' | 'missed';
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly removed: number;
  readonly requests: number;
  readonly message: Words;
  /** Absent: somebody started it by hand. */
  readonly cause?: Cause;
  /** What only a sync in both directions counts. */
  readonly sides?: SideCounts;
}

/** Clients of a sync in both directions. */
export interface SideCounts {
  /** Nothing was to be done. */
  readonly skipped: number;
  /** Both sides had changed the same field. */
  readonly conflicts: number;
  /** They wait for the user. */
  readonly held: number;
  readonly errors: number;
}

/** What the caller of a run learns. */
export type Outcome =
  | { readonly state: 'finished'; readonly entries: readonly Entry[] }
  /** Goes on by itself at `resumesAt` (milliseconds since 1970); `reason`: why it waits; null: its time was over. */
  | {
      readonly state: 'paused';
      readonly resumesAt: number;
      readonly reason: Words | null;
      readonly entries: readonly Entry[];
    }
  /** Ended because someone asked for it; what was read stays. */
  | { readonly state: 'stopped'; readonly entries: readonly Entry[] }
  /** Another execution holds the lock; `since` and `by` say which run, when that is known. */
  | { readonly state: 'running'; readonly since: number | null; readonly by: string };
