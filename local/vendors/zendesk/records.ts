import type { JsonObject } from '../json';
import type { Kind } from '../vendor';
import { toIso, toSeconds, type Account } from './account';
import { createBrands } from './brands';
import { createCustomStatuses } from './custom-statuses';
import { createGroups } from './groups';
import type { Lookup } from './lookup';
import { createMetricEvents, type MetricEvents } from './metric-events';
import { createOrganizations, type Organizations } from './organizations';
import { createRatings, ratedTicket, type Ratings } from './ratings';
import { createTicketFields, type TicketFields } from './ticket-fields';
import { createTicketForms } from './ticket-forms';
import { createTickets, type Tickets } from './tickets';
import { createUsers, type Users } from './users';

/** Everything that an account holds. */
export interface Records {
  readonly tickets: Tickets;
  readonly users: Users;
  readonly organizations: Organizations;
  readonly groups: Lookup;
  readonly brands: Lookup;
  readonly ticketForms: Lookup;
  readonly ticketFields: TicketFields;
  readonly customStatuses: Lookup;
  readonly ratings: Ratings;
  readonly metricEvents: MetricEvents;
  /** The same as control changes them: what is removed there stays, marked as deleted, where Zendesk keeps it. */
  readonly kinds: Readonly<Record<string, Kind>>;
}

/** The records of an account, whose clock shows `now()` (milliseconds). */
export function createRecords(account: Account, now: () => number): Records {
  const users = createUsers(account);
  const organizations = createOrganizations(account);
  const groups = createGroups(account);
  const brands = createBrands(account);
  const ticketForms = createTicketForms(account);
  const customStatuses = createCustomStatuses(account);
  const ticketFields = createTicketFields(account, () => customStatuses.records(0, Infinity));
  const ratings = createRatings(account);
  const tickets = createTickets(account, ticketFields, ratings, now);
  const metricEvents = createMetricEvents(account);
  const kinds = {
    tickets,
    users: marked(users, now, () => ({ active: false })),
    organizations: marked(organizations, now, (at) => ({ deleted_at: toIso(toSeconds(at)) })),
    groups: marked(groups, now, () => ({ deleted: true })),
    brands: marked(brands, now, () => ({ is_deleted: true, active: false })),
    ticket_forms: ticketForms,
    ticket_fields: ticketFields,
    custom_statuses: customStatuses,
    satisfaction_ratings: telling(ratings, tickets),
    ticket_metric_events: metricEvents,
  };
  const lookups = { groups, brands, ticketForms, ticketFields, customStatuses };
  return { tickets, users, organizations, ...lookups, ratings, metricEvents, kinds };
}

/** A kind whose removed records stay, with a mark. */
function marked(kind: Kind, now: () => number, mark: (at: number) => JsonObject): Kind {
  return {
    size: () => kind.size(),
    records: (from, to) => kind.records(from, to),
    update: (picks, set, at, silent) => kind.update(picks, set, at, silent),
    create: (count, set, at) => kind.create(count, set, at),
    remove: (picks) => kind.update(picks, mark(now()), now(), false),
  };
}

/** Ratings whose changes are events of their tickets, which are exported again for it. */
function telling(ratings: Ratings, tickets: Tickets): Kind {
  return {
    size: () => ratings.size(),
    records: (from, to) => ratings.records(from, to),
    create: (count, set, at) => ratings.create(count, set, at),
    remove: (picks) => ratings.remove(picks),
    update(picks, set, at, silent) {
      const keys = ratings.update(picks, set, at, silent);
      const rated = keys.map((key) => String(ratedTicket(ratings.find(key)?.index ?? 0)));
      tickets.update({ keys: rated }, {}, at, silent);
      return keys;
    },
  };
}
