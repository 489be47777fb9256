import { BusyError } from '../core/errors';
import { clock } from '../platform/clock';
import { documentLock } from '../platform/locks';

/**
 * Does what no run may be writing at the same time: it would save the cursor of old data after we have forgotten it, or fill a
 * tab that has gone. Throws `BusyError` when one is.
 */
export function whileNoRun(work: () => void): void {
  const lock = documentLock();
  if (!lock.tryAcquire()) {
    throw new BusyError(clock.now() + 6 * 60_000, 'The document lock is held by a run', {
      fr: 'Une synchronisation écrit en ce moment. Réessayez dans quelques minutes, ou arrêtez-la.',
      en: 'A sync is writing just now. Try again in a few minutes, or stop it.',
    });
  }
  try {
    work();
  } finally {
    lock.release();
  }
}
