import type { Walk } from './plan-walks';
import type { PassState, Tally } from './run-state';

/** How far a pass has come. */
export interface PassProgress {
  /** Rows read since the pass began, by earlier runs too. */
  readonly read: number;
  /** Rows a minute of work; 0 while none came. */
  readonly rate: number;
  /** Milliseconds of work until the total is reached; 0 when it cannot be told. */
  readonly left: number;
}

/** How far a pass has come, and how fast it comes forward while an execution is at work on it. */
export function readPass(walk: Walk, { tally, total, earlier = 0 }: PassState): PassProgress {
  const rows = rowsRead(walk, tally);
  const read = earlier + rows;
  const speed = tally.worked > 0 ? rows / tally.worked : 0;
  const left = speed > 0 && total > read ? (total - read) / speed : 0;
  return { read, rate: speed * 60_000, left };
}

/** Rows of the kind that a walk reads; where that has no tab of its own, those of the kinds that it fills. */
export function rowsRead({ stream, fed }: Walk, { rows }: Tally): number {
  return rows[stream.name]?.read ?? fed.reduce((sum, { name }) => sum + (rows[name]?.read ?? 0), 0);
}
