import type { CreateRow } from './action';
import { entriesOf } from './apply-updates';
import { agreed, hasTime, type Applying } from './applying';
import { chunk } from './chunk';
import type { Link } from './link';

/**
 * Makes rows for contacts. A row has its id before its link is noted: after a kill between the two they find each other by the
 * address. Returns false when time ran out.
 */
export function applyRows(applying: Applying, actions: readonly CreateRow[]): boolean {
  const { clients, ledger, journal, report, newId } = applying;
  for (const some of chunk(actions, BATCH)) {
    if (!hasTime(applying)) return false;
    const rows = some.map((action) => ({ ...action, id: action.link?.id ?? newId() }));
    journal.append(rows.flatMap(({ losses, ...row }) => entriesOf(applying, losses, row)));
    const contacts = new Map(rows.map(({ id, contact }) => [id, contact]));
    const links = new Map<string, Link | null>();
    for (const written of clients.create(rows.map(({ id, fields }) => ({ id, fields })))) {
      const contact = contacts.get(written.id);
      if (written.state !== 'done' || !contact) continue;
      links.set(written.id, agreed(applying, written.id, contact, written.at.fields, null));
      report.created += 1;
      report.outcomes.set(written.at, { id: written.id, problem: null, conflicts: [] });
    }
    ledger.put(links);
  }
  return true;
}

const BATCH = 500;
