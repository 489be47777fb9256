import type { Column } from '../../core/columns';
import { DataError, SignInError, SyncError, UnavailableError } from '../../core/errors';
import type { Cursor, Json, JsonObject, Row, Value } from '../../core/model';
import type { Api, Page, Settings, Stream } from '../connector';
import { isList, isObject, numberOf, objectAt, textOf } from '../fields';
import { chooseColumns, chooseFields, findUnknown } from './chosen-columns';
import { readExport, type CursorExport } from './cursor-export';
import { defineCustomFields, readCustomValues, type CustomField } from './custom-fields';
import { addGone, fromGone, readGone } from './gone';
import { chooseLabels } from './labels';
import { readLookups } from './lookups';
import { readNames } from './names';
import { newestById } from './newest';
import { readOptions, type Options } from './options';
import { joinNotes, sentences } from './sentences';
import { readSubdomain } from './subdomain';
import { toTicketCells, type TicketContext } from './ticket-row';

/** Every ticket in one wide table. Throws `SettingsError` for a setting that means nothing. */
export function defineTickets(settings: Settings): Stream {
  const options = readOptions(settings);
  const columns = chooseColumns(options);
  return {
    name: 'tickets',
    title: { fr: 'Tickets', en: 'Tickets' },
    help: {
      fr: 'Une ligne par ticket, archivés compris ; chaque champ propre à votre compte est une colonne.',
      en: 'One row for each ticket, archived ones too; each of your account’s own fields is a column.',
    },
    key: ['ticket_id'],
    columns,
    mode: 'changes',
    version: 'generated_timestamp',
    labels: chooseLabels(columns),
    ...(options.separator !== null && { file: { name: 'tickets_all.csv', separator: options.separator } }),
    slimming: {
      fr: 'Nommez dans le réglage « Colonnes » celles dont vous avez besoin, et laissez « Description » sur non.',
      en: 'Name in the setting “Columns” those that you need, and leave “Description” at no.',
    },
    read: (api, cursor) => readTickets(api, cursor, settings, options, columns),
  };
}

const EXPORT: CursorExport = {
  path: '/api/v2/incremental/tickets/cursor.json',
  list: 'tickets',
  // Without `support_type_scope` tickets that only AI agents handled are left out.
  query: { support_type_scope: 'all', include: 'metric_sets,users,organizations,groups' },
  timeOf: versionOf,
};

/** `updated_at` stays where the system changes a ticket: only this moves with every change. */
function versionOf(ticket: JsonObject): number {
  return numberOf(ticket.generated_timestamp) ?? 0;
}

function readTickets(
  api: Api,
  cursor: Cursor | null,
  settings: Settings,
  options: Options,
  columns: readonly Column[],
): Page {
  const base = `https://${readSubdomain(settings)}.zendesk.com`;
  const all = defineCustomFields(asAdministrator(() => readLookups(api).fields));
  const fields = chooseFields(options, all);
  const step = asAdministrator(() => readExport(api, EXPORT, cursor));
  // the whole of an account in one page needs no announcement
  const total = step.isBeginning && !step.done ? readTotal(api) : null;
  const tickets = newestById(step.records, versionOf);
  const gone = readGone(cursor);
  // A row that has left the tab cannot tell any more that it was newer.
  const isLate = (ticket: JsonObject): boolean => versionOf(ticket) < (gone.get(textOf(ticket.id)) ?? 0);
  const keyed = tickets.filter((ticket) => textOf(ticket.id) !== '' && !isLate(ticket));
  const keyless = tickets.filter(({ id }) => textOf(id) === '').length;
  const context: TicketContext = {
    base,
    names: readNames(api, step.body, keyed),
    metricSets: readMetricSets(step.body.metric_sets),
    syncedAt: new Date(api.now()).toISOString(),
  };
  const isGone = ({ status }: JsonObject): boolean => options.deleted === 'remove' && status === 'deleted';
  const unknown = findUnknown(options, columns, all);
  return {
    rows: keyed.filter((ticket) => !isGone(ticket)).map((ticket) => toRow(ticket, context, columns, fields)),
    columns: fields.map(({ column }) => column),
    removed: keyed.filter(isGone).map(toRemoval),
    cursor: { ...step.cursor, gone: fromGone(addGone(gone, options.deleted === 'remove' ? keyed : [], versionOf)) },
    done: step.done,
    ...(total !== null && { total }),
    ...joinNotes(
      unknown.length > 0 ? sentences.unknownColumns(unknown) : undefined,
      keyless > 0 ? sentences.keyless(keyless) : undefined,
    ),
  };
}

function toRemoval(ticket: JsonObject): Row {
  return { ticket_id: textOf(ticket.id), generated_timestamp: numberOf(ticket.generated_timestamp) };
}

/** Every account has tickets: who may not read them lacks the right to, which is a failure and no matter of the plan. */
function asAdministrator<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnavailableError) throw new DataError(error.message, sentences.noExport, error.status);
    throw error;
  }
}

/** How many tickets there are, to show how far the reading is; null where the search does not say. */
function readTotal(api: Api): number | null {
  try {
    return numberOf(objectAt(api.get('/api/v2/search/count.json', { query: 'type:ticket' }).body).count);
  } catch (error) {
    if (!(error instanceof SyncError) || error instanceof SignInError) throw error;
    return null;
  }
}

/** A ticket that does not have a field leaves its column out: a field that is in no use any more keeps what it held. */
function toRow(
  ticket: JsonObject,
  context: TicketContext,
  columns: readonly Column[],
  fields: readonly CustomField[],
): Row {
  const cells = toTicketCells(ticket, context);
  const row: Record<string, Value> = {};
  for (const { name } of columns) row[name] = cells[name] ?? null;
  const values = readCustomValues(ticket);
  for (const { id, column, toCell } of fields) {
    if (values.has(id)) row[column.name] = toCell(values.get(id));
  }
  return row;
}

function readMetricSets(value: Json | undefined): ReadonlyMap<string, JsonObject> {
  const sets = isList(value) ? value.filter(isObject) : [];
  return new Map(sets.map((set) => [textOf(set.ticket_id), set]));
}
