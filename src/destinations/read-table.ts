import type { Cell } from '../platform/services';
import { joinKey } from './key-index';
import type { OwnColumn } from './layout';
import { refresh, type OpenTab } from './open-tab';
import { readPiece } from './read-piece';
import { rearranged } from './rearranged';
import type { View } from './view';

/** Our columns of a tab, from left to right. */
export function columnsOf(view: View | null): readonly OwnColumn[] {
  return [...(view?.layout.own ?? [])].sort((a, b) => a.column - b.column);
}

/**
 * The cells of our columns, from left to right, in at most `count` rows from the `first` (from 0) on; rows without a key are
 * left out. Null past the last row. One spreadsheet call, and one more at the end. Throws `StaleError` when our columns
 * change places among themselves.
 */
export function readTable(tab: OpenTab, first: number, count: number): readonly (readonly Cell[])[] | null {
  const before = columnsOf(tab.view).map(({ name }) => name);
  for (let tries = 0; tries < 3; tries += 1) {
    const { view } = tab;
    if (!view || !isWithin(view, first)) return null;
    const columns = columnsOf(view);
    if (columns.some(({ name }, n) => name !== before[n])) break;
    const rows = readPiece(view, first + 2, Math.min(count, view.sheet.rows() - first - 1), columns);
    const keys = tab.target.key.map((key) => columns.findIndex(({ name }) => name === key));
    if (rows) return rows.filter((line) => joinKey(keys.map((place) => line[place])) !== '');
    refresh(tab, view.sheet);
  }
  throw rearranged('the columns moved while they were read');
}

/** Rows may have come since the view: the tab itself is asked only past the last one known. */
function isWithin(view: View, first: number): boolean {
  return first + 2 <= view.index.lastRow || first + 2 <= view.sheet.lastRow();
}
