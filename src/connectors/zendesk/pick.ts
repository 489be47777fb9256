import type { Column } from '../../core/columns';
import type { Json, JsonObject, Row, Value, Words } from '../../core/model';
import { isList, isObject, textOf } from '../fields';
import { sentences } from './sentences';

/** Rows with the fields of records that `columns` name; a record without `id` makes none. */
export function pickRows(
  columns: readonly Column[],
  records: readonly JsonObject[],
): { readonly rows: readonly Row[]; readonly note?: Words } {
  const rows = records
    .filter((record) => textOf(record.id) !== '')
    .map((record) => Object.fromEntries(columns.map(({ name, kind }) => [name, toValue(record[name], kind)])));
  const lost = records.length - rows.length;
  return lost === 0 ? { rows } : { rows, note: sentences.keyless(lost) };
}

/** A field as a cell of a column of that kind: numbers in texts are texts, lists are joined by `, `. */
export function toValue(value: Json | undefined, kind: Column['kind']): Value {
  if (value === undefined || value === null || value === '') return null;
  if (isList(value)) return listText(value);
  if (isObject(value)) return JSON.stringify(value);
  return kind === 'text' ? String(value) : value;
}

function listText(list: readonly Json[]): string | null {
  const parts = list
    .filter((part) => part !== null)
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)));
  return parts.length === 0 ? null : parts.join(', ');
}
