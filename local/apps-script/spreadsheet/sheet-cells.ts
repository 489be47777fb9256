import type { Faithful } from '../faithful';
import type { Area } from './area';
import { sortArea } from './arrange';
import { enterValues, readValues } from './cells';
import { checkText } from './limits';
import { createRange } from './range';
import { access } from './range-values';
import type { SheetScope } from './sheet';
import { toBoundedArea, wholeArea } from './sheet-area';
import { insert } from './structure';
import { tabById, type Tab } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The cells of a tab as a whole. */
export function sheetCells(
  scope: SheetScope,
): ReturnType<typeof readings> & ReturnType<typeof clearings> & ReturnType<typeof writings> {
  return { ...readings(scope), ...clearings(scope), ...writings(scope) };
}

function readings(
  scope: SheetScope,
): Faithful<Sheet, 'getLastRow' | 'getLastColumn' | 'getDataRange' | 'getSheetValues'> {
  const { session, workbook, tabId } = scope;
  const { read } = access(scope);
  return {
    getLastRow: () => read(({ grid }) => grid.contentRows()),
    getLastColumn: () => read(({ grid }) => grid.contentColumns()),
    getDataRange: () => read((tab) => createRange(session, workbook, tabId, contentArea(tab))),
    getSheetValues: (row: number, column: number, rows: number, columns: number) =>
      read((tab) => readValues(workbook, tab, toBoundedArea(tab, row, column, rows, columns))),
  };
}

function clearings(scope: SheetScope): Faithful<Sheet, 'clear' | 'clearContents' | 'clearFormats' | 'clearNotes'> {
  const { write } = access(scope);
  const clear = ({ contentsOnly, formatOnly }: ClearOptions): object =>
    write((tab) => {
      if (!formatOnly) tab.grid.clearContent(wholeArea(tab));
      if (!contentsOnly) tab.grid.clearStyle(wholeArea(tab));
    });
  return {
    clear: (options: ClearOptions = {}) => clear(options),
    clearContents: () => clear({ contentsOnly: true }),
    clearFormats: () => clear({ formatOnly: true }),
    clearNotes: () =>
      write(({ grid }) => {
        for (const row of grid.rows) if (row) row.notes = null;
      }),
  };
}

function writings(scope: SheetScope): Faithful<Sheet, 'appendRow' | 'sort'> {
  const { session, workbook, tabId } = scope;
  return {
    appendRow(values: unknown[]) {
      for (const value of values) if (typeof value === 'string') checkText(value);
      const now = session.host.now();
      session.tab(workbook, tabId);
      session.reshape(() => {
        appendRow(scope, values, now);
      });
      return scope.self();
    },
    sort: (position: number, ascending?: boolean) =>
      access(scope).write((tab) => {
        const { row, ...area } = wholeArea(tab);
        const body = { ...area, row: row + tab.frozenRows, rows: area.rows - tab.frozenRows };
        sortArea(workbook, tab, body, [{ column: position - 1, ascending: ascending ?? true }]);
      }),
  };
}

interface ClearOptions {
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
}

/** From A1 to the last row and column with content; A1 alone on an empty tab. */
function contentArea({ grid }: Tab): Area {
  return { row: 0, column: 0, rows: Math.max(1, grid.contentRows()), columns: Math.max(1, grid.contentColumns()) };
}

/** Writes below the last row with content, in a row of its own when the grid is full. */
function appendRow({ workbook, tabId }: SheetScope, values: readonly unknown[], now: number): void {
  const tab = tabById(workbook, tabId);
  const { grid } = tab;
  const row = grid.contentRows();
  const missing = values.length - grid.maxColumns;
  if (missing > 0) insert(workbook, tab, 'column', grid.maxColumns, missing, grid.maxColumns - 1);
  if (row === grid.maxRows) insert(workbook, tab, 'row', row, 1, row - 1);
  enterValues(workbook, tab, { row, column: 0, rows: 1, columns: values.length }, [values], now);
}
