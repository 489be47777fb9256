import { SettingsError } from '../core/errors';
import type { Engine, Outcome, RunOptions } from '../engine/engine';
import { activeRun, resumeRun, startRun } from '../engine/run';
import { stopRun } from '../engine/stop-run';
import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import type { Store } from '../platform/services';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import { deliverAfterRun } from './alerts/deliver-after-run';
import { allConnections } from './connections';
import { openEngine } from './open-engine';
import type { RunView } from './rpc';
import { toRunView } from './run-view';
import { readStopWish, removeStopWish, writeStopWish } from './stop-wish';
import { language } from './words';

/**
 * Syncs connections, in the order of their ids here; without ids all of them. Returns how far it came: a paused run goes
 * on by itself. `progress` shows whoever waits where the run is. Throws `SettingsError` when there is nothing to sync.
 */
export function runConnections(ids?: readonly string[], options?: RunOptions, progress?: Engine['progress']): RunView {
  const chosen = ids ?? allConnections().map(({ id }) => id);
  if (chosen.length === 0) throw nothingToSync();
  const person = userEmail();
  return run((engine) => {
    // A run that was killed after it was asked to end is none to join.
    endAsked(engine);
    return runOfSomeoneElse(engine.store, person) ?? startRun(engine, chosen, person, options);
  }, progress);
}

/**
 * Goes on with the person's run that was paused or killed; one that has ended meanwhile leaves nothing to do. Somebody else's
 * is only told of: it needs their secrets.
 */
export function continueRun(): RunView {
  const person = userEmail();
  return run((engine) => {
    const other = runOfSomeoneElse(engine.store, person);
    // What woke us belongs to a run that somebody else ended.
    if (other) engine.alarm.clear();
    return other ?? resumeRun(engine);
  });
}

/**
 * Ends the run that has begun, whoever started it: at its next page when an execution is at work on it, else at once.
 * Without a run nothing happens.
 */
export function endRun(): null {
  const store = documentStore();
  const active = activeRun(store);
  if (!active) return null;
  writeStopWish(store, active.startedAt, userEmail());
  endAsked(openEngine(openWorkbook()));
  return null;
}

/** Longer than any pause of a run that still goes on. */
const ABANDONED_MS = 24 * 3_600_000;

function run(work: (engine: Engine) => Outcome, progress?: Engine['progress']): RunView {
  const workbook = openWorkbook();
  const engine = openEngine(workbook, progress);
  const outcome = work(engine);
  if (outcome.state === 'stopped') removeStopWish(engine.store);
  // Whoever asked between the last page and the pause is not left waiting for the next execution.
  const stopped = outcome.state === 'paused' ? endAsked(engine) : null;
  deliverAfterRun();
  return toRunView(stopped ?? outcome, workbook, language());
}

/** Ends the run that someone asked to end and no execution is at work on; null when there is none. */
function endAsked(engine: Engine): Outcome | null {
  const active = activeRun(engine.store);
  const by = active && readStopWish(engine.store, active.startedAt);
  const entries = active && by !== null ? stopRun(engine, active.startedAt, by) : null;
  if (!entries) return null;
  removeStopWish(engine.store);
  return { state: 'stopped', entries };
}

/** A paused run needs the secrets of who started it: nobody else can go on with it, until it counts as abandoned. */
function runOfSomeoneElse(store: Store, person: string): Outcome | null {
  const paused = activeRun(store);
  if (!paused || paused.by === person || clock.now() - paused.beat > ABANDONED_MS) return null;
  return { state: 'running', since: paused.startedAt, by: paused.by };
}

function nothingToSync(): SettingsError {
  return new SettingsError('connector', 'There is no connection yet', {
    fr: 'Aucune connexion pour l’instant. Ajoutez-en une : menu Sync > Ouvrir Sync.',
    en: 'There is no connection yet. Add one: menu Sync > Open Sync.',
  });
}
