import type { Words } from '../../core/model';
import type { Store } from '../../platform/services';
import { type AskResult, asksIn, ownersIn, waitingIn, writeAsk } from './asked';

/** How long what was asked for may wait before it counts as failed, in milliseconds. */
export const DAY = 24 * 3_600_000;

/** Ends what has waited for more than a day and has to be run by `person`: a cron job asks again. */
export function expireAsks(store: Store, person: string, now: number): void {
  const properties = store.all();
  const owners = ownersIn(properties);
  for (const [id, ask] of asksIn(properties)) {
    const late = now - ask.at < DAY ? [] : waitingIn(ask).filter((connection) => owners.get(connection) === person);
    if (late.length === 0) continue;
    const results = Object.fromEntries(late.map((connection) => [connection, failedAt(now, NOT_ENDED)]));
    writeAsk(store, id, { ...ask, results: { ...ask.results, ...results } });
  }
}

/** The result of what came to nothing. */
export function failedAt(at: number, message: Words): AskResult {
  const nothing = { read: 0, inserted: 0, updated: 0, removed: 0 };
  return { status: 'failed', ...nothing, startedAt: at, endedAt: at, message };
}

export const NOT_ENDED: Words = {
  fr: 'La synchronisation n’a pas pu se terminer en un jour. Ouvrez Sync dans la feuille de calcul : le panneau dit ce qui la retient.',
  en: 'The sync could not come to its end within a day. Open Sync in the spreadsheet: the sidebar says what keeps it.',
};
