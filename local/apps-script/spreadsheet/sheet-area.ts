import { parseA1, toArea } from './a1';
import type { Area } from './area';
import { Refusal } from './refusal';
import type { Tab } from './workbook';

/** The area of a tab that counts from 1 name; refuses what lies outside the grid, in Google's words. */
export function toBoundedArea(tab: Tab, row: number, column: number, rows: number, columns: number): Area {
  if (row < 1) throw new Refusal('The starting row of the range is too small.');
  if (column < 1) throw new Refusal('The starting column of the range is too small.');
  if (rows < 1) throw new Refusal('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new Refusal('The number of columns in the range must be at least 1.');
  const area = { row: row - 1, column: column - 1, rows, columns };
  checkInside(tab, area);
  return area;
}

/** The area of a tab that an A1 notation names; refuses one that names another tab. */
export function toNamedArea(tab: Tab, notation: string): Area {
  const reference = parseA1(notation);
  const isElsewhere = (reference?.sheet ?? tab.name).toLowerCase() !== tab.name.toLowerCase();
  if (!reference || isElsewhere) throw new Refusal('Range not found');
  const area = toArea(reference, tab.grid.maxRows, tab.grid.maxColumns);
  checkInside(tab, area);
  return area;
}

/** A whole tab. */
export function wholeArea({ grid }: Tab): Area {
  return { row: 0, column: 0, rows: grid.maxRows, columns: grid.maxColumns };
}

/** Refuses an area that the grid does not have, or no longer has. */
export function checkInside({ grid }: Tab, { row, column, rows, columns }: Area): void {
  if (row + rows > grid.maxRows || column + columns > grid.maxColumns || rows < 1 || columns < 1) {
    throw new Refusal('The coordinates of the range are outside the dimensions of the sheet.');
  }
}
