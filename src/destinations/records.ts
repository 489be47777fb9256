import type { Row, Value } from '../core/model';
import type { Target } from './destination';
import { keyOf } from './key-index';

/**
 * One record a key: the one of the largest version, else the last that came, or in an insert-only table the first. A record
 * without a key is left out.
 */
export function latestByKey(rows: readonly Row[], { key: columns, mode, version }: Target): ReadonlyMap<string, Row> {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row, columns);
    const there = latest.get(key);
    const isNewer = !there || (mode !== 'insert-only' && !isBefore(row, there, version));
    if (key !== '' && isNewer) latest.set(key, row);
  }
  return latest;
}

/** How a version compares: by its number; what is none comes before all numbers. */
export function toVersion(value: Value | undefined): number {
  return typeof value === 'number' ? value : -Infinity;
}

function isBefore(row: Row, there: Row, version: string | undefined): boolean {
  return version !== undefined && toVersion(row[version]) < toVersion(there[version]);
}
