import type { Row, Value } from '../core/model';
import type { Cell } from '../platform/services';

/** Which row of a tab holds which record, as last read. Row 1 is the header: position 0 is row 2. */
export interface KeyIndex {
  /** By position; an empty text where a row holds no record. */
  readonly keys: string[];
  /** Row numbers by key; the topmost where a key stands twice. */
  readonly rowOf: Map<string, number>;
  /** Rows whose key stands higher up already. */
  readonly doubles: number[];
  /** The last row that holds a record, 1 when there is none. */
  lastRow: number;
}

/** Between the parts of a key in its one-text form: a control character that no key holds. */
const SEPARATOR = '\u001f';

/** The index of the keys that rows 2, 3, ... hold. */
export function createKeyIndex(keys: readonly string[]): KeyIndex {
  const index: KeyIndex = { keys: [], rowOf: new Map(), doubles: [], lastRow: 1 };
  addKeys(index, 2, keys);
  return index;
}

/** Enters the keys of the rows from `row` on, which lie below all that the index knows. */
export function addKeys(index: KeyIndex, row: number, keys: readonly string[]): void {
  while (index.keys.length < row - 2) index.keys.push('');
  keys.forEach((key, position) => {
    index.keys.push(key);
    if (key === '') return;
    index.lastRow = row + position;
    if (index.rowOf.has(key)) index.doubles.push(row + position);
    else index.rowOf.set(key, row + position);
  });
}

/** Whether the tab still holds the keys that the index knows, row by row; empty rows at the end do not count. */
export function isSameIndex(index: KeyIndex, keys: readonly string[]): boolean {
  const length = Math.max(index.keys.length, keys.length);
  for (let position = 0; position < length; position += 1) {
    if ((index.keys[position] ?? '') !== (keys[position] ?? '')) return false;
  }
  return true;
}

/** The one-text form of a key; empty when all its parts are. */
export function joinKey(parts: readonly (Cell | Value | undefined)[]): string {
  if (parts.length === 1) return String(parts[0] ?? '');
  const texts = parts.map((part) => String(part ?? ''));
  return texts.every((text) => text === '') ? '' : texts.join(SEPARATOR);
}

/** The key of a row in its one-text form. */
export function keyOf(row: Row, columns: readonly string[]): string {
  return joinKey(columns.map((name) => row[name]));
}

/** The parts of a key from its one-text form. */
export function splitKey(key: string): readonly string[] {
  return key.split(SEPARATOR);
}

/** Row numbers in ascending order as blocks of neighbours: [first row, number of rows]. */
export function toBlocks(rows: readonly number[]): readonly (readonly [number, number])[] {
  const blocks: [number, number][] = [];
  for (const row of rows) {
    const last = blocks[blocks.length - 1];
    if (last && last[0] + last[1] === row) last[1] += 1;
    else blocks.push([row, 1]);
  }
  return blocks;
}
