import type { LastRun } from '../src/app/rpc';
import type { Words } from './language';

/** A word for how something is, and the colour that goes with it. */
export interface Status {
  readonly kind: 'success' | 'error' | 'warning' | 'info' | 'none';
  readonly words: Words;
}

/** How a run ended, or one kind of its records. */
export const STATUS: Readonly<Record<LastRun['status'], Status>> = {
  finished: { kind: 'success', words: { fr: 'Terminée', en: 'Finished' } },
  failed: { kind: 'error', words: { fr: 'Échec', en: 'Failed' } },
  paused: { kind: 'info', words: { fr: 'En pause', en: 'Paused' } },
  stopped: { kind: 'warning', words: { fr: 'Arrêtée', en: 'Stopped' } },
  missed: { kind: 'error', words: { fr: 'Manquée', en: 'Missed' } },
  unavailable: { kind: 'warning', words: { fr: 'Indisponible', en: 'Unavailable' } },
};
