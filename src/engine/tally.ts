import { addCounts, NO_COUNTS, type Counts } from '../core/model';
import type { Tally } from './run-state';

/** The tally of a walk that has done nothing yet. */
export function newTally(now: number): Tally {
  return { startedAt: now, endedAt: now, worked: 0, requests: 0, rows: {} };
}

/** A tally with `read` more rows of a stream, and what they changed. */
export function addRows(tally: Tally, stream: string, read: number, counts: Counts = NO_COUNTS): Tally {
  const before = tally.rows[stream] ?? { ...NO_COUNTS, read: 0 };
  const after = { ...addCounts(before, counts), read: before.read + read };
  return { ...tally, rows: { ...tally.rows, [stream]: after } };
}
