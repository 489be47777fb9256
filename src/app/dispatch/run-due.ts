import type { Causes } from '../../engine/engine';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import type { Workbook } from '../../platform/services';
import { openWorkbook } from '../../platform/workbook';
import { lastRunsOf } from '../last-run';
import type { RunView } from '../rpc';
import { advance, advanceBy, dueAt, isDue, type Schedule } from '../schedule';
import { replaceSchedule } from '../schedules';
import { runConnections } from '../sync';
import { fromLocal, toLocal } from '../wall-clock';
import type { Allowance } from './allowance';
import { hasOwnRun, type Scheduled, scheduledIn } from './duties';
import { affordable } from './affordable';
import { postpone } from './postponed';

/**
 * Syncs those of a person's connections that are due, the longest due first, as far as the day's allowance goes; what does not begin
 * stays due, with the reason noted. Returns the run; null when none was begun.
 */
export function runDue({ person, allowance, under, wasRefused, properties }: Standing): RunView | null {
  const store = documentStore();
  const own = scheduledIn(properties).filter(({ connection }) => connection.owner === person);
  const now = clock.now();
  // No wall clock is further ahead: many hours need no look at the spreadsheet's.
  if (own.every(({ schedule }) => dueAt(schedule) > now + FARTHEST)) return null;
  const workbook = openWorkbook();
  const local = toLocal(now, workbook);
  const due = own.filter(({ schedule }) => isDue(schedule, local)).sort(byDue);
  if (due.length === 0) return null;
  const ids = due.map(({ connection }) => connection.id);
  if (wasRefused) postpone(store, properties, ids, 'refused');
  if (under && under.state !== 'finished' && under.state !== 'stopped') {
    postpone(store, properties, ids, 'busy');
    return null;
  }
  const lasts = lastRunsOf(properties);
  const costs = (id: string): number | undefined => lasts.get(id)?.duration;
  const { begun, left, why } = affordable(due, own, allowance, costs, { now, local });
  postpone(
    store,
    properties,
    left.map(({ connection }) => connection.id),
    why,
  );
  return begun.length === 0 ? null : begin(begun, local, workbook);
}

/** How things stand when the due ones are looked at. */
export interface Standing {
  readonly person: string;
  /** The document's. */
  readonly properties: Readonly<Record<string, string>>;
  readonly allowance: Allowance;
  /** The run of theirs that this execution has gone on with. */
  readonly under: RunView | null;
  /** Until now the person's automatic syncs might do nothing. */
  readonly wasRefused: boolean;
}

/** Kiribati, UTC+14. */
const FARTHEST = 14 * 3_600_000;

function byDue(a: Scheduled, b: Scheduled): number {
  return dueAt(a.schedule) - dueAt(b.schedule);
}

/** Noted as done first: a run that Google kills goes on by its own trigger and must not be started a second time. */
function begin(due: readonly Scheduled[], local: number, workbook: Workbook): RunView {
  for (const { connection, schedule } of due) replaceSchedule(connection.id, schedule, advance(schedule, local));
  let view: RunView | null = null;
  try {
    view = runConnections(
      due.map(({ connection }) => connection.id),
      { causes: causesOf(due, local, workbook) },
    );
    return view;
  } finally {
    const store = documentStore();
    const properties = store.all();
    const person = due[0]?.connection.owner ?? '';
    if (view ? view.state === 'running' : !hasOwnRun(properties, person)) {
      for (const { connection, schedule } of due) putBack(connection.id, schedule, local);
      postpone(
        store,
        properties,
        due.map(({ connection }) => connection.id),
        'busy',
      );
    }
  }
}

function putBack(id: string, schedule: Schedule, local: number): void {
  replaceSchedule(id, advance(schedule, local), schedule);
}

function causesOf(due: readonly Scheduled[], local: number, workbook: Workbook): Causes {
  return Object.fromEntries(
    due.map(({ connection, schedule }) => {
      const at = fromLocal(dueAt(schedule), workbook);
      return [connection.id, { kind: 'schedule', due: at, merged: advanceBy(schedule, local).count - 1 } as const];
    }),
  );
}
