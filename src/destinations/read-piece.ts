import type { Cell } from '../platform/services';
import { isLayoutIn, type OwnColumn } from './layout';
import { readCells } from './read-cells';
import type { View } from './view';

/**
 * The cells of some of our columns in `count` rows from `first` on, or null when the columns are no longer where the view
 * saw them. One spreadsheet call.
 */
export function readPiece(
  view: View,
  first: number,
  count: number,
  columns: readonly OwnColumn[],
): readonly (readonly Cell[])[] | null {
  const header = { row: 1, column: 1, rows: 1, columns: view.columns };
  const places = columns.map(({ column }) => column);
  const { rows, more } = readCells(view.sheet, [[first, count]], places, [header]);
  const cells = (more[0]?.[0] ?? []).map((cell) => String(cell).trim());
  return isLayoutIn(view.layout, cells) ? rows : null;
}
