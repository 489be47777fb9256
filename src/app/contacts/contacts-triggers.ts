import { clock } from '../../platform/clock';
import { readContactsRun } from './contacts-store';
import { clearContactsAlarm, runContacts, type ContactsRun } from './run-contacts';

/** Goes on with a sync that was paused or killed; null when its time has not come, or nothing is left of it. */
export function continueContactsRun(): ContactsRun | null {
  const run = readContactsRun();
  if (!run) {
    clearContactsAlarm();
    return null;
  }
  // the hourly call may come before the time that was agreed on
  return run.until > clock.now() + MINUTE ? null : runContacts({}, true);
}

const MINUTE = 60_000;
