import type { Engine, Entry } from './engine';

/** Writes into the history. A spreadsheet that is full has no room for it, and the run must come to its end all the same. */
export function tell(engine: Pick<Engine, 'history' | 'log'>, entries: readonly Entry[]): void {
  try {
    engine.history.append(entries);
  } catch (error) {
    engine.log(`The history was not written: ${String(error)}`);
  }
}
