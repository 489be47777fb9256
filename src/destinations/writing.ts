import { hashText } from '../core/fnv';
import type { Store } from '../platform/services';
import { toBlocks, type KeyIndex } from './key-index';
import type { WritePlan } from './plan-write';

/**
 * What a write is about to touch, noted before it begins: a run that was killed in the middle, while someone sorted the
 * tab, may have left a record's values in another's row, and the next run must find out which.
 */
interface Writing {
  /** Rows whose cells change, and what their keys are. */
  readonly changed: Noted;
  /** Rows that are added. */
  readonly added: Noted;
}

interface Noted {
  /** Their blocks, as `toText` writes them. */
  readonly rows: string;
  /** A digest of the keys that these rows hold when all goes well. */
  readonly digest: number;
}

/** A property holds 9 KB: of a write that touches more blocks, those that fit are noted. */
const MOST_CHARACTERS = 8000;

/** Notes a write whose added rows begin at `row`. One property call. */
export function noteWriting(store: Store, id: string, index: KeyIndex, plan: WritePlan, row: number): void {
  const keys = plan.appendKeys;
  const changed = toText(toBlocks(plan.patches.map((patch) => patch.row)));
  const writing: Writing = {
    changed: { rows: changed, digest: digest(keysIn(index, changed)) },
    added: { rows: keys.length > 0 ? toText([[row, keys.length]]) : '', digest: digest(keys) },
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
  const addedKeys = keysIn(index, added.rows);
  const isAddedFine = addedKeys.every((key) => key === '') || digest(addedKeys) === added.digest;
  return [
    ...(digest(keysIn(index, changed.rows)) === changed.digest ? [] : toRows(changed.rows)),
    ...(isAddedFine ? [] : toRows(added.rows)),
  ];
}

function nameOf(id: string): string {
  return `writing.${id}`;
}

/** Blocks from the top down: how far each begins from the end of the one before, and its length where it is not 1. */
function toText(blocks: readonly (readonly [number, number])[]): string {
  let text = '';
  let end = 0;
  for (const [first, count] of blocks) {
    if (text.length > MOST_CHARACTERS) break;
    text += `${text === '' ? '' : ' '}${(first - end).toString(36)}${count === 1 ? '' : `+${count.toString(36)}`}`;
    end = first + count;
  }
  return text;
}

function toRows(text: string): readonly number[] {
  const rows: number[] = [];
  let end = 0;
  for (const block of text === '' ? [] : text.split(' ')) {
    const [gap = '', count = '1'] = block.split('+');
    const first = end + parseInt(gap, 36);
    end = first + parseInt(count, 36);
    for (let row = first; row < end; row += 1) rows.push(row);
  }
  return rows;
}

function keysIn(index: KeyIndex, rows: string): readonly string[] {
  return toRows(rows).map((row) => index.keys[row - 2] ?? '');
}

function digest(keys: readonly string[]): number {
  return hashText(keys.map((key) => `${key}\u001f`).join(''));
}
