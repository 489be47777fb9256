import { BusyError, DataError, PeopleError, StaleError } from '../core/errors';
import type { Words } from '../core/model';
import type { Hold, Update } from './action';
import { apply } from './apply';
import { startReport, type Applying, type Report } from './applying';
import type { Contact } from './contact';
import { openDayCap } from './day-cap';
import { isSame } from './field-key';
import type { Guard } from './guard';
import { openJournal } from './journal';
import { mergeClient } from './merge-client';
import { pairUp } from './pair-up';
import { isPartial } from './policy';
import { ownersIn } from './reconcile';
import type { SyncRequest } from './settings';
import { rowMarks } from './row-marks';
import { readSides, UNCONFIRMED_MS, type ContactsSync, type Sides } from './sides';

/** How a sync went. */
export interface SyncResult {
  /** `stopped`: a guard kept it from writing; `paused`: the rest is done at `until`. */
  readonly state: 'finished' | 'stopped' | 'paused';
  readonly guard: Guard | null;
  /** Milliseconds since 1970; only when paused. */
  readonly until: number | null;
  /** Why it is paused, or what else the user should know. */
  readonly note: Words | null;
  readonly tally: SyncTally;
}

export interface SyncTally extends Pick<Report, 'created' | 'updated' | 'conflicts' | 'errors'> {
  /** Clients for which nothing was to be done. */
  readonly skipped: number;
  /** Clients that wait for a decision or a correction. */
  readonly held: number;
  /** Requests to Google. */
  readonly calls: number;
  /** Rows with a client, and those of them that are tied to a contact. */
  readonly clients: number;
  readonly linked: number;
  /** What waits for a decision of the user's. */
  readonly choices: number;
}

/** What must be left of the execution when a further step begins: the longest, a batch that Google slows down, fits in. */
const RESERVE = 75_000;
/** When a sync goes on whose time was over. */
const SOON = 1_000;

/**
 * Makes the tab and Google Contacts agree, as far as this execution comes. `onWrites` is called before the first write, so that a
 * kill after it does not go unnoticed. `run`: when the run began. Throws what keeps both sides from being read at all.
 */
export function syncContacts(sync: ContactsSync, request: SyncRequest, run: number, onWrites: () => void): SyncResult {
  return translating(() => {
    const sides = readSides(sync, request, 'live');
    const { plan } = sides;
    checkPulled(sides);
    const report = startReport();
    if (plan.guard) return resultOf(sync, sides, report, { state: 'stopped', until: null, note: null });
    if (plan.actions.some(({ kind }) => kind !== 'hold')) onWrites();
    const end = applyPlan(sync, sides, report, run);
    return resultOf(sync, sides, report, end);
  });
}

function checkPulled({ policy: { pulled }, mirror }: Sides): void {
  const there = new Set(mirror.contacts().map(({ ref }) => ref));
  const gone = [...(pulled ?? [])].filter((ref) => !there.has(ref));
  if (gone.length === 0) return;
  throw new DataError(`contacts: ${gone.join(', ')} not found`, {
    fr: `Google Contacts n’a plus ce contact (${gone.length}). Cherchez de nouveau, puis choisissez parmi ce qui est là.`,
    en: `Google Contacts no longer has this contact (${gone.length}). Search again, then choose among what is there.`,
  });
}

type End = Pick<SyncResult, 'state' | 'until' | 'note'>;

function applyPlan(sync: ContactsSync, sides: Sides, report: Report, run: number): End {
  const { clock, store } = sync;
  try {
    const isDone = apply(toApplying(sync, sides, report, run), sides.plan.actions);
    sides.clients.mark(rowMarks(sides, report, sync.language));
    if (!isDone) return { state: 'paused', until: clock.now() + SOON, note: null };
    const waits = sides.plan.actions.some((action) => action.kind === 'hold' && action.reason === 'tomorrow');
    if (waits && !isPartial(sides.policy)) {
      return { state: 'paused', until: openDayCap(store).renewsAt(clock.now()), note: TOMORROW };
    }
    const check = checkAt(sides, report, clock.now());
    if (check !== null) return { state: 'paused', until: check, note: UNCONFIRMED };
    return { state: 'finished', until: null, note: report.creationsEnded ?? movedNote(report) };
  } catch (error) {
    if (error instanceof BusyError) return { state: 'paused', until: error.until, note: error.advice };
    if (error instanceof StaleError) return { state: 'paused', until: clock.now() + 60_000, note: error.advice };
    throw error;
  }
}

