import type { Collection } from '../collection';
import { toText, type JsonObject } from '../json';
import { toIso, toSeconds } from './account';
import { toListPage, type ListPage } from './list-page';
import type { Records } from './records';
import { invalid } from './refusal';
import type { Bucket } from './rate-limits';
import type { Asked, Route, Routes, Served } from './route';
import { isScrubbed, SCRUBBED_AFTER } from './ticket-facts';

/** The plain lists, and what is asked for by id. */
export function createListRoutes(records: Records): Routes {
  const { users, organizations, groups } = records;
  return {
    '/ticket_fields': list('ticket_fields', records.ticketFields, 'ticket-fields-index'),
    '/ticket_forms': list('ticket_forms', records.ticketForms),
    '/brands': list('brands', records.brands),
    '/custom_statuses': list('custom_statuses', records.customStatuses),
    '/groups': {
      list: 'groups',
      serve: ({ path, query }) => {
        const all = groups.records(0, Infinity);
        const shown = query.get('exclude_deleted') === 'true' ? all.filter(({ deleted }) => deleted !== true) : all;
        return toServed('groups', toListPage(path, query, shown));
      },
    },
    '/satisfaction_ratings': { list: 'satisfaction_ratings', serve: (asked) => ratings(records, asked) },
    '/users/show_many': { list: 'users', serve: ({ query }) => showMany('users', users, query) },
    '/organizations/show_many': {
      list: 'organizations',
      serve: ({ query }) => showMany('organizations', organizations, query),
    },
    '/search/count': {
      list: 'search',
      serve: ({ query }) => ({ body: { count: count(records, query.get('query')) } }),
    },
    '/deleted_tickets': {
      list: 'deleted_tickets',
      bucket: 'deleted-tickets-index',
      serve: (asked) => deletedTickets(records, asked),
    },
  };
}

function list<F extends object>(name: string, collection: Collection<F>, bucket?: Bucket): Route {
  return {
    list: name,
    ...(bucket ? { bucket } : {}),
    serve: ({ path, query }) => toServed(name, toListPage(path, query, collection.records(0, Infinity))),
  };
}

function toServed(name: string, { items, envelope }: ListPage<JsonObject>): Served {
  return {
    body: { [name]: items, ...envelope },
    page: { list: name, keys: () => items.map(({ id }) => toText(id)) },
  };
}

/** A hundred a page by cursor, oldest first, those that changed since `start_time`. */
function ratings({ ratings: all }: Records, { path, query }: Asked): Served {
  const from = Number(query.get('start_time') ?? 0);
  const to = Number(query.get('end_time') ?? Infinity);
  if (Number.isNaN(from) || Number.isNaN(to)) throw invalid('start_time and end_time are in whole seconds.');
  const slots = all.slots.filter(({ facts: { at } }) => at >= from && at <= to);
  const { items, envelope } = toListPage(path, query, slots);
  return toServed('satisfaction_ratings', { items: items.map((slot) => all.read(slot)), envelope });
}

function showMany<F extends object>(name: string, collection: Collection<F>, query: URLSearchParams): Served {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0 || ids.length > 100) throw invalid('ids must hold from 1 to 100 ids.', 400, 'TooManyIds');
  const found = ids.flatMap((id) => {
    const slot = collection.find(id);
    return slot === undefined ? [] : [collection.read(slot)];
  });
  return { body: { [name]: found, next_page: null, previous_page: null, count: found.length } };
}

/** Deleted tickets are not found, archived ones are. */
function count({ tickets }: Records, query: string | null): number {
  if (query !== 'type:ticket') throw invalid('Only query=type:ticket is counted here.', 422);
  let total = 0;
  for (const { facts } of tickets.collection.slots) if (facts.status !== 'deleted') total++;
  return total;
}

/** Those of the last 30 days, before they are scrubbed. */
function deletedTickets({ tickets }: Records, { path, query, now }: Asked): Served {
  tickets.scrub(now);
  const slots = tickets.collection.slots.filter(
    ({ facts }) => facts.deletedAt > 0 && !isScrubbed(facts) && facts.deletedAt + SCRUBBED_AFTER > toSeconds(now),
  );
  const { items, envelope } = toListPage(path, query, slots);
  const records = items.map((slot) => ({
    id: slot.facts.id,
    subject: tickets.read(slot).subject,
    deleted_at: toIso(slot.facts.deletedAt),
    previous_state: 'open',
    actor: { id: -1, name: 'Admin Exemple' },
  }));
  return toServed('deleted_tickets', { items: records, envelope });
}
