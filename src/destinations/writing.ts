import type { Store } from '../platform/services';
import { toBlocks, type KeyIndex } from './key-index';
import type { WritePlan } from './plan-write';

/**
 * What a write is about to touch, noted before it begins: a run that was killed in the middle, while someone sorted the
 * tab, may have left a record's values in another's row, and the next run must find out which.
 */
interface Writing {
  /** Rows whose cells change, and what their keys are. */
  readonly changed: Blocks;
  /** Rows that are added. */
  readonly added: Blocks;
}

interface Blocks {
  readonly blocks: readonly (readonly [number, number])[];
  /** A digest of the keys that these rows hold when all goes well. */
  readonly digest: number;
}

/** A property holds 9 KB: a write that touches more blocks than fit is noted by the blocks that do. */
const MOST_BLOCKS = 400;

/** Notes a write whose added rows begin at `row`. One property call. */
export function noteWriting(store: Store, id: string, index: KeyIndex, plan: WritePlan, row: number): void {
  const blocks = toBlocks(plan.patches.map((patch) => patch.row)).slice(0, MOST_BLOCKS);
  const keys = plan.appendKeys;
  const writing: Writing = {
    changed: { blocks, digest: digest(keysIn(index, blocks)) },
    added: { blocks: keys.length > 0 ? [[row, keys.length]] : [], digest: digest(keys) },
  };
  store.set(nameOf(id), JSON.stringify(writing));
}

/** Forgets the write noted last. One property call. */
export function clearWriting(store: Store, id: string): void {
  store.remove(nameOf(id));
}

/**
 * The rows that a killed write may have given to the wrong record: those it noted, when their keys are not what they
 * were to be. One property call.
 */
export function suspectRows(store: Store, id: string, index: KeyIndex): readonly number[] {
  const noted = store.get(nameOf(id));
  if (noted === null) return [];
  const { changed, added } = JSON.parse(noted) as Writing;
  const addedKeys = keysIn(index, added.blocks);
  const isAddedFine = addedKeys.every((key) => key === '') || digest(addedKeys) === added.digest;
  return [
    ...(digest(keysIn(index, changed.blocks)) === changed.digest ? [] : rowsIn(changed.blocks)),
    ...(isAddedFine ? [] : rowsIn(added.blocks)),
  ];
}

function nameOf(id: string): string {
  return `writing.${id}`;
}

function rowsIn(blocks: Blocks['blocks']): readonly number[] {
  return blocks.flatMap(([first, count]) => Array.from({ length: count }, (_, n) => first + n));
}

function keysIn(index: KeyIndex, blocks: Blocks['blocks']): readonly string[] {
  return rowsIn(blocks).map((row) => index.keys[row - 2] ?? '');
}

/** FNV-1a over 32 bits. */
function digest(keys: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const key of keys) {
    for (let n = 0; n <= key.length; n += 1) {
      hash = Math.imul(hash ^ (n < key.length ? key.charCodeAt(n) : 0x1f), 0x01000193);
    }
  }
  return hash >>> 0;
}
