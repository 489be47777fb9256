import type { Entry, History } from '../engine/engine';
import { log } from '../platform/log';
import { noteRunEnds } from './alerts/note-run-ends';
import { queueRunEnds } from './alerts/queue-run-ends';
import { noteWell } from './dispatch/check-health';
import { noteEnds } from './remote/note-ends';
import { redactSeen } from './secrets';

/** Is told how connections ended: one run of one or more of them, all their streams, none of them paused. */
export type RunEnds = (entries: readonly Entry[]) => void;

/** Tells all who follow the ends of runs. A failure of theirs is logged, and is none of the run's. */
export function tellRunEnds(entries: readonly Entry[]): void {
  for (const listen of LISTENERS) {
    try {
      listen(entries);
    } catch (error) {
      log(redactSeen(`An end of a run was not followed up: ${String(error)}`));
    }
  }
}

/** A history that tells of each end, also when it cannot be written itself. */
export function withRunEnds(history: History): History {
  return {
    append(entries) {
      try {
        history.append(entries);
      } finally {
        tellRunEnds(entries);
      }
    },
  };
}

const LISTENERS: readonly RunEnds[] = [noteWell, noteRunEnds, queueRunEnds, noteEnds];
