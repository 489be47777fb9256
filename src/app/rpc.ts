import type { Entry } from '../engine/engine';
import type { Schedule } from './schedule';

export type { RunOptions } from '../engine/engine';

/** What pages and the command line send and receive: plain JSON, as `google.script.run` demands. */

/** What comes back instead of an exception. `advice` is a sentence in the user's language. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export interface Failure {
  readonly ok: false;
  /** The name of the error class; `Error` is a bug. */
  readonly kind: string;
  /** Which setting the user must edit, in a `SettingsError`. */
  readonly field?: string;
  readonly advice: string;
}

/** A connection as the user typed it. */
export interface Draft {
  /** The connection to change; absent: a new one. */
  readonly id?: string;
  readonly connector: string;
  /** Absent: the title it has, or the connector's. */
  readonly title?: string;
  /** Settings and secrets by name. A secret that is absent stays as it is stored; a blank one is removed. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names of the chosen streams; absent or empty: all that are not optional. */
  readonly streams?: readonly string[];
  /** The address or the id of the spreadsheet to fill; blank: the one that this script belongs to; absent: as it is. */
  readonly spreadsheet?: string;
  /** What new tabs are called, by stream; absent: as it is. */
  readonly tabs?: Readonly<Record<string, string>>;
}

/** A connection as everyone who opens the spreadsheet may see it: no secrets. */
export interface ConnectionView {
  readonly id: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly streams: readonly string[];
  /** Whose secrets it uses: an e-mail address. */
  readonly owner: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The id of the spreadsheet that it fills; absent: the one that this script belongs to. */
  readonly spreadsheet?: string;
  /** What new tabs are called, by stream, where the user said so. */
  readonly tabs?: Readonly<Record<string, string>>;
  /** When it is synced by itself; absent: never. */
  readonly schedule?: ScheduleView;
}

export interface ScheduleView extends Schedule {
  /** What the user reads: how often, at what hour, and when next, without an end. */
  readonly text: string;
}

/** How a run went so far. */
export interface RunView {
  readonly state: 'finished' | 'paused' | 'running';
  readonly entries: readonly EntryView[];
  /** When a paused run goes on by itself, in milliseconds since 1970. */
  readonly resumesAt?: number;
  /** What the user reads. */
  readonly summary: string;
}

export type EntryView = Omit<Entry, 'message'> & { readonly message: string };
