import { isJsonObject, toText, type Json, type JsonObject } from '../vendors/json';
import { toCell, toTextCell } from './to-cell';

/** A field that the account defined, as a column of the tickets' tab. */
export interface TicketField {
  readonly id: string;
  readonly type: string;
  readonly header: string;
  /** What an option is called, by its value. */
  readonly labels: ReadonlyMap<string, string>;
}

/** By the field's id, the header of each field that has a column. */
export type FieldHeaders = Readonly<Record<string, string>>;

/**
 * The headers of an account's fields: the title, with the id where one of `others` or of the earlier fields is called the
 * same. A header that is `known` stays; other columns are there for the active fields, in the order of their positions.
 */
export function nameFields(
  records: readonly JsonObject[],
  others: readonly string[],
  known: FieldHeaders = {},
): FieldHeaders {
  const headers: Record<string, string> = { ...known };
  const names = new Set(others.map((name) => name.toLowerCase()));
  const active = records.filter(({ type, active: isActive }) => isActive === true && !SYSTEM.includes(toText(type)));
  for (const { id, title } of [...active].sort((a, b) => Number(a.position) - Number(b.position))) {
    const key = toText(id);
    if (key in headers) continue;
    const taken = names.has(toText(title).toLowerCase()) || Object.values(headers).includes(toText(title));
    headers[key] = taken ? `${toText(title)} (${key})` : toText(title);
  }
  return headers;
}

/** The fields that have a column. */
export function toFields(records: readonly JsonObject[], headers: FieldHeaders): readonly TicketField[] {
  return records.flatMap(({ id, type, custom_field_options: options }) => {
    const header = headers[toText(id)];
    if (header === undefined) return [];
    const named = (Array.isArray(options) ? (options as readonly Json[]) : []).filter(isJsonObject);
    const labels = new Map(named.map(({ value, name }) => [toText(value), toText(name)]));
    return [{ id: toText(id), type: toText(type), header, labels }];
  });
}

/** What the cell of a field must be for a value of it. */
export function fieldCell({ type, labels }: TicketField, value: Json | undefined): string {
  if (Array.isArray(value)) {
    const parts = (value as readonly Json[]).filter((part) => part !== null);
    return toTextCell(parts.map((part) => labels.get(toText(part)) ?? toText(part)).join(', '));
  }
  if (value === null || value === undefined || value === '') return '';
  if (NUMBERS.includes(type)) return numberCell(toText(value));
  if (type === 'checkbox' || type === 'date') return toCell(value);
  return toTextCell(labels.get(toText(value)) ?? value);
}

/** Fields of Zendesk's own, which have columns by other names. */
const SYSTEM = [
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

const NUMBERS = ['integer', 'decimal'];

/** A number that says what the text says, or else the text. */
function numberCell(text: string): string {
  const plain = text
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return String(Number(text)) === plain ? `n:${plain}` : toTextCell(text);
}
