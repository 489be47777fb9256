import type { JsonObject } from '../../core/model';
import { textOf } from '../fields';

/**
 * Each record once, as it was last: of those with one id the one with the largest `timeOf`, of equal ones the later.
 * Records without an id all stay.
 */
export function newestById(
  records: readonly JsonObject[],
  timeOf: (record: JsonObject) => number,
): readonly JsonObject[] {
  const newest = new Map<string, JsonObject>();
  for (const record of records) {
    const id = textOf(record.id) || `without id ${newest.size}`;
    const known = newest.get(id);
    if (!known || timeOf(record) >= timeOf(known)) newest.set(id, record);
  }
  return [...newest.values()];
}
