import { endStopped } from './end-stopped';
import type { Engine, Entry } from './engine';
import { readRun } from './run-state';
import { underWay } from './under-way';

/**
 * Ends, as `by` asked, the run that began at `startedAt` when it is paused or was killed. Returns how it ended; null when
 * an execution is at work on it, or it has ended. Takes the lock.
 */
export function stopRun(
  engine: Pick<Engine, 'alarm' | 'clock' | 'history' | 'lock' | 'log' | 'store'>,
  startedAt: number,
  by: string,
): readonly Entry[] | null {
  if (!engine.lock.tryAcquire()) return null;
  try {
    const run = readRun(engine.store);
    if (run?.startedAt !== startedAt) return null;
    const entries = run.queue.slice(0, 1).map((id) => underWay(engine, run, id));
    return endStopped(engine, run, entries, by);
  } finally {
    engine.lock.release();
  }
}
