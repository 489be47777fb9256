import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { stopCalling } from '../../platform/triggers';
import { noteUnhealthy } from '../alerts/note-unhealthy';
import { tickAlerts } from '../alerts/tick-alerts';
import { connectionsIn } from '../connections';
import { executionEnd } from '../execution-end';
import { hasAsked } from '../remote/asked';
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

type Properties = Readonly<Record<string, string>>;

/**
 * What Google calls every hour for each person who has something to be done by itself: goes on with their paused run, syncs what is
 * due or was asked for from outside, looks whether their systems answer, notices whose automatic syncs do not run any more, and tells
 * whom it concerns. Returns the run of connections, null without one. A trigger that has nothing to wait for is removed.
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
  return withinAllowance((allowance) => tickWithin({ allowance, person, wasRefused, properties }));
}

/** What begins in the last minute of an execution would be killed. */
const SPARE_MS = 60_000;

/** How things stand when a tick begins its work. */
interface Standing {
  readonly allowance: Allowance;
  readonly person: string;
  /** Until now the person's automatic syncs might do nothing. */
  readonly wasRefused: boolean;
  readonly properties: Properties;
}

function tickWithin(standing: Standing): RunView | null {
  const { allowance, person } = standing;
  const until = executionEnd() - SPARE_MS;
  const isOver = (): boolean => clock.now() > until;
  const hasTime = msLeft(allowance) > 0;
  const under = hasTime && hasOwnRun(standing.properties, person) ? continueRun() : null;
  const begun = isOver() ? null : runDue({ ...standing, under, properties: anew(standing.properties, under) });
  const asked = !isOver() && hasTime && hasAsked(standing.properties, person) ? runAsked() : null;
  const properties = anew(standing.properties, under ?? begun ?? asked);
  if (hasTime) tickContacts(properties, person, isOver());
  if (!isOver() && msLeft(allowance) > allowance.ms / 2) lookAfter(properties, person, until);
  if (!isOver()) watchOthers(properties, person);
  tickAlerts(properties, person, until);
  return begun ?? asked ?? under;
}

/** The document's properties, which a run changes: each reading is a service call. */
function anew(properties: Properties, run: RunView | null): Properties {
  return run ? documentStore().all() : properties;
}

/** Of the second half of the day's time nothing goes into mere looks. */
function lookAfter(properties: Properties, person: string, until: number): void {
  const own = connectionsIn(properties).filter(({ owner, needsSecrets }) => owner === person && needsSecrets !== true);
  for (const { connection, why } of checkHealth(own, properties, until)) noteUnhealthy(connection, why);
}
