import { DataError } from '../../core/errors';
import type { Json, JsonObject } from '../../core/model';
import { isList, isObject } from '../fields';
import { sentences } from './sentences';

/** The records in the field `list` of an answer. Throws `DataError` when there is no list of objects. */
export function toRecords(body: Json, list: string, path: string): readonly JsonObject[] {
  const records = isObject(body) ? body[list] : undefined;
  if (isList(records) && records.every(isObject)) return records;
  throw new DataError(`zendesk: GET ${path} -> no list of ${list}`, sentences.noList);
}
