import { columnName } from '../core/column-name';
import type { Area } from './services';

/** An area in A1 notation, such as `B2:D4`, or `B2:D` when it runs down to the last row. */
export function toA1(area: Area): string {
  const first = `${columnName(area.column)}${String(area.row)}`;
  const last = columnName(area.column + area.columns - 1);
  return `${first}:${last}${area.rows === undefined ? '' : String(area.row + area.rows - 1)}`;
}

/** An area of a tab, as the Sheets API names it. */
export function toRange(tab: string, area: Area): string {
  return `'${tab.replace(/'/g, "''")}'!${toA1(area)}`;
}
