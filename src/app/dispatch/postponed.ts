import * as v from 'valibot';
import type { Words } from '../../core/model';
import type { Store } from '../../platform/services';
import { readAllStored } from '../read-stored';

/** Why a run that was due has not begun. */
export type Reason = keyof typeof REASONS;

/** What keeps the due run of each connection waiting, by its id, from the document's properties. */
export function postponedIn(properties: Readonly<Record<string, string>>): ReadonlyMap<string, Reason> {
  return readAllStored(REASON, properties, PREFIX);
}

/** Notes why runs that were due have not begun, unless a reason is noted. One service call a connection. */
export function postpone(
  store: Store,
  properties: Readonly<Record<string, string>>,
  ids: readonly string[],
  why: Reason,
): void {
  const known = postponedIn(properties);
  for (const id of ids) if (known.get(id) !== why) store.set(PREFIX + id, JSON.stringify(why));
}

/** Forgets why a connection's run was late. */
export function forgetPostponed(store: Store, id: string): void {
  store.remove(PREFIX + id);
}

/** What the user reads about it, as the end of a sentence. */
export const REASONS = {
  allowance: {
    fr: 'le temps que Google accorde chaque jour aux synchronisations automatiques de votre compte ne suffisait pas pour toutes',
    en: 'the time that Google allows each day for your account’s automatic syncs was not enough for all of them',
  },
  requests: {
    fr: 'les requêtes que Google accorde chaque jour à votre compte étaient épuisées',
    en: 'the requests that Google allows your account each day were used up',
  },
  busy: { fr: 'une autre synchronisation était en cours', en: 'another sync was under way' },
  refused: {
    fr: 'Google attendait que son propriétaire autorise de nouveau Sync',
    en: 'Google was waiting for its owner to authorise Sync again',
  },
} satisfies Record<string, Words>;

/** What the user reads while it waits. */
export function waitWords(reason: Reason): Words {
  const { fr, en } = REASONS[reason];
  return {
    fr: `Une synchronisation prévue attend : ${fr}. Elle se fera d’elle-même.`,
    en: `A sync that was due is waiting: ${en}. It will be done by itself.`,
  };
}

const PREFIX = 'postponed.';

const REASON = v.picklist(['allowance', 'requests', 'busy', 'refused']);
