import type { Engine, Entry } from './engine';
import type { RunState } from './run-state';

/**
 * Writes into the history how connections of a run ended, and why they were synced. A spreadsheet that is full has no room for it, and
 * the run must come to its end all the same.
 */
export function tell(
  engine: Pick<Engine, 'history' | 'log'>,
  { causes = {} }: Pick<RunState, 'causes'>,
  entries: readonly Entry[],
): void {
  try {
    engine.history.append(entries.map((entry) => withCause(entry, causes[entry.connection])));
  } catch (error) {
    engine.log(`The history was not written: ${String(error)}`);
  }
}

function withCause(entry: Entry, cause: Entry['cause']): Entry {
  return cause ? { ...entry, cause } : entry;
}
