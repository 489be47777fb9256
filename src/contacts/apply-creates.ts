import { PeopleError } from '../core/errors';
import type { Words } from '../core/model';
import type { CreateContact } from './action';
import { entriesOf } from './apply-updates';
import { agreed, hasTime, type Applying } from './applying';
import { chunk } from './chunk';
import type { Contact } from './contact';
import type { Link } from './link';
import type { Written } from './replica';
import { holdStatus } from './status-of';

/** A new contact on its way: the row and the link have one id, which the contact gets as its mark. */
interface Birth {
  readonly action: CreateContact;
  readonly id: string;
}

/**
 * Makes contacts for rows. What is asked for is noted first, so that an answer that gets lost, or a kill, makes no second
 * contact: the next run looks for the mark. Returns false when time ran out before all were asked for.
 */
export function applyCreates(applying: Applying, actions: readonly CreateContact[]): boolean {
  const births = chooseIds(applying, actions);
  if (births.length === 0) return true;
  applying.clients.mark(births.map(({ action: { client }, id }) => ({ client, id, status: client.status })));
  for (const batch of chunk(births, BATCH)) {
    if (applying.report.creationsEnded) break;
    if (!hasTime(applying)) return false;
    createBatch(applying, batch);
  }
  const { report } = applying;
  if (report.creationsEnded) {
    report.unsent = births.filter(({ action }) => !report.outcomes.has(action.client)).length;
  }
  return true;
}

const BATCH = 200;

/** The row's own where it has one that no link has: what was agreed on may be lost. */
function chooseIds({ ledger, newId }: Applying, actions: readonly CreateContact[]): readonly Birth[] {
  const used = new Set<string>();
  return actions.map((action) => {
    const { link, client } = action;
    const isFree = client.id !== '' && !used.has(client.id) && (!ledger.find(client.id) || link?.id === client.id);
    const id = link?.id ?? (isFree ? client.id : newId());
    used.add(id);
    return { action, id };
  });
}

function createBatch(applying: Applying, batch: readonly Birth[]): void {
  const { ledger, google, report, journal } = applying;
  journal.append(
    batch.flatMap(({ action, id }) =>
      entriesOf(applying, action.losses, { id, fields: action.client.fields, link: action.link }),
    ),
  );
  ledger.put(new Map(batch.map(({ action, id }) => [id, creating(applying, id, action)])));
  applying.countCreations(batch.length);
  const written = google.create(batch.map(({ action: { fields }, id }) => ({ id, fields })));
  settle(applying, batch, written);
  const unsent = written.flatMap((each) => (each.state === 'unsent' ? [each] : []));
  const [end] = unsent;
  if (!end) return;
  applying.countCreations(-unsent.length);
  const reason = end.error instanceof PeopleError ? REASONS[end.error.kind] : undefined;
  if (!reason) throw end.error;
  report.creationsEnded = reason;
}

function creating({ clock, readAt }: Applying, id: string, { client, link }: CreateContact): Link {
  const base = client.fields;
  const old = { writes: link?.writes ?? [], problem: '' };
  return { id, ref: '', source: '', state: 'creating', since: clock.now(), syncedAt: readAt, base, left: [], ...old };
}

function settle(applying: Applying, batch: readonly Birth[], written: readonly Written<Contact>[]): void {
  const { ledger, report } = applying;
  const results = new Map(written.map((each) => [each.id, each]));
  const links = new Map<string, Link | null>();
  for (const { action, id } of batch) {
    const { client, link } = action;
    const result = results.get(id);
    if (result?.state === 'unsent') {
      // It was surely not made: the next run asks for it again.
      links.set(id, link);
      continue;
    }
    const problem = result?.state === 'refused' ? result.problem : null;
    if (result?.state === 'done') {
      report.created += 1;
      links.set(id, agreed(applying, id, result.at, client.fields, null));
    } else if (problem) {
      report.errors += 1;
      links.set(id, link && { ...link, problem: problem.en });
    }
    const isUnknown = result?.state !== 'done' && !problem;
    if (isUnknown) report.unconfirmed += 1;
    report.outcomes.set(client, { id, problem: isUnknown ? CREATING : problem, conflicts: [] });
  }
  ledger.put(links);
}

const CREATING = holdStatus({ reason: 'creating', rows: [], field: null });

/** Why no further contact can be made, for a refusal that concerns all of them. */
const REASONS: Readonly<Partial<Record<PeopleError['kind'], Words>>> = {
  full: {
    fr: 'Google Contacts est plein (25 000 contacts, corbeille comprise). Videz la corbeille de contacts.google.com ou supprimez des contacts ; les autres changements ont été faits.',
    en: 'Google Contacts is full (25,000 contacts, the bin included). Empty the bin at contacts.google.com or delete contacts; the other changes were made.',
  },
  spent: {
    fr: 'Google n’accepte plus de nouveaux contacts aujourd’hui. Sync créera les autres demain.',
    en: 'Google takes no more new contacts today. Sync makes the others tomorrow.',
  },
};
