import { hashText } from '../../core/fnv';
import type { JsonObject } from '../../core/model';
import { textOf } from '../fields';

/** A short text that two pages share only when they hold the same records in the same order; empty for no records. */
export function fingerprint(records: readonly JsonObject[]): string {
  if (records.length === 0) return '';
  const keys = records.map((record) => textOf(record.externalId) || textOf(record.id) || JSON.stringify(record));
  // What ends each of them keeps `a, bc` and `ab, c` apart.
  return `${records.length}:${hashText(keys.map((key) => `${key}\0`).join('')).toString(36)}`;
}
