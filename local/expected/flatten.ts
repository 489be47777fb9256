import { isJsonObject, type Json, type JsonObject } from '../vendors/json';
import { toCell } from './to-cell';

/** The cells of a record, as `toCell` writes them, by dotted path; empty ones are absent. */
export type Cells = Readonly<Record<string, string>>;

/**
 * What a record must be in a tab: nested fields under their path, lists of plain values joined by `, `, lists of objects
 * and the fields named in `asJson` as JSON text; fields that `isHidden` names appear nowhere.
 */
export function flatten(
  record: JsonObject,
  isHidden: (field: string) => boolean,
  asJson: readonly string[] = [],
): Cells {
  const cells: Record<string, string> = {};
  const put = (path: string, value: Json | undefined): void => {
    const text = toCell(isJsonObject(value) || Array.isArray(value) ? JSON.stringify(value) : value);
    if (text !== '') cells[path] = text;
  };
  const visit = (object: JsonObject, prefix: string): void => {
    for (const [field, value] of Object.entries(object)) {
      const path = prefix + field;
      if (isList(value)) put(path, isPlain(value) ? joined(value) : value);
      else if (isJsonObject(value) && asJson.includes(path)) put(path, isEmpty(value) ? null : value);
      else if (isJsonObject(value)) visit(value, `${path}.`);
      else put(path, value);
    }
  };
  visit(without(record, isHidden), '');
  return cells;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

type Plain = string | number | boolean | null;

function joined(list: readonly Plain[]): string {
  return list.filter((item) => item !== null).join(', ');
}

function isPlain(list: readonly Json[]): list is readonly Plain[] {
  return list.every((item) => typeof item !== 'object' || item === null);
}

function isEmpty(value: JsonObject): boolean {
  return Object.keys(value).length === 0;
}

/** The record without hidden fields at any depth. */
function without(record: JsonObject, isHidden: (field: string) => boolean): JsonObject {
  const text = JSON.stringify(record, (field, value: unknown) => (isHidden(field) ? undefined : value));
  return JSON.parse(text) as JsonObject;
}
