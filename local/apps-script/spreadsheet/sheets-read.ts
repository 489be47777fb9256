import { toA1, quoteSheet } from './a1';
import { formatAt, readDisplay, readFormulas, readSerials } from './cells';
import { toDisplay } from './display';
import { isDateFormat } from './number-format';
import { toReadArea, type Located } from './sheets-ranges';
import type { Workbook } from './workbook';

/** How the Sheets API is asked to render values. */
export interface ReadOptions {
  readonly valueRenderOption?: string;
  readonly dateTimeRenderOption?: string;
  readonly majorDimension?: string;
}

/** The values of a range, empty ends of rows and empty last rows left out as the API does; no `values` when all is empty. */
export function readRange(workbook: Workbook, range: string, options: ReadOptions): object {
  const { tab, area } = toReadArea(workbook, range);
  const bounded = { ...area, rows: Math.max(0, Math.min(area.rows, tab.grid.contentRows() - area.row)) };
  const rows = render(workbook, { tab, area: bounded }, options).map(trimEnd);
  while (rows.at(-1)?.length === 0) rows.pop();
  const isByColumn = options.majorDimension === 'COLUMNS';
  return {
    range: nameOf({ tab, area }),
    majorDimension: isByColumn ? 'COLUMNS' : 'ROWS',
    ...(rows.length > 0 ? { values: isByColumn ? transpose(rows) : rows } : {}),
  };
}

function render(workbook: Workbook, { tab, area }: Located, options: ReadOptions): unknown[][] {
  if (area.rows === 0) return [];
  const { valueRenderOption = 'FORMATTED_VALUE', dateTimeRenderOption = 'SERIAL_NUMBER' } = options;
  if (valueRenderOption === 'FORMATTED_VALUE') return readDisplay(workbook, tab, area);
  const serials = readSerials(workbook, tab, area);
  const formulas = valueRenderOption === 'FORMULA' ? readFormulas(workbook, tab, area) : null;
  return serials.map((cells, i) =>
    cells.map((value, j) => {
      const formula = formulas?.[i]?.[j] ?? '';
      if (formula !== '') return formula;
      const format = formatAt(tab, area.row + i, area.column + j);
      const isText = dateTimeRenderOption === 'FORMATTED_STRING' && typeof value === 'number' && isDateFormat(format);
      return isText ? toDisplay(value, format, workbook.locale) : value;
    }),
  );
}

/** The range of an answer, such as `'My tab'!A1:C3`. */
export function nameOf({ tab, area }: Located): string {
  return `${quoteSheet(tab.name)}!${toA1(area)}`;
}

/** Rows as columns and columns as rows. */
export function transpose(rows: readonly (readonly unknown[])[]): unknown[][] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, j) => trimEnd(rows.map((cells) => cells[j] ?? '')));
}

function trimEnd(cells: readonly unknown[]): unknown[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length--;
  return cells.slice(0, length);
}
