import type { Engine, Entry } from './engine';
import { writeJob, writeRun, type RunState } from './run-state';
import { tell } from './tell';

/**
 * Ends a run as `by` asked: what would be paused is stopped, and nothing of the run remains but its rows, its cursors and
 * its history. Takes the entries of the connection under way and returns them as they are told. The caller holds the lock.
 */
export function endStopped(
  engine: Pick<Engine, 'store' | 'alarm' | 'history' | 'log'>,
  run: RunState,
  entries: readonly Entry[],
  by: string,
): readonly Entry[] {
  const told = entries.map((entry) => (entry.status === 'paused' ? toStopped(entry, by) : entry));
  tell(engine, run, told);
  const [id] = run.queue;
  writeRun(engine.store, null);
  if (id !== undefined) writeJob(engine.store, id, null);
  engine.alarm.clear();
  return told;
}

function toStopped(entry: Entry, by: string): Entry {
  const { fr, en } = entry.message;
  return {
    ...entry,
    status: 'stopped',
    message: {
      fr: `Arrêtée par ${by}. Ce qui est lu est gardé ; la prochaine synchronisation lira le reste. ${fr}`.trimEnd(),
      en: `Stopped by ${by}. What was read is kept; the next sync reads the rest. ${en}`.trimEnd(),
    },
  };
}
