import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { stopCalling } from '../../platform/triggers';
import { connectionsIn } from '../connections';
import { executionEnd } from '../execution-end';
import { runAsked } from '../remote/run-asked';
import type { RunView } from '../rpc';
import { continueRun } from '../sync';
import { type Allowance, msLeft, withinAllowance } from './allowance';
import { beatIn, writeBeat } from './beats';
import { checkHealth } from './check-health';
import { hasDuties, hasOwnRun } from './duties';
import { readRefusal, tellRefusal } from './refusal';
import { runDue } from './run-due';
import { tickContacts } from './tick-contacts';
import { TICK } from './ticking';
import { watchOthers } from './watch-others';

/**
 * What Google calls every hour for each person who has something to be done by itself: goes on with their paused run, syncs what
 * is due, looks whether their systems answer, and notices whose automatic syncs do not run any more. Returns the run of
 * connections, null without one. A trigger that has nothing to wait for is removed.
 */
export function tick(): RunView | null {
  executionEnd();
  const store = documentStore();
  const person = userEmail();
  const properties = store.all();
  if (!hasDuties(properties, person)) {
    stopCalling(TICK);
    writeBeat(store, person, null);
    return null;
  }
  const refusal = readRefusal();
  const before = beatIn(properties, person);
  if (refusal) {
    tellRefusal(refusal, before, person);
    return null;
  }
  writeBeat(store, person, { at: clock.now() });
  const wasRefused = before?.refusedSince !== undefined;
  return withinAllowance((allowance) => tickWithin(allowance, person, wasRefused));
}

/** What begins in the last minute of an execution would be killed. */
const SPARE_MS = 60_000;

function tickWithin(allowance: Allowance, person: string, wasRefused: boolean): RunView | null {
  const until = executionEnd() - SPARE_MS;
  const isOver = (): boolean => clock.now() > until;
  let view: RunView | null = null;
  if (msLeft(allowance) > 0 && hasOwnRun(documentStore().all(), person)) view = continueRun();
  if (!isOver()) view = runDue(person, { allowance, under: view, wasRefused }) ?? view;
  if (msLeft(allowance) > 0 && !isOver()) view = runAsked() ?? view;
  if (msLeft(allowance) > 0) tickContacts(person, isOver());
  if (!isOver() && msLeft(allowance) > allowance.ms / 2) lookAfter(person, until);
  if (!isOver()) watchOthers(person);
  return view;
}

/** Of the second half of the day's time nothing goes into mere looks. */
function lookAfter(person: string, until: number): void {
  const own = connectionsIn(documentStore().all()).filter(
    ({ owner, needsSecrets }) => owner === person && needsSecrets !== true,
  );
  checkHealth(own, until);
}
