import { Refusal } from './refusal';
import type { Workbook } from './workbook';

/** Cells of a spreadsheet, empty ones of the grid included (support.google.com, Files you can store in Google Drive). */
export const MAX_CELLS = 10_000_000;
/** Columns of a tab: `ZZZ`. */
export const MAX_COLUMNS = 18_278;
export const MAX_TABS = 200;
export const MAX_TEXT = 50_000;

/** How many cells all grids of a spreadsheet have. */
export function cellCount(workbook: Workbook): number {
  return workbook.tabs.reduce((sum, { grid }) => sum + grid.maxRows * grid.maxColumns, 0);
}

/** Refuses `added` more cells when the spreadsheet cannot hold them. */
export function checkCells(workbook: Workbook, added: number): void {
  if (cellCount(workbook) + added > MAX_CELLS) {
    throw new Refusal(
      `This action would increase the number of cells in the workbook above the limit of ${String(MAX_CELLS)} cells.`,
    );
  }
}

/** Refuses a tab wider than `ZZZ`. */
export function checkColumns(columns: number): void {
  if (columns > MAX_COLUMNS) {
    throw new Refusal(
      `This action would increase the number of columns in the sheet above the limit of ${String(MAX_COLUMNS)} columns.`,
    );
  }
}

/** Refuses a text that no cell can hold. */
export function checkText(text: string): void {
  if (text.length > MAX_TEXT) {
    throw new Refusal(`Your input contains more than the maximum of ${String(MAX_TEXT)} characters in a single cell.`);
  }
}
