import { contactsIn } from '../contacts/contacts-store';
import { continueContactsRun } from '../contacts/contacts-triggers';
import { runContacts, wakeContacts } from '../contacts/run-contacts';
import { attempt } from '../attempt';

/**
 * Syncs a person's contacts where they are synced every hour, or goes on with a sync that has not ended, when its time has come.
 * `isLate`: this execution has no time left for it, and another one is to begin soon. What fails is in the history, and keeps
 * nothing else from being done.
 */
export function tickContacts(properties: Readonly<Record<string, string>>, person: string, isLate: boolean): void {
  const { setup, run } = contactsIn(properties);
  if (setup?.owner !== person || !(setup.hourly || run)) return;
  if (isLate) wakeContacts();
  else attempt(() => (run ? continueContactsRun() : runContacts({}, true)));
}
