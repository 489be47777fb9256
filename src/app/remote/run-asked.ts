import { SyncError } from '../../core/errors';
import { activeRun } from '../../engine/run';
import { adviceOf } from '../../engine/advice-of';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { CONTACTS } from '../contacts/contacts-history';
import { continueContactsRun } from '../contacts/contacts-triggers';
import { readContactsRun } from '../contacts/contacts-store';
import { runContacts } from '../contacts/run-contacts';
import type { RunView } from '../rpc';
import { redactSeen } from '../secrets';
import { runConnections } from '../sync';
import { type Ask, type AskResult, asksIn, cutWords, waitingFor, waitingIn, writeAsk } from './asked';
import { expireAsks, failedAt } from './expire-asks';
import { wakeAsked } from './wake-asked';

/**
 * Runs what was asked for from outside and is the person's to run: their contacts, or all of their connections at once. What
 * cannot be done now, such as while a run of theirs has not ended, is tried again by itself. Returns how connections went; null: none did.
 */
export function runAsked(): RunView | null {
  const store = documentStore();
  const person = userEmail();
  expireAsks(store, person, clock.now());
  const waiting = waitingFor(store.all(), person);
  if (waiting.length === 0) {
    wakeAsked(null);
    return null;
  }
  // First, so that nothing is lost if Google kills this execution.
  wakeAsked(LATER);
  const view = begin(waiting, person);
  const left = waitingFor(store.all(), person);
  if (left.length === 0) wakeAsked(null);
  // One thing in each execution: Google gives it six minutes.
  else if (waiting.some((id) => !left.includes(id))) wakeAsked(SOON);
  return view;
}

const SOON = 1_000;
const LATER = 10 * 60_000;

/** What is paused goes on by what wakes it, and keeps nothing else waiting. */
function begin(waiting: readonly string[], person: string): RunView | null {
  if (waiting.includes(CONTACTS) && (readContactsRun()?.until ?? 0) <= clock.now()) {
    beginContacts();
    return null;
  }
  const connections = waiting.filter((id) => id !== CONTACTS);
  if (connections.length === 0 || activeRun(documentStore())?.by === person) return null;
  const view = runConnections(connections, { causes: Object.fromEntries(connections.map((id) => [id, causeOf(id)])) });
  // Stopped by somebody: what had not begun is not begun again behind their back.
  if (view.state === 'stopped') endAll(connections, (at) => ({ ...failedAt(at, STOPPED), status: 'stopped' }));
  return view;
}

function beginContacts(): void {
  try {
    if (readContactsRun()) continueContactsRun();
    else runContacts({}, true, causeOf(CONTACTS));
  } catch (error) {
    // The run has told so itself where it had begun.
    endAll([CONTACTS], (at) => failedAt(at, cutWords(adviceOf(error, redactSeen), LONGEST_MESSAGE)));
    if (!(error instanceof SyncError)) throw error;
  }
}

const LONGEST_MESSAGE = 500;

const STOPPED = {
  fr: 'Arrêtée avant d’avoir commencé. La prochaine synchronisation lira tout.',
  en: 'Stopped before it began. The next sync reads all of it.',
};

/** That of the first who asked. */
function causeOf(connection: string): { readonly kind: 'call'; readonly id: string } {
  const [id = ''] = asksOf(connection).map(([run]) => run);
  return { kind: 'call', id };
}

function asksOf(connection: string): readonly (readonly [string, Ask])[] {
  return [...asksIn(documentStore().all())].filter(([, ask]) => waitingIn(ask).includes(connection));
}

function endAll(connections: readonly string[], toResult: (at: number) => AskResult): void {
  for (const connection of connections) {
    for (const [id, ask] of asksOf(connection)) {
      const results = { ...ask.results, [connection]: toResult(clock.now()) };
      writeAsk(documentStore(), id, { ...ask, results });
    }
  }
}
