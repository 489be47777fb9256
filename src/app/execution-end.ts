import { clock } from '../platform/clock';

/**
 * When this execution must have ended, in milliseconds since 1970: six minutes after whoever asks first, less some seconds, since
 * loading the script is not on our own clock. What begins an execution that does several things asks first thing.
 */
export function executionEnd(): number {
  end ??= clock.now() + EXECUTION_MS;
  return end;
}

/** Google kills an execution at six minutes (developers.google.com, Quotas for Google Services). */
const EXECUTION_MS = 6 * 60_000 - 5_000;

/** An execution starts with fresh globals, so this is its own. */
let end: number | null = null;
