import { Collection } from '../collection';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { parisMidnight } from '../paris-midnight';
import { cycle } from '../cycle';
import { chanceOf, DAY, toHref, toIso, type Account } from './account';
import { organismAt, OWN_SIRET } from './organisms';

/** A national certification, as folders link to it. */
export interface Certification {
  readonly id: number;
  readonly certifInfo: string;
  readonly externalId: string;
  readonly name: string;
  readonly certifier: number;
}

/** The certifications that the account prepares for; `certifier` counts among its organisms. */
export const certifications: readonly Certification[] = [
  { id: 2, certifInfo: '112713', externalId: 'RS5695', name: 'Tosa', certifier: 5 },
  { id: 7, certifInfo: '093111', externalId: 'RNCP37948', name: 'Titre pro – Développeur web', certifier: 6 },
  { id: 11, certifInfo: '104210', externalId: 'RS6438', name: 'Anglais : test « Lilate »', certifier: 5 },
  {
    id: 31,
    certifInfo: '000774',
    externalId: 'RNCP28557',
    name: 'CAP Accompagnant éducatif petite enfance',
    certifier: 7,
  },
];

/** The link to the certification a folder prepares for. */
export function certificationLink(index: number): JsonObject {
  const { certifInfo, name, externalId, id } = cycle(certifications, index);
  return { href: toHref('certifications', certifInfo), name, certifInfo, externalId, id, enabled: true };
}

/** How many trainings, actions and sessions an account has. */
export function catalogueSizes(account: Account): { trainings: number; actions: number; sessions: number } {
  const trainings = Math.max(3, Math.min(60, Math.ceil(account.folders / 40)));
  return { trainings, actions: trainings * 2, sessions: Math.max(3, Math.ceil(account.folders / 8)) };
}

/** The session of a folder; some folders share one. */
export function sessionOf(account: Account, folder: number): number {
  return chanceOf(account, 'session of', folder).int(0, catalogueSizes(account).sessions - 1);
}

/** The training action of a session. */
export function actionOf(account: Account, session: number): number {
  return session % catalogueSizes(account).actions;
}

export function trainingTitle(training: number): string {
  const title = cycle(french.trainings, training);
  return training < french.trainings.length
    ? title
    : `${title} (niveau ${String(Math.floor(training / french.trainings.length) + 1)})`;
}

export function trainingId(training: number): string {
  return `${OWN_SIRET}_formation-${String(training).padStart(3, '0')}`;
}

/** An id with a slash in it, as those of training actions are: `{siret}_{training}/{action}`. */
export function actionId(action: number): string {
  return `${trainingId(Math.floor(action / 2))}/a${String(action + 1)}`;
}

/** Session ids: letters, dashes and underscores, and some that look like numbers. */
export function sessionId(session: number): string {
  return session % 5 === 0
    ? String(10_000_000 + session).replace('1', '0')
    : `S-${String(session)}_${'abc'.charAt(session % 3)}`;
}

/** First and last day of a session, in milliseconds at midnight UTC. */
export function sessionDays(account: Account, session: number): { start: number; end: number } {
  const chance = chanceOf(account, 'session', session);
  const start = account.today + chance.int(-900, 120) * DAY;
  return { start, end: start + chance.int(1, 200) * DAY };
}

/**
 * A day as this session's source writes it: some as midnight UTC, the others as midnight in France, which is the
 * evening before in UTC.
 */
export function toSessionDate(session: number, day: number): string {
  return toIso(session % 3 === 0 ? day : parisMidnight(day));
}

export function createTrainings(account: Account): Collection {
  return new Collection({
    size: catalogueSizes(account).trainings,
    facts: () => ({}),
    key: ({ index }) => trainingId(index),
    build: ({ index }) => trainingAt(index),
    edit: (turn) => ({ title: `Formation renommée ${String(turn)}` }),
  });
}

export function createTrainingActions(account: Account): Collection {
  return new Collection({
    size: catalogueSizes(account).actions,
    facts: () => ({}),
    key: ({ index }) => actionId(index),
    build: ({ index }) => actionAt(account, index),
    edit: (turn) => ({ indicativeDuration: 7 * turn }),
  });
}

export function createSessions(account: Account): Collection {
  return new Collection({
    size: catalogueSizes(account).sessions,
    facts: () => ({}),
    key: ({ index }) => sessionId(index),
    build: ({ index }) => sessionAt(account, index),
    edit: (turn) => ({ sessionInfo: { city: `VILLE ${String(turn)}` } }),
  });
}

function trainingAt(index: number): JsonObject {
  return {
    id: 300 + index,
    externalId: trainingId(index),
    title: index === 2 ? cycle(hostileTexts, 0) : trainingTitle(index),
    certifInfo: index % 4 === 3 ? null : cycle(certifications, index).certifInfo,
    _links: { self: { href: toHref('trainings', trainingId(index)) }, organism: organismAt(0) },
  };
}

function actionAt(account: Account, index: number): JsonObject {
  const chance = chanceOf(account, 'action', index);
  const [zipCode, city] = chance.pick(french.towns);
  return {
    id: 4000 + index,
    externalId: actionId(index),
    trainingId: trainingId(Math.floor(index / 2)),
    teachingMethod: String(index % 3),
    indicativeDuration: chance.int(1, 40) * 7,
    totalTvaTTC: chance.int(30, 600) * 10 + (index % 4 === 0 ? 0.5 : 0),
    location: index % 3 === 2 ? undefined : { roadName: chance.pick(french.roads), zipCode, city },
    _links: { training: { href: toHref('trainings', trainingId(Math.floor(index / 2))) } },
  };
}

function sessionAt(account: Account, index: number): JsonObject {
  const action = actionOf(account, index);
  const { start, end } = sessionDays(account, index);
  return {
    id: 50_000 + index,
    externalId: sessionId(index),
    trainingActionId: actionId(action),
    startDate: toSessionDate(index, start),
    endDate: index % 7 === 6 ? null : toSessionDate(index, end),
    sessionInfo: { trainingTitle: trainingTitle(Math.floor(action / 2)) },
    _links: {
      self: { href: toHref('sessions', sessionId(index)) },
      trainingAction: { href: toHref('trainingActions', actionId(action)) },
    },
  };
}
