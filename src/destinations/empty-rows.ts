import type { Patch } from '../platform/services';
import type { OpenTab } from './open-tab';
import type { View } from './view';

/**
 * Empties our cells of some rows, all but their key: what stands there belongs to another record. The stream must be read
 * from its beginning to fill them again.
 */
export function emptyRows(tab: OpenTab, view: View, rows: readonly number[]): void {
  const columns = view.layout.own.filter(({ name }) => !tab.target.key.includes(name)).map(({ column }) => column);
  if (rows.length > 0 && columns.length > 0) view.sheet.patch(rows.map((row) => blankPatch(row, columns)));
}

/** A patch that empties the given columns of a row. */
export function blankPatch(row: number, columns: readonly number[]): Patch {
  const first = Math.min(...columns);
  const cells = new Array<'' | null>(Math.max(...columns) - first + 1).fill(null);
  for (const column of columns) cells[column - first] = '';
  return { row, column: first, cells };
}
