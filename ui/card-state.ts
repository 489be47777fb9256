import type { ConnectionView, Progress } from '../src/app/rpc';
import { type Status, STATUS } from './status';

/** How a connection is, for its badge: the run under way comes first, then what its owner must do, then the last run. */
export function toCardState({ id, needsSecrets, last }: ConnectionView, progress: Progress | null): Status {
  if (progress?.connection === id) return UNDER_WAY[progress.state];
  if (progress?.waiting.includes(id)) return { kind: 'info', words: { fr: 'En attente', en: 'Waiting' } };
  if (needsSecrets) return { kind: 'warning', words: { fr: 'Clé à saisir', en: 'Key needed' } };
  if (last) return last.status === 'finished' ? UP_TO_DATE : STATUS[last.status];
  return { kind: 'none', words: { fr: 'Jamais synchronisée', en: 'Never synced' } };
}

const UP_TO_DATE: Status = { kind: 'success', words: { fr: 'À jour', en: 'Up to date' } };

const UNDER_WAY: Readonly<Record<Progress['state'], Status>> = {
  running: { kind: 'info', words: { fr: 'En cours', en: 'Syncing' } },
  paused: STATUS.paused,
  interrupted: { kind: 'info', words: { fr: 'Interrompue, va reprendre', en: 'Cut off, will go on' } },
  stopping: { kind: 'info', words: { fr: 'Arrêt demandé', en: 'Stopping' } },
};
