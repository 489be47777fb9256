import type { Words } from '../../core/model';
import { readRun } from '../../engine/run-state';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { connectionsIn } from '../connections';
import { CONTACTS, CONTACTS_TITLE } from '../contacts/contacts-history';
import { contactsIn } from '../contacts/contacts-store';
import { say } from '../words';
import { type Answer, ok } from './answer';
import { type Ask, asksIn, ownersIn } from './asked';
import { DAY, NOT_ENDED } from './expire-asks';
import { Refusal } from './refusal';
import { toTime } from './to-time';

type Properties = Readonly<Record<string, string>>;

/** How a run goes that was asked for, connection by connection. Throws `Refusal` of status 404 where there is none of that id. */
export function readRunStatus(id: string): Answer {
  const properties = documentStore().all();
  const ask = asksIn(properties).get(id);
  if (!ask) throw noRun();
  const parts = ask.connections.map((connection) => partOf(ask, connection, properties));
  const state = stateOf(parts);
  const started = parts.flatMap(({ started_at }) => started_at ?? []).sort();
  const ended = parts.flatMap(({ ended_at }) => ended_at ?? []).sort();
  const isOver = state === 'finished' || state === 'failed' || state === 'stopped';
  const data = {
    ...{ run: id, state, asked_at: toTime(ask.at), started_at: started[0] ?? null },
    ended_at: isOver ? (ended[ended.length - 1] ?? null) : null,
    rows: sumRows(parts),
    connections: parts,
  };
  return ok(data, MESSAGES[state]);
}

type State = 'waiting' | 'running' | 'paused' | 'finished' | 'failed' | 'stopped';

interface Rows {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** How one connection goes, as callers read it. */
interface Part {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly rows: Rows;
  readonly message: string;
}

const NO_ROWS: Rows = { read: 0, added: 0, updated: 0, removed: 0 };

function partOf(ask: Ask, id: string, properties: Properties): Part {
  const name = nameOf(id, properties);
  const result = ask.results[id];
  if (result) {
    const { status: state, read, inserted: added, updated, removed, startedAt, endedAt, message } = result;
    const times = { started_at: toTime(startedAt), ended_at: toTime(endedAt) };
    return { id, name, state, ...times, rows: { read, added, updated, removed }, message: say(message) };
  }
  const waits = { id, name, started_at: null, ended_at: null, rows: NO_ROWS };
  const owner = ownersIn(properties).get(id);
  if (owner === undefined) return { ...waits, state: 'failed', message: say(GONE) };
  if (clock.now() - ask.at >= DAY) return { ...waits, state: 'failed', message: say(NOT_ENDED) };
  const state = id === CONTACTS ? contactsStateOf(properties) : liveStateOf(id, properties);
  return { ...waits, state, message: state === 'waiting' ? say(waitsFor(owner)) : '' };
}

function nameOf(id: string, properties: Properties): string {
  return id === CONTACTS ? CONTACTS_TITLE : (connectionsIn(properties).find((each) => each.id === id)?.title ?? id);
}

/** Where it stands in the run under way. */
function liveStateOf(id: string, properties: Properties): State {
  const run = readRun({ get: (name) => properties[name] ?? null });
  if (run?.queue[0] !== id) return 'waiting';
  return run.until > 0 ? 'paused' : 'running';
}

function contactsStateOf(properties: Properties): State {
  const { run } = contactsIn(properties);
  if (!run) return 'waiting';
  return run.until > clock.now() ? 'paused' : 'running';
}

function stateOf(parts: readonly Part[]): State {
  const has = (state: State): boolean => parts.some((part) => part.state === state);
  if (has('running')) return 'running';
  if (has('paused')) return 'paused';
  if (has('waiting')) return parts.every(({ state }) => state === 'waiting') ? 'waiting' : 'running';
  if (has('failed')) return 'failed';
  return has('stopped') ? 'stopped' : 'finished';
}

function sumRows(parts: readonly Part[]): Rows {
  const sum = (name: keyof Rows): number => parts.reduce((total, { rows }) => total + rows[name], 0);
  return { read: sum('read'), added: sum('added'), updated: sum('updated'), removed: sum('removed') };
}

const MESSAGES: Readonly<Record<State, Words>> = {
  waiting: { fr: 'La synchronisation va commencer.', en: 'The sync is about to begin.' },
  running: { fr: 'La synchronisation est en cours.', en: 'The sync is under way.' },
  paused: {
    fr: 'La synchronisation est en pause ; elle reprend d’elle-même.',
    en: 'The sync is paused; it goes on by itself.',
  },
  finished: { fr: 'La synchronisation est terminée.', en: 'The sync is finished.' },
  failed: {
    fr: 'La synchronisation est terminée, avec des échecs : le message de chaque connexion dit lesquels.',
    en: 'The sync is finished, with failures: the message of each connection says which.',
  },
  stopped: { fr: 'La synchronisation a été arrêtée.', en: 'The sync was stopped.' },
};

const GONE: Words = { fr: 'Cette connexion a été supprimée.', en: 'This connection was removed.' };

function waitsFor(owner: string): Words {
  return {
    fr: `Commence au prochain passage de Sync pour le compte de ${owner} : en général en une minute, sinon dans l’heure.`,
    en: `Begins when Sync is next at work for the account of ${owner}: usually within a minute, else within the hour.`,
  };
}

function noRun(): Refusal {
  return new Refusal(404, {
    fr: 'Il n’y a pas de synchronisation de ce numéro. Les résultats sont gardés sept jours, et les 50 derniers.',
    en: 'There is no run of this id. Results are kept for seven days, and the last 50 of them.',
  });
}
