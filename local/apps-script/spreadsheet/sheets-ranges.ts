import { parseA1, quoteSheet, toArea, toColumnName, type Reference } from './a1';
import type { Area } from './area';
import { Refusal } from './refusal';
import { tabByName, type Tab, type Workbook } from './workbook';

/** Cells of a tab. */
export interface Located {
  readonly tab: Tab;
  readonly area: Area;
}

/** The cells that an API range names, such as `'My tab'!A2:C`, a tab's name, or A1 of the first tab; ends beyond the grid are cut. */
export function toReadArea(workbook: Workbook, range: string): Located {
  const { tab, reference } = locate(workbook, range);
  const { maxRows, maxColumns } = tab.grid;
  if (!reference) return { tab, area: { row: 0, column: 0, rows: maxRows, columns: maxColumns } };
  const area = toArea(reference, maxRows, maxColumns);
  if (area.row >= maxRows || area.column >= maxColumns) throw beyondGrid(tab, range);
  return {
    tab,
    area: {
      ...area,
      rows: Math.min(area.rows, maxRows - area.row),
      columns: Math.min(area.columns, maxColumns - area.column),
    },
  };
}

/** As toReadArea; null where that refuses. */
export function tryReadArea(workbook: Workbook, range: string): Located | null {
  try {
    return toReadArea(workbook, range);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The cells that values go to; a range of one cell takes any block, a larger one only what fits into it. */
export function toWriteArea(workbook: Workbook, range: string, rows: readonly (readonly unknown[])[]): Located {
  const { tab, reference } = locate(workbook, range);
  const { maxRows, maxColumns } = tab.grid;
  const area = reference
    ? toArea(reference, maxRows, maxColumns)
    : { row: 0, column: 0, rows: maxRows, columns: maxColumns };
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const isAnchor = area.rows === 1 && area.columns === 1 && !range.includes(':');
  const reach = isAnchor ? { ...area, rows: Math.max(1, rows.length), columns: Math.max(1, width) } : area;
  if (reach.row + reach.rows > maxRows || reach.column + reach.columns > maxColumns) throw beyondGrid(tab, range);
  if (rows.length > reach.rows) throw outside(range, `row [${String(reach.row + reach.rows + 1)}]`);
  if (width > reach.columns) throw outside(range, `column [${toColumnName(reach.column + reach.columns)}]`);
  return { tab, area: reach };
}

function locate(workbook: Workbook, range: string): { tab: Tab; reference: Reference | null } {
  const whole = tabByName(
    workbook,
    range.replace(/^'(.*)'$/, (_, name: string) => name.replace(/''/g, "'")),
  );
  if (whole) return { tab: whole, reference: null };
  const reference = parseA1(range);
  const tab = reference?.sheet === null ? workbook.tabs[0] : reference && tabByName(workbook, reference.sheet);
  if (!tab || !reference) throw new Refusal(`Unable to parse range: ${range}`);
  return { tab, reference };
}

function beyondGrid(tab: Tab, range: string): Refusal {
  const cells = range.slice(range.lastIndexOf('!') + 1);
  const { maxRows, maxColumns } = tab.grid;
  return new Refusal(
    `Range (${quoteSheet(tab.name)}!${cells}) exceeds grid limits. Max rows: ${String(maxRows)}, max columns: ${String(maxColumns)}`,
  );
}

function outside(range: string, where: string): Refusal {
  return new Refusal(`Requested writing within range [${range}], but tried writing to ${where}`);
}
