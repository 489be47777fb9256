import type { Cause } from '../engine/engine';
import { activeRun } from '../engine/run';
import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import { userEmail } from '../platform/session';
import { callHourly, stopCalling } from '../platform/triggers';
import { openWorkbook } from '../platform/workbook';
import { hasAlertDuties } from './alerts/alert-duties';
import { tickAlerts } from './alerts/tick-alerts';
import { allConnections, type Connection } from './connections';
import { executionEnd } from './execution-end';
import type { RunView } from './rpc';
import { advance, isDue, type Schedule } from './schedule';
import { allSchedules, replaceSchedule } from './schedules';
import { continueRun, runConnections } from './sync';
import { toLocal } from './wall-clock';

/**
 * What the hourly trigger does: goes on with this person's run when it is paused, else starts one over those of their
 * connections that are due, the longest due first. Returns null when there is nothing to do; a trigger that has nothing to
 * wait for is removed.
 */
export function tick(): RunView | null {
  const end = executionEnd();
  try {
    return syncDue();
  } finally {
    tickAlerts(end - 15_000);
  }
}

function syncDue(): RunView | null {
  if (hasOwnRun()) return continueRun();
  const scheduled = ownScheduled();
  if (scheduled.length === 0) {
    stopTicking();
    return null;
  }
  const local = toLocal(clock.now(), openWorkbook());
  const due = scheduled
    .filter(({ schedule }) => isDue(schedule, local))
    .sort((a, b) => compare(a.schedule, b.schedule));
  return due.length === 0 ? null : runDue(due, local);
}

/** Makes Google call `tick` every hour for the person who runs the script. Throws what Google throws. */
export function startTicking(): void {
  callHourly(TICK);
}

/** Ends those calls when they have nothing to wait for. */
export function stopTicking(): void {
  if (ownScheduled().length > 0 || hasOwnRun() || hasAlertDuties(documentStore().all(), userEmail())) return;
  stopCalling(TICK);
}

const TICK = 'hourlyTick';

/** A connection that is synced by itself. */
interface Scheduled {
  readonly connection: Connection;
  readonly schedule: Schedule;
}

/** Those of the person who runs the script whose runs are not switched off. */
function ownScheduled(): readonly Scheduled[] {
  const person = userEmail();
  const schedules = allSchedules();
  return allConnections().flatMap((connection) => {
    const schedule = schedules.get(connection.id);
    return schedule && !schedule.paused && connection.owner === person ? [{ connection, schedule }] : [];
  });
}

function hasOwnRun(): boolean {
  return activeRun(documentStore())?.by === userEmail();
}

function compare(a: Schedule, b: Schedule): number {
  return a.next < b.next ? -1 : a.next > b.next ? 1 : a.hour - b.hour;
}

/** Noted as done first: a run that Google kills goes on by its own trigger and must not be started a second time. */
function runDue(due: readonly Scheduled[], local: number): RunView {
  for (const { connection, schedule } of due) replaceSchedule(connection.id, schedule, advance(schedule, local));
  let view: RunView | null = null;
  try {
    const causes = due.map(({ connection: { id } }): [string, Cause] => [
      id,
      { kind: 'schedule', due: clock.now(), merged: 0 },
    ]);
    view = runConnections(
      due.map(({ connection }) => connection.id),
      { causes: Object.fromEntries(causes) },
    );
    return view;
  } finally {
    const hasBegun = view ? view.state !== 'running' : hasOwnRun();
    for (const { connection, schedule } of hasBegun ? [] : due) {
      replaceSchedule(connection.id, advance(schedule, local), schedule);
    }
  }
}