/** When what Google has not confirmed can be made again; null when there is no such contact. */
function checkAt({ plan }: Sides, { unconfirmed }: Report, now: number): number | null {
  const since = plan.actions.flatMap((action) =>
    action.kind === 'hold' && action.reason === 'creating' ? [action.link?.since ?? now] : [],
  );
  const all = unconfirmed > 0 ? [...since, now] : since;
  return all.length === 0 ? null : Math.max(now + SOON, Math.min(...all) + UNCONFIRMED_MS);
}

const UNCONFIRMED: Words = {
  fr: 'Google n’a pas confirmé la création de contacts : Sync vérifie de lui-même, pour n’en faire aucun en double.',
  en: 'Google has not confirmed that contacts were made: Sync checks by itself, so that none is made twice.',
};

function movedNote({ moved }: Report): Words | null {
  if (moved === 0) return null;
  return {
    fr: `Clients qui n’ont pas pu être écrits cette fois : ${moved} (Google n’a pas répondu, ou ils changeaient au même moment). La prochaine synchronisation réessaie.`,
    en: `Clients that could not be written this time: ${moved} (Google did not answer, or they were changing at that moment). The next sync tries again.`,
  };
}

const TOMORROW: Words = {
  fr: 'La limite de créations de contacts du jour est atteinte : la suite se fait demain, toute seule.',
  en: 'As many contacts as a day allows were made: the rest follows tomorrow, by itself.',
};

function toApplying(sync: ContactsSync, sides: Sides, report: Report, run: number): Applying {
  const { workbook, language, clock, deadline, newId, store } = sync;
  const { google, clients, ledger, readAt, policy, mirror, rows } = sides;
  const cap = openDayCap(store);
  return {
    ...{ google, clients, ledger, readAt, run, report, clock, newId },
    journal: openJournal(workbook, language),
    deadline: deadline - RESERVE,
    replan(update: Update, contact: Contact) {
      const { email } = update.client.fields;
      // Two that meet for the first time belong together by the address alone.
      if (!update.link && !contact.emails.some((each) => isSame('email', each, email))) return null;
      const owners = ownersIn(pairUp(rows, mirror.contacts(), ledger.links()));
      const next = mergeClient({ client: update.client, contact, link: update.link }, policy, owners);
      return next && next.kind !== 'hold' ? next : null;
    },
    countCreations: (count) => {
      cap.count(count, clock.now());
    },
  };
}

function resultOf(sync: ContactsSync, sides: Sides, report: Report, end: End): SyncResult {
  const { created, updated, conflicts, errors } = report;
  const { holds } = sides.plan;
  const linked = sides.ledger.links().filter(({ state }) => state === 'linked').length;
  const tally = {
    ...{ created, updated, conflicts, errors, linked },
    skipped: sides.plan.unchanged,
    held: holds.filter(({ reason }) => reason !== 'archived').length + report.unconfirmed + report.unsent,
    calls: sync.people.requests(),
    clients: new Set([...sides.rows, ...report.outcomes.keys()]).size,
    choices: choicesIn(holds).length,
  };
  return { ...end, guard: sides.plan.guard, tally };
}

/** The holds that a decision or a correction of the user's ends: of rows with the same address the first. */
export function choicesIn(holds: readonly Hold[]): readonly Hold[] {
  return holds.filter(({ reason, client, rows }) => {
    return ASKING.includes(reason) || (reason === 'sameRows' && client?.row === rows[0]);
  });
}

const ASKING: readonly Hold['reason'][] = ['goneInGoogle', 'goneInSheet', 'goneInSheetChanged', 'sameContacts', 'loop'];

/** What Google refuses at all is told in words. */
export function translating<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    const said = error.message.replace(/^.*failed with error: /, '').slice(0, 300);
    throw new DataError(`contacts: ${error.message}`, {
      fr: `Google Contacts n’a pas répondu comme prévu. La prochaine synchronisation réessaie. Réponse de Google, en anglais : « ${said} »`,
      en: `Google Contacts did not answer as expected. The next sync tries again. Google’s answer: “${said}”`,
    });
  }
}
