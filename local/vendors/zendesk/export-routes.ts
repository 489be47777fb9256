import type { Collection } from '../collection';
import type { JsonObject } from '../json';
import type { Placed } from './account';
import type { Cursors } from './cursors';
import { cursorPage, timePage, type ExportAsked, type ExportPage } from './incremental';
import type { Records } from './records';
import { invalid } from './refusal';
import type { Asked, Route, Routes, Served } from './route';
import { withSideLoads, type SideLoadOptions } from './side-loads';
import type { TicketFacts } from './ticket-facts';
import { Timeline } from './timeline';

export interface ExportOptions extends SideLoadOptions {
  /** 400, or 422 as older accounts answer to a start time in the last minute. */
  readonly tooRecentStatus: number;
}

/** The incremental exports (developer.zendesk.com, Incremental Exports). */
export function createExportRoutes(records: Records, cursors: Cursors, options: ExportOptions): Routes {
  const { users, organizations, metricEvents } = records;
  const tickets = new Timeline(records.tickets.collection);
  const byCursor: Paging = (asked) => cursorPage(asked, cursors);
  const plain = { tooRecentStatus: options.tooRecentStatus, holdsBack: false };
  const ticketRoute = (page: Paging): Route => ({
    list: 'tickets',
    bucket: 'incremental-exports',
    serve: (asked) => ticketPage(records, options, page, { ...asked, timeline: tickets }),
  });
  return {
    '/incremental/tickets/cursor': ticketRoute(byCursor),
    '/incremental/tickets': ticketRoute(timePage),
    '/incremental/users/cursor': {
      list: 'users',
      bucket: 'incremental-exports-cursor',
      serve: plainPage('users', () => users, byCursor, plain),
    },
    '/incremental/organizations': {
      list: 'organizations',
      bucket: 'incremental-exports',
      serve: plainPage('organizations', () => organizations, timePage, plain),
    },
    '/incremental/ticket_metric_events': {
      list: 'ticket_metric_events',
      bucket: 'incremental-exports',
      serve: plainPage('ticket_metric_events', () => metricEvents.collection(), timePage, {
        ...plain,
        holdsBack: true,
      }),
    },
  };
}

type Paging = <F extends Placed>(asked: ExportAsked<F>) => ExportPage<F>;

/** An export without filters and side-loads; the collection is not made before it is asked for. */
function plainPage<F extends Placed>(
  list: string,
  collectionOf: () => Collection<F>,
  page: Paging,
  rules: Pick<ExportAsked<F>, 'holdsBack' | 'tooRecentStatus'>,
): Route['serve'] {
  let timeline: Timeline<F> | undefined;
  return (asked) => {
    const collection = collectionOf();
    timeline ??= new Timeline(collection);
    const { slots, envelope } = page({ ...asked, ...rules, timeline, wants: () => true });
    return {
      body: { [list]: slots.map((slot) => collection.read(slot)), ...envelope },
      weight: slots.length,
      page: { list, keys: () => slots.map((slot) => collection.keyOf(slot)) },
    };
  };
}

function ticketPage(
  records: Records,
  options: ExportOptions,
  page: Paging,
  asked: Asked & Pick<ExportAsked<TicketFacts>, 'timeline'>,
): Served {
  const { query, now } = asked;
  const { tickets } = records;
  const scope = query.get('support_type_scope') ?? 'agent';
  if (!SCOPES.includes(scope)) throw invalid(`support_type_scope must be one of ${SCOPES.join(', ')}.`);
  const excludesDeleted = query.get('exclude_deleted') === 'true';
  tickets.scrub(now);
  const { slots, envelope } = page({
    ...asked,
    holdsBack: true,
    tooRecentStatus: options.tooRecentStatus,
    wants: ({ facts: { supportType, status } }) =>
      (scope === 'all' || supportType === scope) && !(excludesDeleted && status === 'deleted'),
  });
  const served: readonly JsonObject[] = slots.map((slot) => tickets.read(slot));
  return {
    body: { ...withSideLoads(served, query.get('include'), records, options), ...envelope },
    weight: slots.length,
    page: { list: 'tickets', keys: () => slots.map((slot) => tickets.collection.keyOf(slot)) },
  };
}

/** Tickets that only AI agents dealt with are left out unless they are asked for. */
const SCOPES: readonly string[] = ['all', 'agent', 'ai_agent'];
