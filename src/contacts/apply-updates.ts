import type { Loss, Update } from './action';
import { agreed, hasTime, type Applying } from './applying';
import { chunk } from './chunk';
import type { Client } from './client';
import type { Contact } from './contact';
import type { Field, Fields } from './fields';
import type { JournalEntry } from './journal';
import type { Link } from './link';
import { referenceOf } from './project';
import { NOT_WRITTEN } from './status-of';
import type { ClientEdit, Written } from './replica';

/**
 * Writes what changed on either side, some clients at a time: what would stand nowhere else goes into the journal first, what both
 * sides agree on then into the ledger last, so that after a kill both sides at most say the same without it being noted. Returns false when
 * time ran out.
 */
export function applyUpdates(applying: Applying, updates: readonly Update[]): boolean {
  const isQuiet = ({ changes, extraEmail }: Update): boolean => changes.length === 0 && extraEmail === null;
  const batches = [
    ...chunk(updates.filter(isQuiet), MOST_NOTED),
    ...chunk(
      updates.filter((update) => !isQuiet(update)),
      BATCH,
    ),
  ];
  return batches.every((batch) => {
    if (!hasTime(applying)) return false;
    applySome(applying, batch);
    return true;
  });
}

/** As many as Google takes at a time. */
const BATCH = 200;
/** As many as are noted at a time where nothing is to be written, such as at the first sync of what is equal already. */
const MOST_NOTED = 2000;
/** How often a contact that somebody changes meanwhile is planned anew. */
const MOST_REPLANS = 2;

/** An update on its way. */
interface Under {
  readonly update: Update;
  readonly id: string;
}

function applySome(applying: Applying, updates: readonly Update[]): void {
  const used = new Set<string>();
  let due = updates.map((update): Under => ({ update, id: chooseId(applying, update, used) }));
  for (let replans = 0; due.length > 0; replans += 1) {
    const moved = applyOnce(applying, due);
    if (replans === MOST_REPLANS) {
      giveUp(applying, moved);
      return;
    }
    due = moved.flatMap(({ under: { update, id }, at }) => {
      const next = applying.replan(update, at);
      return next ? [{ update: next, id }] : [];
    });
  }
}

/** Tried again by the next run. */
function giveUp({ report }: Applying, moved: readonly Moved[]): void {
  report.moved += moved.length;
  report.errors += moved.length;
  for (const { under } of moved) {
    report.outcomes.set(under.update.client, { id: null, problem: NOT_WRITTEN, conflicts: [] });
  }
}

/** The row's own where it has one that no link has. */
function chooseId({ ledger, newId }: Applying, { link, client }: Update, used: Set<string>): string {
  const isFree = client.id !== '' && !used.has(client.id) && !ledger.find(client.id);
  const id = link?.id ?? (isFree ? client.id : newId());
  used.add(id);
  return id;
}

interface Moved {
  readonly under: Under;
  readonly at: Contact;
}

/** Returns the contacts that somebody changed since the plan. */
function applyOnce(applying: Applying, due: readonly Under[]): readonly Moved[] {
  const { journal, google, clients } = applying;
  journal.append(due.flatMap((under) => lossesOf(applying, under, true)));
  const inGoogle = resultsOf(google.update(due.flatMap((under) => toGoogle(under))));
  const arrived = due.filter(({ id }) => (inGoogle.get(id)?.state ?? 'done') === 'done');
  const inTab = resultsOf(clients.update(arrived.flatMap((under) => toTab(under))));
  commit(applying, due, inGoogle, inTab);
  return due.flatMap((under) => {
    const result = inGoogle.get(under.id);
    return result?.state === 'moved' && result.at ? [{ under, at: result.at }] : [];
  });
}

/** Values that stand nowhere else once they are overwritten (`isAhead`), or those that the ledger still has until it is written. */
function lossesOf(applying: Applying, { update, id }: Under, isAhead: boolean): readonly JournalEntry[] {
  const losses = update.losses.filter(({ rule }) => (rule === 'conflict' || rule === 'firstSync') === isAhead);
  return entriesOf(applying, losses, { id, fields: update.client.fields, link: update.link });
}

/** What the journal says of losses of a client, who had that link before. */
export function entriesOf(
  { clock, run }: Applying,
  losses: readonly Loss[],
  { id, fields, link }: { readonly id: string; readonly fields: Fields; readonly link: Link | null },
): readonly JournalEntry[] {
  const more = { at: clock.now(), run, link: id, client: nameOf({ fields }), agreedAt: link?.syncedAt ?? 0 };
  return losses.map((loss) => ({ ...loss, ...more }));
}

function toGoogle({ update, id }: Under): readonly ClientEdit<Contact>[] {
  const { client, contact, link, extraEmail } = update;
  const changes = update.changes.filter(({ side }) => side === 'google');
  if (changes.length === 0 && extraEmail === null) return [];
  return [{ id, at: contact, changes, extraEmail, reference: referenceOf(link, client.fields) }];
}

function toTab({ update, id }: Under): readonly ClientEdit<Client>[] {
  const changes = update.changes.filter(({ side }) => side === 'sheet');
  if (changes.length === 0) return [];
  return [{ id, at: update.client, changes, extraEmail: null, reference: referenceOf(update.link) }];
}

function resultsOf<T>(written: readonly Written<T>[]): ReadonlyMap<string, Written<T>> {
  return new Map(written.map((each) => [each.id, each]));
}

/** A client of which one side could not be written is not agreed on: the next run sees what is left. */
function commit(
  applying: Applying,
  due: readonly Under[],
  inGoogle: ReadonlyMap<string, Written<Contact>>,
  inTab: ReadonlyMap<string, Written<Client>>,
): void {
  const { ledger, report, journal } = applying;
  const links = new Map<string, Link | null>();
  const done: Under[] = [];
  for (const under of due) {
    const { update, id } = under;
    const { client, link, changes } = update;
    const google = inGoogle.get(id);
    if (google?.state === 'refused') {
      report.errors += 1;
      report.outcomes.set(client, { id, problem: google.problem, conflicts: [] });
      if (link) links.set(id, { ...link, problem: google.problem.en });
      continue;
    }
    const isDone = (google?.state ?? 'done') === 'done' && (inTab.get(id)?.state ?? 'done') === 'done';
    if (!isDone) continue;
    const contact = google?.state === 'done' ? google.at : update.contact;
    done.push(under);
    links.set(id, agreed(applying, id, contact, update.base, link, changes));
    if (changes.length > 0 || update.extraEmail !== null) report.updated += 1;
    if (update.kind === 'conflict') report.conflicts += 1;
    report.outcomes.set(client, { id, problem: null, conflicts: conflictsOf(update) });
  }
  journal.append(done.flatMap((under) => lossesOf(applying, under, false)));
  ledger.put(links);
}

/** The fields that both sides had changed in different ways. */
export function conflictsOf({ kind, losses }: Update): readonly Field[] {
  if (kind !== 'conflict') return [];
  return losses.filter(({ rule }) => rule !== 'changed' && rule !== 'bothAlike').map(({ field }) => field);
}

/** Who it is, for whoever reads the journal. */
export function nameOf({ fields: { prenom, nom, entreprise, email } }: Pick<Client, 'fields'>): string {
  const name = [prenom, nom].filter(Boolean).join(' ') || entreprise;
  return name === '' ? email : `${name} (${email})`;
}
