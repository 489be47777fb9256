import { Collection } from '../collection';
import { cycle } from '../cycle';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { createdAt, DAY, toIso, toSeconds, toUrl, type Account, type Placed } from './account';
import { idOf } from './ids';
import { ticketPeople } from './ticket-people';

export type Ratings = Collection<Placed>;

const SCORES = ['good', 'good', 'bad', 'offered', 'good'];
const REASONS = ['Le problème a pris trop de temps à être résolu', 'Autre', null];

/** What requesters thought of it: one ticket in five was asked about. */
export function createRatings(account: Account): Ratings {
  return new Collection<Placed>({
    size: Math.floor((account.tickets + 2) / EVERY),
    facts: (index, now) => ({
      id: idOf.rating(index),
      at: now === undefined ? seededAt(account, index) : toSeconds(now),
    }),
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => rating(account, index, facts),
    edit: (turn) => ({ score: cycle(['bad', 'good'], turn), comment: `Avis changé ${String(turn)}` }),
    stamp: (facts, now) => {
      facts.at = toSeconds(now);
    },
  });
}

/** The rating of a ticket as the ticket holds it. */
export function ratingIn(ratings: Ratings, ticket: number): JsonObject {
  const slot = ticket % EVERY === FIRST ? ratings.at((ticket - FIRST) / EVERY) : undefined;
  if (slot === undefined) return { score: 'unoffered' };
  const { id, score, comment, reason, reason_id } = ratings.read(slot);
  return score === 'offered' ? { score } : { score, id, comment, reason, reason_id };
}

/** The id of the ticket that was rated. */
export function ratedTicket(rating: number): number {
  return rating * EVERY + FIRST + 1;
}

const EVERY = 5;
const FIRST = 2;

function seededAt(account: Account, index: number): number {
  const ticket = createdAt(account, index * EVERY + FIRST, account.tickets);
  return Math.min(ticket + 3 * DAY, account.today - 60);
}

function rating(account: Account, index: number, { id, at }: Placed): JsonObject {
  const { requester, assignee, group } = ticketPeople(account, ratedTicket(index) - 1);
  const score = cycle(SCORES, index);
  const reason = score === 'bad' ? cycle(REASONS, index) : null;
  return {
    url: toUrl('satisfaction_ratings', id),
    id,
    assignee_id: idOf.user(assignee),
    group_id: idOf.group(group),
    requester_id: idOf.user(requester),
    ticket_id: ratedTicket(index),
    score,
    created_at: toIso(at),
    updated_at: toIso(at),
    comment: score === 'offered' || index % 3 === 0 ? null : cycle(hostileTexts, index),
    reason,
    reason_id: reason === null ? null : 46_460_000_000_000 + index,
  };
}
