import { Collection, type Slot } from '../collection';
import { cycle } from '../cycle';
import { hostileTexts } from '../hostile-texts';
import { isJsonObject, toText, type Json, type JsonObject } from '../json';
import type { Kind, Picks } from '../vendor';
import { toSeconds, type Account } from './account';
import { ratingIn, type Ratings } from './ratings';
import type { TicketFields } from './ticket-fields';
import { isScrubbed, SCRUBBED_AFTER, stampTicket, ticketFacts, type TicketFacts } from './ticket-facts';
import { ticketRecord } from './ticket-record';

/** The account's tickets, as control changes them and as the API serves them. Those removed stay, as deleted tickets. */
export interface Tickets extends Kind {
  readonly collection: Collection<TicketFacts>;
  /** The ticket as the API serves it, with its metric set. */
  read(slot: Slot<TicketFacts>): JsonObject;
  /** A change by Zendesk itself: the generated timestamp moves, `updated_at` does not. Returns the keys. */
  updateBySystem(picks: Picks, set: JsonObject, now: number): readonly string[];
  /** Empties the tickets that were deleted 30 days before `now` (milliseconds), and exports them once more. */
  scrub(now: number): void;
}

/** Tickets of an account, whose clock shows `now()`. */
export function createTickets(account: Account, fields: TicketFields, ratings: Ratings, now: () => number): Tickets {
  const fieldsOf = keepFields(fields);
  const collection = new Collection<TicketFacts>({
    size: account.tickets,
    facts: (index, created) => ticketFacts(account, index, created),
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => ({
      ...ticketRecord(account, { index, facts, fields: fieldsOf() }),
      satisfaction_rating: facts.supportType === 'ai_agent' ? null : ratingIn(ratings, index),
    }),
    edit: (turn) => ({ subject: `Relance n° ${String(turn)} ${cycle(hostileTexts, turn)}` }),
    stamp: stampTicket,
  });
  const read = (slot: Slot<TicketFacts>): JsonObject => toServed(collection.read(slot), slot.facts);
  const update: Kind['update'] = (picks, set, at, silent) => collection.update(picks, set && toLaid(set), at, silent);
  const scrub = createScrub(collection);
  return {
    collection,
    read,
    update,
    scrub,
    size: () => collection.size(),
    records(from, to) {
      scrub(now());
      return collection.slots.slice(from, to).map(read);
    },
    create: (count, set, at) => collection.create(count, set && toLaid(set), at),
    remove: (picks) => collection.update(picks, { status: 'deleted' }, now(), false),
    updateBySystem(picks, set, at) {
      const keys = collection.update(picks, toLaid(set), at, true);
      for (const key of keys) {
        const slot = collection.find(key);
        if (slot !== undefined) slot.facts.at = toSeconds(at);
      }
      return keys;
    },
  };
}

/** The fields as tickets need them, worked out anew only when they change. */
function keepFields(fields: TicketFields): () => readonly (readonly [number, number])[] {
  let version = -1;
  let kept: readonly (readonly [number, number])[] = [];
  return () => {
    if (version !== fields.version) {
      const own = fields.slots.filter(({ facts }) => facts.number >= 0);
      kept = own.map(({ facts }) => [facts.id, facts.number] as const);
      version = fields.version;
    }
    return kept;
  };
}

function createScrub(tickets: Collection<TicketFacts>): Tickets['scrub'] {
  let version = -1;
  let due = 0;
  return (now) => {
    const seconds = toSeconds(now);
    if (version === tickets.version && seconds < due) return;
    due = Infinity;
    for (const { facts } of tickets.slots) {
      if (facts.status !== 'deleted' || facts.deletedAt === 0 || isScrubbed(facts)) continue;
      const at = facts.deletedAt + SCRUBBED_AFTER;
      if (at > seconds) due = Math.min(due, at);
      else {
        facts.at = at;
        tickets.version++;
      }
    }
    version = tickets.version;
  };
}

/** Custom fields are changed as they are served, as a list of ids and values, and laid over the others by id. */
function toLaid(set: JsonObject): JsonObject {
  const list = set.custom_fields;
  if (!Array.isArray(list)) return set;
  const pairs = (list as readonly Json[]).filter(isJsonObject).map(({ id, value }) => [toText(id), value ?? null]);
  return { ...set, custom_fields: Object.fromEntries(pairs) as JsonObject };
}

function toServed(record: JsonObject, facts: TicketFacts): JsonObject {
  const values = isJsonObject(record.custom_fields) ? Object.entries(record.custom_fields) : [];
  const list = values.map(([id, value]) => ({ id: Number(id), value }));
  const whole = {
    ...record,
    custom_fields: list,
    fields: list,
    ...(facts.status === 'deleted' ? { metric_set: null } : {}),
  };
  return isScrubbed(facts) ? { ...whole, ...SCRUBBED } : whole;
}

const SCRUBBED: JsonObject = { subject: 'SCRUBBED', raw_subject: 'SCRUBBED', description: 'X' };
