import type { Cursor } from '../../core/model';
import type { Api, Page, Stream } from '../connector';
import { numberOf, objectAt, textOf } from '../fields';
import { metricEventColumns, ratingColumns } from './columns/event-columns';
import { newestById } from './newest';
import { pickRows } from './pick';
import { readListPage } from './read-list';
import { joinNotes } from './sentences';
import { secondsAt } from './seconds-at';
import { readTimeExport, type TimeExport } from './time-export';

/** What requesters said about the help they got. */
export function defineSatisfactionRatings(): Stream {
  return {
    name: 'satisfaction_ratings',
    title: { fr: 'Notes de satisfaction', en: 'Satisfaction ratings' },
    help: { fr: 'Une ligne par enquête de satisfaction.', en: 'One row for each satisfaction survey.' },
    key: ['id'],
    columns: ratingColumns,
    mode: 'changes',
    optional: true,
    read: readRatings,
  };
}

/** What happened to the service goals of tickets. */
export function defineTicketMetricEvents(): Stream {
  return {
    name: 'ticket_metric_events',
    title: { fr: 'Événements de mesure', en: 'Ticket metric events' },
    help: {
      fr: 'Une ligne par événement de mesure d’un ticket : départ, pause, objectif atteint ou manqué.',
      en: 'One row for each metric event of a ticket: start, pause, goal met or missed.',
    },
    key: ['id'],
    columns: metricEventColumns,
    mode: 'changes',
    optional: true,
    read: readMetricEvents,
  };
}

/** A survey may be answered long after it was sent: those of the last 30 days are read again. */
const OVERLAP = 30 * 86_400;

function readRatings(api: Api, cursor: Cursor | null): Page {
  const begun = numberOf(cursor?.begun) ?? Math.floor(api.now() / 1000);
  const start = numberOf(cursor?.start) ?? 0;
  const query = { start_time: start };
  const page = readListPage(api, '/api/v2/satisfaction_ratings', 'satisfaction_ratings', query, textOf(cursor?.after));
  const { rows, note } = pickRows(ratingColumns, page.records);
  const isDone = page.after === null;
  const next = isDone ? { start: Math.max(0, begun - OVERLAP) } : { start, begun, after: page.after };
  return { rows, cursor: next, done: isDone, ...joinNotes(note) };
}

const METRIC_EVENTS: TimeExport = {
  path: '/api/v2/incremental/ticket_metric_events',
  list: 'ticket_metric_events',
  timeOf: ({ time }) => secondsAt(time),
};

function readMetricEvents(api: Api, cursor: Cursor | null): Page {
  const step = readTimeExport(api, METRIC_EVENTS, cursor);
  const records = newestById(step.records, METRIC_EVENTS.timeOf).map((event) => ({
    ...event,
    status_calendar: objectAt(event, 'status').calendar ?? null,
    status_business: objectAt(event, 'status').business ?? null,
    sla_target: objectAt(event, 'sla').target ?? null,
    sla_business_hours: objectAt(event, 'sla').business_hours ?? null,
    sla_policy: objectAt(event, 'sla', 'policy').title ?? null,
  }));
  const { rows, note } = pickRows(metricEventColumns, records);
  return { rows, cursor: step.cursor, done: step.done, ...joinNotes(step.note, note) };
}
