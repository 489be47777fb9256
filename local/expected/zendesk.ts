import { isJsonObject, toText, type Json, type JsonObject } from '../vendors/json';
import type { StartedVendor } from '../vendors/start-vendor';
import type { ExpectedTab } from './compare-tab';
import type { Cells } from './flatten';
import { readKind } from './read-kind';
import { toCell, toTextCell } from './to-cell';
import { ticketCells, zendeskColumns, type ZendeskAccount } from './zendesk-cells';
import { nameFields, toFields, type FieldHeaders } from './zendesk-fields';

/** What was asked for, and what earlier syncs fixed. */
export interface ZendeskWish {
  /** Whether deleted tickets stay as flagged rows; else they have none. */
  readonly flagsDeleted?: boolean;
  readonly description?: boolean;
  /** The headers that the account's fields have; absent: those of a first sync. */
  readonly headers?: FieldHeaders;
}

/** What each tab of a Zendesk account `acme` must hold, by stream, worked out from the server's own records. */
export async function expectZendesk(
  vendor: StartedVendor,
  wish: ZendeskWish = {},
): Promise<Readonly<Record<string, ExpectedTab>>> {
  const lists = await Promise.all(
    Object.entries(LOOKUPS).map(async ([stream, columns]): Promise<[string, ExpectedTab]> => {
      const { records } = await readKind(vendor, stream);
      return [stream, { key: ['id'], records: records.map((record) => lookupCells(record, columns)) }];
    }),
  );
  return { ...Object.fromEntries(lists), tickets: await expectTickets(vendor, wish) };
}

/** The headers of the account's fields, where `known` ones stay. */
export async function zendeskHeaders(vendor: StartedVendor, known: FieldHeaders = {}): Promise<FieldHeaders> {
  return nameFields((await readKind(vendor, 'ticket_fields')).records, zendeskColumns(), known);
}

async function expectTickets(vendor: StartedVendor, wish: ZendeskWish): Promise<ExpectedTab> {
  const read = async (kind: string): Promise<readonly JsonObject[]> => (await readKind(vendor, kind)).records;
  const byId = async (kind: string): Promise<ReadonlyMap<string, JsonObject>> =>
    new Map((await read(kind)).map((record) => [toText(record.id), record]));
  const account: ZendeskAccount = {
    subdomain: 'acme',
    users: await byId('users'),
    organizations: await byId('organizations'),
    groups: await byId('groups'),
    brands: await byId('brands'),
    ticketForms: await byId('ticket_forms'),
    customStatuses: await byId('custom_statuses'),
    fields: toFields(await read('ticket_fields'), wish.headers ?? (await zendeskHeaders(vendor))),
  };
  const tickets = (await read('tickets')).filter(({ status }) => wish.flagsDeleted === true || status !== 'deleted');
  return { key: ['ticket_id'], records: tickets.map((ticket) => without(ticketCells(ticket, account), wish)) };
}

/** The row without the columns that the settings leave out. */
function without(cells: Cells, { flagsDeleted = false, description = false }: ZendeskWish): Cells {
  const { description: text = '', is_deleted: isDeleted = '', ...rest } = cells;
  return { ...rest, ...(description ? { description: text } : {}), ...(flagsDeleted ? { is_deleted: isDeleted } : {}) };
}

type Reader = (value: Json | undefined) => string;

const text = toTextCell;
const plain = toCell;

/** The columns of the tabs that say what ids mean. */
const LOOKUPS: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  ticket_fields: { id: text, title: text, type: text, active: plain, position: plain },
  ticket_forms: {
    ...{ id: text, name: text, display_name: text },
    ...{ active: plain, position: plain, default: plain, updated_at: plain },
  },
  brands: {
    ...{ id: text, name: text, brand_url: text, subdomain: text },
    ...{ active: plain, is_deleted: plain, updated_at: plain },
  },
  groups: { id: text, name: text, deleted: plain, updated_at: plain },
  organizations: {
    ...{ id: text, name: text, external_id: text, domain_names: listCell },
    ...{ deleted_at: plain, updated_at: plain },
  },
  users: {
    ...{ id: text, name: text, email: text, role: text, organization_id: text, locale: text },
    ...{ active: plain, updated_at: plain },
  },
};

function lookupCells(record: JsonObject, columns: Readonly<Record<string, Reader>>): Cells {
  const cells = Object.fromEntries(Object.entries(columns).map(([column, read]) => [column, read(record[column])]));
  return { ...cells, options: optionsCell(record) };
}

function listCell(list: Json | undefined): string {
  return text(Array.isArray(list) ? list.map(toText).join(', ') : null);
}

/** The labels of a field's options by value, or of the custom statuses that it holds by number, as JSON. */
function optionsCell({ custom_field_options: options, custom_statuses: statuses }: JsonObject): string {
  const list = (value: Json | undefined): readonly JsonObject[] =>
    Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
  const named = [
    ...list(options).map(({ value, name }) => [toText(value), name] as const),
    ...list(statuses).map(({ id, agent_label: label }) => [toText(id), label] as const),
  ];
  return named.length === 0 && !Array.isArray(options) ? '' : text(JSON.stringify(Object.fromEntries(named)));
}
