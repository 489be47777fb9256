import { SyncError } from '../core/errors';
import type { Words } from '../core/model';

/**
 * The sentence that the user reads about an error. One that no class of ours describes is a fault of the program, or of
 * Google's, and says so with its text, cleaned by `redact`.
 */
export function adviceOf(error: unknown, redact: (text: string) => string): Words {
  if (error instanceof SyncError) return { fr: redact(error.advice.fr), en: redact(error.advice.en) };
  const text = redact(error instanceof Error ? error.message : String(error)).slice(0, 300);
  return {
    fr: `Sync a rencontré un problème imprévu : « ${text} ». Relancez la synchronisation ; si cela recommence, transmettez ce texte à votre assistance. Rien n’est perdu.`,
    en: `Sync met an unexpected problem: "${text}". Sync again; if it comes back, send this text to your support. Nothing is lost.`,
  };
}
