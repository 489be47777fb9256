import type { BusyError } from '../core/errors';
import type { Words } from '../core/model';
import { adviceOf } from './advice-of';

/** Why a run does not go on in this execution. */
export interface Wait {
  /** When to try again, in milliseconds since 1970. */
  readonly until: number;
  /** The user’s sentence about the system that asked to wait; null: time is up, or the run was asked to end. */
  readonly reason: Words | null;
}

/** The wait that a busy system asks for; `redact` takes secrets out of its reason. */
export function waitOf(error: BusyError, redact: (text: string) => string): Wait {
  // it is kept in a property
  return { until: error.until, reason: adviceOf(error, (text) => redact(text).slice(0, 300)) };
}
