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

/** The name of a column: 1 is `A`, 27 is `AA`. */
function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
