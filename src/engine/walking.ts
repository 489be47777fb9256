import type { Table } from '../destinations/destination';
import type { Walk } from './plan-walks';
import type { PassState, WalkState } from './run-state';

/** One stream to read, with the tables that its pages fill. */
export interface WalkJob {
  readonly walk: Walk;
  /** By stream name; a stream whose table could not be opened is absent. */
  readonly tables: ReadonlyMap<string, Table>;
  /** A new pass begins from the beginning, whatever the cursor. */
  readonly fresh: boolean;
  /** When the run began. */
  readonly run: number;
  /** When it began with the connection, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** A stream in the middle of a pass. */
export interface Walking extends WalkState {
  readonly pass: PassState;
}
