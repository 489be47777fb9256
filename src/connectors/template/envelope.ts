import { DataError } from '../../core/errors';
import type { Json, JsonObject } from '../../core/model';
import { isList, isObject } from '../fields';

/**
 * The records of an answer: its `data`, the list that newer sites name after the kind (`custom_requests`), or the answer
 * itself. Throws `DataError` for anything else.
 */
export function readRecords(body: Json, name: string): readonly JsonObject[] {
  const list = isObject(body) ? (body.data ?? body[toTable(name)] ?? body[name]) : body;
  if (isList(list) && list.every(isObject)) return list;
  throw new DataError(`template: GET /${name} -> no list of records`, {
    fr: 'Le site a répondu, mais pas par une liste de données comme prévu. Vérifiez l’adresse ; si elle est juste, écrivez à qui gère le site.',
    en: 'The site answered, but not with a list of data as expected. Check the address; if it is right, write to whoever runs the site.',
  });
}

/** Nested values as one row each: `{orders: {paid: 3}}` is the key `orders.paid` with the value 3. */
export function readKeyValues(values: JsonObject, path = ''): readonly JsonObject[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const key = path + name;
    return isObject(value) && Object.keys(value).length > 0 ? readKeyValues(value, `${key}.`) : [{ key, value }];
  });
}

/** The name of a kind's table: `custom_requests` for `custom-requests`. */
export function toTable(name: string): string {
  return name.replace(/-/g, '_');
}
