import { alert, toast } from '../../platform/screen';
import { attempt } from '../attempt';
import type { Result } from '../rpc';
import { showSidebar } from '../sidebar';
import { showFailure } from '../sync-menu';
import { contactsIn } from './contacts-store';
import { documentStore } from '../../platform/property-stores';
import { putBackSelected } from './journal-values';
import { pushSelected } from './push-rows';
import { runContacts, type ContactsRun } from './run-contacts';
import { toContactsRunView } from './run-words';

/** Syncs the contacts and tells the user how it went; before the first time, the sidebar shows what a sync would do. */
export function syncContactsFromMenu(): void {
  const { setup, last } = contactsIn(documentStore().all());
  if (!setup || !last) showSidebar({ name: 'contacts' });
  else showRun(attempt(() => runContacts()));
}

/** Sends the selected rows to Google and tells the user how it went. */
export function pushFromMenu(): void {
  showRun(attempt(pushSelected));
}

/** Puts back the value of the selected rows of the Journal. */
export function putBackFromMenu(): void {
  const done = attempt(putBackSelected);
  if (done.ok) toast(done.value, 'Sync', 15);
  else showFailure(done);
}

function showRun(result: Result<ContactsRun>): void {
  if (!result.ok) {
    showFailure(result);
    return;
  }
  const { state, summary } = toContactsRunView(result.value);
  if (state === 'finished' || state === 'paused') toast(summary, 'Sync', 15);
  else alert('Sync', summary);
}
