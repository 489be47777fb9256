import type { Hold, Loss } from '../../contacts/action';
import { nameOf } from '../../contacts/apply-updates';
import { fieldKey } from '../../contacts/field-key';
import { FIELDS } from '../../contacts/fields';
import { openJournal } from '../../contacts/journal';
import type { Link } from '../../contacts/link';
import { project, referenceOf } from '../../contacts/project';
import { readSides, type ContactsSync, type Sides } from '../../contacts/sides';
import { holdStatus } from '../../contacts/status-of';
import { translating } from '../../contacts/sync-contacts';
import { DataError } from '../../core/errors';
import { clock } from '../../platform/clock';
import type { Decision } from '../rpc';
import { language, say } from '../words';
import { whileNoRun } from '../while-no-run';
import { choiceId, choicesOf, optionsOf } from './choices';
import { openContactsSync } from './open-sync';
import { runContacts, type ContactsRun } from './run-contacts';

/** A hold and what the person decided. */
interface Decided {
  readonly hold: Hold;
  readonly value: string;
}

/**
 * Carries out decisions, then syncs the clients that they are about. Throws `DataError`, before anything is done, when one of them does
 * not wait any more; as a sync does; and `BusyError` while one writes.
 */
export function carryOut(decisions: readonly Decision[]): ContactsRun {
  const sync = openContactsSync();
  const pushed = new Set<number>();
  const pulled = new Set<string>();
  const chosen = new Set<string>();
  whileNoRun(() => {
    const sides = translating(() => readSides(sync, { force: true }, 'stored'));
    const decided = matched(sides, decisions);
    for (const { hold, value } of decided) {
      const { client, contact } = hold;
      if (value === 'recreate' && client) pushed.add(client.row);
      if (value === 'restoreRow' && contact) pulled.add(contact.ref);
      if (value.startsWith('use:')) (client ? chosen : pulled).add(value.slice('use:'.length));
    }
    noteLinks(sides, decided);
    removeContacts(sync, sides, decided);
  });
  return runContacts({ pushed, pulled, chosen });
}

function matched(sides: Sides, decisions: readonly Decision[]): readonly Decided[] {
  const waiting = new Map(choicesOf(sides).map((hold) => [choiceId(hold), hold]));
  return decisions.map(({ id, value }) => {
    const hold = waiting.get(id);
    if (!hold || !optionsOf(hold, sides).some((option) => option.value === value)) throw notWaiting(id);
    return { hold, value };
  });
}

function notWaiting(id: string): DataError {
  return new DataError(`contacts: no decision ${id} waits, or it has no such option`, {
    fr: 'Cette décision n’attend plus, ou autrement. Rouvrez « À décider » pour voir ce qui attend. Rien n’a été changé.',
    en: 'This decision does not wait any more, or waits for something else. Open “To decide” again to see what waits. Nothing was changed.',
  });
}

function noteLinks({ ledger, clients }: Sides, decided: readonly Decided[]): void {
  const links = new Map<string, Link | null>();
  for (const { hold, value } of decided) {
    const { link } = hold;
    if (!link) continue;
    if (value === 'archive') links.set(link.id, { ...link, state: 'archived', since: clock.now() });
    if (value === 'resume') links.set(link.id, { ...link, writes: [] });
  }
  ledger.put(links);
  const archived = decided.flatMap(({ hold: { client }, value }) => (value === 'archive' && client ? [client] : []));
  const status = say(holdStatus({ reason: 'archived', rows: [], field: null }));
  clients.mark(archived.map((client) => ({ client, id: null, status })));
}

/** What a contact held goes into the journal before Google forgets it. */
function removeContacts({ workbook }: ContactsSync, { google, ledger }: Sides, decided: readonly Decided[]): void {
  const doomed = decided.flatMap(({ hold: { link, contact }, value }) =>
    value === 'deleteContact' && link && contact ? [{ link, contact }] : [],
  );
  if (doomed.length === 0) return;
  const at = clock.now();
  const entries = doomed.flatMap(({ link, contact }) => {
    const fields = project(contact, referenceOf(link));
    const filled = FIELDS.filter((field) => fieldKey(field, fields[field]) !== '');
    return filled.map((field) => {
      const loss: Loss = {
        field,
        side: 'google',
        before: fields[field],
        after: '',
        common: link.base[field],
        rule: 'bothGone',
      };
      return { ...loss, at, run: at, link: link.id, client: nameOf({ fields }), agreedAt: link.syncedAt };
    });
  });
  openJournal(workbook, language()).append(entries);
  translating(() => {
    google.remove(doomed.map(({ contact }) => contact.ref));
  });
  ledger.put(new Map(doomed.map(({ link }) => [link.id, null])));
}
