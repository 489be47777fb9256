import type { Entry, History } from '../engine/engine';
import { log } from '../platform/log';
import { documentStore } from '../platform/property-stores';
import { noteRunEnds } from './alerts/note-run-ends';
import { queueRunEnds } from './alerts/queue-run-ends';
import { noteWell } from './dispatch/check-health';
import { noteEnds } from './remote/note-ends';
import { redactSeen } from './secrets';

/**
 * Is told how connections ended: one run of one or more of them, all their streams, none of them paused. `properties` are the
 * document's, read once for all who listen.
 */
type RunEnds = (entries: readonly Entry[], properties: Readonly<Record<string, string>>) => void;

/** Tells all who follow the ends of runs. A failure of theirs is logged, and is none of the run's. */
export function tellRunEnds(entries: readonly Entry[]): void {
  quietly(() => {
    const properties = documentStore().all();
    for (const listen of LISTENERS) {
      quietly(() => {
        listen(entries, properties);
      });
    }
  });
}

function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    log(redactSeen(`An end of a run was not followed up: ${String(error)}`));
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
