import type { EntryView, Result, RunView } from '../../src/app/rpc';
import type { Machine } from '../apps-script/machine';
import type { Outcome } from '../apps-script/outcome';

/** A run that came to its end, or to ours. */
export interface FinishedRun {
  /** One entry a stream, the latest. */
  readonly entries: readonly EntryView[];
  /** Why it did not come to an end; null when it did. */
  readonly error: string | null;
}

/**
 * Fires the triggers with which a run goes on by itself, from the end of its first execution until the run is over, and
 * for at most 60 virtual days. `wait` is told each pause before it passes on the virtual clock, in milliseconds.
 */
export function finishRun(machine: Machine, first: Outcome, wait: (ms: number) => void): FinishedRun {
  const entries = new Map<string, EntryView>();
  const giveUpAt = machine.state.now + LONGEST;
  let failures = 0;
  const isOver = (outcome: Outcome): boolean => {
    const view = viewOf(outcome);
    failures = view ? 0 : failures + 1;
    for (const entry of view?.entries ?? []) entries.set(`${entry.connection}/${entry.stream}`, entry);
    return view?.state === 'finished' || view?.state === 'stopped';
  };
  const end = (error: string | null): FinishedRun => ({ entries: [...entries.values()], error });

  let last = first;
  if (isOver(last)) return end(null);
  for (;;) {
    const next = nextContinuation(machine);
    if (next === null || next > giveUpAt || failures >= MOST_FAILURES) return end(messageOf(last));
    const pause = Math.max(0, next - machine.state.now);
    wait(pause);
    for (const { outcome } of machine.advance(pause)) {
      last = outcome;
      if (isOver(last)) return end(null);
    }
  }
}

const LONGEST = 60 * 86_400_000;
/** Executions in a row that ended in an exception or a kill: a day without trigger time is less, what fails more often
 * fails for good. */
const MOST_FAILURES = 30;
const HANDLERS: readonly string[] = ['continueSync', 'hourlyTick'];

/** When the next execution begins that may go on with the run; null when none will. */
function nextContinuation(machine: Machine): number | null {
  const times = machine.state.triggers
    .filter(({ handler }) => HANDLERS.includes(handler))
    .flatMap(({ nextAt }) => nextAt ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** What `runNow`, `continueSync` or `hourlyTick` returned; null for an exception, a kill or a tick with nothing to do. */
function viewOf(outcome: Outcome): RunView | null {
  if (outcome.status !== 'done' || typeof outcome.value !== 'object') return null;
  // The bundle's own contract, in another realm.
  const value = outcome.value as Result<RunView> | RunView | null;
  if (value === null || !('ok' in value)) return value;
  return value.ok ? value.value : null;
}

function messageOf(outcome: Outcome): string {
  if (outcome.status === 'failed') return outcome.error.message;
  if (outcome.status === 'killed') return outcome.reason;
  const value = outcome.value as Result<RunView> | RunView | null;
  if (value && 'ok' in value && !value.ok) return value.advice;
  return viewOf(outcome)?.summary ?? 'La synchronisation ne s’est pas terminée.';
}
