import { blankPatch } from './empty-rows';
import { toBlocks } from './key-index';
import { refresh, type OpenTab } from './open-tab';
import { rearranged } from './rearranged';
import type { View } from './view';

/**
 * Deletes rows of the tab as `view` saw it, and reads the keys again: throws `StaleError` when someone rearranged the tab
 * meanwhile and other records are gone too. Returns how many rows it deleted. A second row of a record that is kept
 * loses only our cells when the user keeps columns of their own there.
 */
export function removeRows(tab: OpenTab, view: View, rows: readonly number[]): number {
  if (rows.length === 0) return 0;
  const sorted = [...rows].sort((a, b) => a - b);
  const isKept = sorted.every((row) => view.index.doubles.includes(row)) && hasUserColumns(view);
  if (isKept) {
    const columns = view.layout.own.map(({ column }) => column);
    view.sheet.patch(sorted.map((row) => blankPatch(row, columns)));
  } else {
    view.sheet.deleteRows(toBlocks(sorted));
  }
  const gone = new Set(sorted.map((row) => view.index.keys[row - 2]));
  const left = refresh(tab, view.sheet).index.rowOf;
  const lost = [...view.index.rowOf.keys()].filter((key) => !left.has(key) && !gone.has(key));
  if (lost.length > 0) throw rearranged(`${String(lost.length)} other rows went while rows were deleted`);
  return sorted.length;
}

function hasUserColumns(view: View): boolean {
  const ours = new Set(view.layout.own.map(({ column }) => column));
  return view.cells.some((cell, place) => cell !== '' && !ours.has(place + 1));
}
