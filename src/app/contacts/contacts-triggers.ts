import { clock } from '../../platform/clock';
import { userEmail } from '../../platform/session';
import { stopCalling } from '../../platform/triggers';
import { readContactsRun, readContactsSetup } from './contacts-store';
import { clearContactsAlarm, runContacts, type ContactsRun } from './run-contacts';

/** What the hourly trigger does: syncs the contacts of whoever made it; null, and no more calls, when there is nothing to sync. */
export function tickContacts(): ContactsRun | null {
  const setup = readContactsSetup();
  if (setup?.owner === userEmail() && (setup.hourly || readContactsRun())) return runContacts({}, true);
  stopCalling('hourlyContacts');
  return null;
}

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
