import { SettingsError, SyncError } from '../core/errors';
import { adviceOf } from '../engine/advice-of';
import type { Failure, Result } from './rpc';
import { redactSeen } from './secrets';
import { say } from './words';

/** What `work` returns, or why it failed in the user's words: nothing is thrown. */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return toFailure(error);
  }
}

/**
 * What `work` returns to Google, which ignores it. Throws the advice when it fails: nobody looks at a trigger, so that
 * Google's list of failed executions, and its e-mail to the owner, must say it.
 */
export function attemptUnseen<T>(work: () => T): T {
  const result = attempt(work);
  if (result.ok) return result.value;
  throw new Error(result.advice);
}

function toFailure(error: unknown): Failure {
  return {
    ok: false,
    kind: error instanceof SyncError ? error.name : 'Error',
    ...(error instanceof SettingsError ? { field: error.field } : {}),
    advice: say(adviceOf(error, redactSeen)),
    details: redactSeen(detailsOf(error)),
  };
}

/** The class of an error and what it says. A text that is not ours may go on with lines of the program. */
function detailsOf(error: unknown): string {
  if (error instanceof SyncError) return `${error.name}: ${error.message}`;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return `${name}: ${message.split('\n', 1).join()}`;
}
