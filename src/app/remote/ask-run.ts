import type { Words } from '../../core/model';
import { clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { documentStore } from '../../platform/property-stores';
import type { Store } from '../../platform/services';
import { userEmail } from '../../platform/session';
import { newId } from '../new-id';
import { underScriptLock } from '../under-script-lock';
import { type Ask, asksIn, hasAsked, waitingIn, writeAsk } from './asked';
import { DAY } from './expire-asks';
import { Refusal } from './refusal';
import { keepAwake } from './wake-asked';

/**
 * Asks for a run of connections (or `CONTACTS`), which begins in about a minute. Returns its id: that of the same run where it was
 * asked for less than a minute ago, or has not ended yet, so that a call that is repeated starts nothing twice. Throws `Refusal` of
 * status 429 when too many wait, 503 when Google makes no trigger, and then nothing was asked for.
 */
export function askRun(connections: readonly string[]): string {
  const store = documentStore();
  const id = underScriptLock(BUSY, () => noteAsk(store, connections));
  // Those of somebody else wait for that person's hourly trigger.
  if (hasAsked(store.all(), userEmail())) wake(store, id);
  return id;
}

const MINUTE = 60_000;
const MOST_WAITING = 20;
/** Those that have ended are forgotten after a week, or before when they are many. */
const KEPT_MS = 7 * DAY;
const MOST_KEPT = 50;

function noteAsk(store: Store, connections: readonly string[]): string {
  const now = clock.now();
  const asks = asksIn(store.all());
  const waiting = [...asks].filter(([, ask]) => waitingIn(ask).length > 0 && now - ask.at < DAY);
  const recent = [...asks].filter(([, { at }]) => now - at < MINUTE);
  const same = [...waiting, ...recent].find(([, ask]) => isSameSet(ask.connections, connections));
  if (same) return same[0];
  if (waiting.length >= MOST_WAITING) throw tooMany();
  forgetOld(store, asks, now);
  const id = newId();
  writeAsk(store, id, { at: now, connections: [...connections], results: {} });
  return id;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function forgetOld(store: Store, asks: ReadonlyMap<string, Ask>, now: number): void {
  const ended = [...asks].filter(([, ask]) => waitingIn(ask).length === 0 || now - ask.at >= DAY);
  const many = ended.slice(0, Math.max(0, ended.length - MOST_KEPT + 1));
  const old = ended.filter(([, { at }]) => now - at >= KEPT_MS);
  for (const [id] of new Set([...many, ...old])) writeAsk(store, id, null);
}

function wake(store: Store, id: string): void {
  try {
    keepAwake();
  } catch (error) {
    writeAsk(store, id, null);
    log(`No trigger could be made for a run that was asked for: ${String(error)}`);
    throw noTrigger();
  }
}

const BUSY: Words = {
  fr: 'Un autre appel est traité en ce moment. Réessayez dans une minute.',
  en: 'Another call is being answered just now. Try again in a minute.',
};

function tooMany(): Refusal {
  return new Refusal(429, {
    fr: `${String(MOST_WAITING)} synchronisations demandées attendent déjà. Attendez qu’elles se fassent, puis rappelez ; appelez moins souvent.`,
    en: `${String(MOST_WAITING)} syncs that were asked for are waiting already. Wait until they are done, then call again; call less often.`,
  });
}

function noTrigger(): Refusal {
  return new Refusal(503, {
    fr: 'Google refuse de lancer la synchronisation : il y a trop de déclencheurs. Supprimez-en d’anciens (Extensions > Apps Script > Déclencheurs), puis rappelez. Rien n’a été lancé.',
    en: 'Google refuses to start the sync: there are too many triggers. Delete old ones (Extensions > Apps Script > Triggers), then call again. Nothing was started.',
  });
}
