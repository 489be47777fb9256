import type { JsonObject } from '../../core/model';
import { textOf } from '../fields';

/** A short text that two pages share only when they hold the same records in the same order; empty for no records. */
export function fingerprint(records: readonly JsonObject[]): string {
  let hash = FNV_OFFSET;
  for (const record of records) {
    const key = textOf(record.externalId) || textOf(record.id) || JSON.stringify(record);
    for (let i = 0; i <= key.length; i++) {
      // One step past the end of the text: NaN counts as 0, which keeps `a, bc` and `ab, c` apart.
      hash = Math.imul(hash ^ key.charCodeAt(i), FNV_PRIME);
    }
  }
  return records.length === 0 ? '' : `${records.length}:${(hash >>> 0).toString(36)}`;
}

/** FNV-1a, 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
