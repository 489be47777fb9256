import { continueContactsRun } from '../contacts/contacts-triggers';
import type { ContactsRun } from '../contacts/run-contacts';
import type { RunView } from '../rpc';
import { continueRun } from '../sync';
import { msLeft, withinAllowance } from './allowance';

/**
 * Goes on with a run that was paused or killed, when Google wakes it; null when the day's allowance is spent, and a later call goes on
 * with it.
 */
export function continueSoon(): RunView | null {
  return withinAllowance((allowance) => (msLeft(allowance) > 0 ? continueRun() : null));
}

/** The same for a sync of contacts; null also when its time has not come, or nothing is left of it. */
export function continueContactsSoon(): ContactsRun | null {
  return withinAllowance((allowance) => (msLeft(allowance) > 0 ? continueContactsRun() : null));
}
