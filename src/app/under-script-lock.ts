import { BusyError } from '../core/errors';
import type { Words } from '../core/model';
import { clock } from '../platform/clock';
import { scriptLock } from '../platform/locks';

/** Does what takes a moment and no two executions may do at once. Throws `BusyError` with `advice` when another one is at it for long. */
export function underScriptLock<T>(advice: Words, work: () => T): T {
  const lock = scriptLock();
  if (!lock.tryAcquire()) throw new BusyError(clock.now() + 60_000, 'The script lock was not free', advice);
  try {
    return work();
  } finally {
    lock.release();
  }
}
