import type { Column, Kind } from '../../core/columns';
import type { Json, JsonObject, Value } from '../../core/model';
import { isList, isObject, numberOf, textOf } from '../fields';
import { ticketColumns } from './columns/ticket-columns';
import { readOptionLabels } from './option-labels';
import { toValue } from './pick';

/** A field that the account defined, as a column of the table of tickets. */
export interface CustomField {
  readonly id: string;
  readonly column: Column;
  /** What a ticket holds for it, as a cell: labels in place of the values of options. */
  readonly toCell: (value: Json | undefined) => Value;
}

/**
 * The account's own fields among its ticket fields: those in use in the order of their positions, then the others, whose
 * columns are not made any more. A column is called by the field's title, with its number where one of ours is called so.
 */
export function defineCustomFields(fields: readonly JsonObject[]): readonly CustomField[] {
  const own = fields.filter((field) => !SYSTEM.includes(textOf(field.type)) && textOf(field.id) !== '');
  const byPosition = [...own].sort((a, b) => (numberOf(a.position) ?? 0) - (numberOf(b.position) ?? 0));
  return [...byPosition.filter(isInUse), ...byPosition.filter((field) => !isInUse(field))].map(defineCustomField);
}

/** What a ticket holds in the fields of the account, by the field's number. */
export function readCustomValues(ticket: JsonObject): ReadonlyMap<string, Json | undefined> {
  const list = isList(ticket.custom_fields) ? ticket.custom_fields : ticket.fields;
  const values = isList(list) ? list.filter(isObject) : [];
  return new Map(values.map(({ id, value }) => [textOf(id), value]));
}

/** Zendesk's own fields, which are columns of every account (developer.zendesk.com, "Ticket fields", `type`). */
const SYSTEM: readonly string[] = [
  'subject',
  'description',
  'status',
  'custom_status',
  'tickettype',
  'priority',
  'basic_priority',
  'group',
  'assignee',
];

const KINDS: Readonly<Record<string, Kind>> = {
  checkbox: 'boolean',
  date: 'day',
  integer: 'number',
  decimal: 'number',
};

const OURS: ReadonlySet<string> = new Set(ticketColumns.map(({ name }) => name));

function isInUse(field: JsonObject): boolean {
  return field.active !== false;
}

function defineCustomField(field: JsonObject): CustomField {
  const id = textOf(field.id);
  const title = textOf(field.title) || textOf(field.raw_title) || id;
  const type = textOf(field.type);
  const kind = KINDS[type] ?? 'text';
  const labels = readOptionLabels(field);
  const withId = `${title} (${id})`;
  const column: Column = {
    name: `field.${id}`,
    kind,
    help: { fr: `Champ « ${title} » de votre Zendesk.`, en: `Field “${title}” of your Zendesk.` },
    headers: OURS.has(title.toLowerCase()) ? [withId] : [title, withId],
    ...(!isInUse(field) && { dormant: true }),
  };
  const label = (value: Json): Json => labels.get(textOf(value)) ?? value;
  const toCell = (value: Json | undefined): Value => {
    if (isList(value)) return toValue(value.map(label), kind);
    if (kind === 'number') return toNumber(value);
    return toValue(value === undefined ? null : label(value), kind);
  };
  return { id, column, toCell };
}

/** Decimals come as texts: a number where it says exactly the same, else the text. */
function toNumber(value: Json | undefined): Value {
  if (typeof value !== 'string') return toValue(value, 'number');
  const text = value.trim();
  const [, sign = '', digits = ''] = /^(-?)0*(\d+(?:\.\d*?)?)(?:0*)$/.exec(text) ?? [];
  const plain = sign + digits.replace(/\.$/, '');
  return digits !== '' && String(Number(text)) === plain ? Number(text) : toValue(value, 'number');
}
