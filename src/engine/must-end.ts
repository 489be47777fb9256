import type { Engine } from './engine';

/** Whether the run that began at `run` must not go on here: someone asked it to end, or fewer than `ms` milliseconds are left. */
export function mustEnd(engine: Engine, run: number, ms: number): boolean {
  return engine.clock.now() + ms > engine.deadline || engine.stopAskedBy(run) !== null;
}
