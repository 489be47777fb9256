import { formatAt, readDisplay, readFormulas, readSerials } from '../apps-script/spreadsheet/cells';
import { sparklineAt } from '../apps-script/spreadsheet/evaluate';
import { toLocale } from '../apps-script/spreadsheet/locale';
import { isDateFormat } from '../apps-script/spreadsheet/number-format';
import { rowLength } from '../apps-script/spreadsheet/row';
import type { Style } from '../apps-script/spreadsheet/style';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import type { CellLook, Cells } from './protocol';

/** Some rows of a tab as a screen shows them; `first` counts from 1, and what lies outside the tab is left out. */
export function readCells(workbook: Workbook, tab: Tab, first: number, count: number): Cells {
  const { grid } = tab;
  const start = Math.max(0, first - 1);
  const rows = Math.max(0, Math.min(count, MOST_ROWS, grid.maxRows - start));
  const known = grid.rows.slice(start, start + rows);
  const columns = Math.max(0, ...known.map((row) => (row ? rowLength(row) : 0)));
  const area = { row: start, column: 0, rows, columns };
  const shown = readDisplay(workbook, tab, area);
  const serials = readSerials(workbook, tab, area);
  return {
    rows: shown.map(trimmed),
    numbers: serials.map((row) => row.flatMap((value, j) => (typeof value === 'number' ? [j + 1] : []))),
    entries: readEntries(workbook, tab, area, shown, serials),
    notes: readNotes(tab, area),
    looks: readLooks(tab, area),
    sparklines: readSparklines(workbook, tab, area),
  };
}

const MOST_ROWS = 2000;

function trimmed(row: readonly string[]): readonly string[] {
  const length = row.findLastIndex((text) => text !== '') + 1;
  return row.slice(0, length);
}

type Area = Parameters<typeof readDisplay>[2];

/** Formulas, and numbers of which the cell shows a part only. */
function readEntries(
  workbook: Workbook,
  tab: Tab,
  area: Area,
  shown: readonly (readonly string[])[],
  serials: ReturnType<typeof readSerials>,
): Cells['entries'] {
  const { decimal } = toLocale(workbook.locale);
  const formulas = readFormulas(workbook, tab, area);
  return serials.flatMap((values, i) =>
    values.flatMap((value, j) => {
      const formula = formulas[i]?.[j] ?? '';
      const isNumber = typeof value === 'number' && !isDateFormat(formatAt(tab, area.row + i, j));
      const text = formula === '' && isNumber ? String(value).replace('.', decimal) : formula;
      if (text === '' || text === shown[i]?.[j]) return [];
      return [{ row: area.row + i + 1, column: j + 1, text }];
    }),
  );
}

function readNotes({ grid }: Tab, { row, rows }: Area): Cells['notes'] {
  return grid.rows
    .slice(row, row + rows)
    .flatMap((known, i) =>
      [...(known?.notes ?? [])].map(([column, text]) => ({ row: row + i + 1, column: column + 1, text })),
    );
}

function readSparklines(workbook: Workbook, tab: Tab, { row, rows }: Area): Cells['sparklines'] {
  return tab.grid.rows.slice(row, row + rows).flatMap((known, i) =>
    [...(known?.formulas?.keys() ?? [])].flatMap((column) => {
      const values = sparklineAt(workbook, tab, row + i, column);
      return values ? [{ row: row + i + 1, column: column + 1, values }] : [];
    }),
  );
}

function readLooks({ grid }: Tab, { row, rows, columns }: Area): Cells['looks'] {
  return grid.rows.slice(row, row + rows).flatMap((known, i) =>
    (known?.style.slice(0, columns) ?? []).flatMap((style, column) => {
      const look = style ? toLook(style) : {};
      return Object.keys(look).length === 0 ? [] : [{ row: row + i + 1, column: column + 1, look }];
    }),
  );
}

function toLook({ fontWeight, fontSize, fontColor, background, horizontal }: Style): CellLook {
  return {
    ...(fontWeight === 'bold' ? { isBold: true } : {}),
    ...(fontSize ? { size: Number(fontSize) } : {}),
    ...(fontColor ? { color: fontColor } : {}),
    ...(background ? { background } : {}),
    ...(horizontal ? { align: horizontal } : {}),
  };
}
