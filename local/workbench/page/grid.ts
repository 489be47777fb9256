import type * as AgGrid from 'ag-grid-community';
import type { DeskTab } from '../protocol';
import { createChartLayer } from './chart-layer.js';
import { columnWidth } from './column-width.js';
import { element } from './element.js';
import { type CellHandlers, columnNumber, gridColumns, gridOptions } from './grid-options.js';
import { entryOf, type GridRow } from './grid-row.js';
import { followSelection } from './grid-selection.js';
import { createSource, type GridSource } from './grid-source.js';
import type { Part } from './part.js';
import type { Session } from './session.js';

declare const agGrid: typeof AgGrid;

/** The cell that the user is on. */
export interface Selected {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly entry: string;
  readonly note: string;
}

/** The cells of the active tab. `select` is told which cell the user is on and what it holds, whenever either changes. */
export function createGrid(session: Session, select: (cell: Selected | null) => void): Part {
  const place = element('div', { class: 'grid' });
  let tab: DeskTab | undefined;
  const cell = (): Selected | null => (tab ? selectedCell(api, tab) : null);
  const selectAgain = (): void => {
    select(cell());
  };
  const isSelected = followSelection(session, place, cell, () => {
    api.refreshCells({ force: true });
  });
  const api = agGrid.createGrid(place, { ...gridOptions(), onCellFocused: selectAgain });
  const widths = createWidths(api);
  const drawCharts = createChartLayer(api, place);
  const source = createSource(api, session, (rows) => {
    if (tab) widths.fit(tab, rows);
    selectAgain();
  });
  const handlersOf = (on: DeskTab): CellHandlers => ({
    type: (...typed) => void type(session, source, on, ...typed),
    isSelected,
  });
  return {
    element: place,
    show(desk) {
      const next = desk.tabs.find(({ id }) => id === desk.activeTab);
      if (!next) return;
      const last = tab;
      tab = next;
      if (columnsOf(next) !== (last && columnsOf(last))) {
        api.setGridOption('columnDefs', gridColumns(next, widths.of(next), handlersOf(next)));
      }
      if (last?.id !== next.id) select(null);
      followTab(source, last, next);
      source.refresh(desk.revision);
      drawCharts(next, desk.charts);
    },
  };
}

function followTab(source: GridSource, last: DeskTab | undefined, next: DeskTab): void {
  if (last?.id !== next.id || last.frozenRows !== next.frozenRows) source.open(next);
  else if (last.rows !== next.rows) source.resize(next);
}

/** Shows what was typed at once; what cannot be typed goes again. */
async function type(
  session: Session,
  source: GridSource,
  tab: DeskTab,
  { row, shown, entries }: GridRow,
  column: number,
  text: string,
): Promise<void> {
  shown.set(column, text);
  entries.delete(column);
  if (!(await session.act({ do: 'type', tab: tab.id, row, column, text }))) source.expire();
}

/** Two tabs of which this is the same have the same columns. */
function columnsOf({ id, columns, frozenColumns, widths }: DeskTab): string {
  return [id, columns, frozenColumns, ...widths.flat()].join();
}

type Api = AgGrid.GridApi<GridRow>;

function selectedCell(api: Api, tab: DeskTab): Selected | null {
  const focused = api.getFocusedCell();
  const column = focused ? columnNumber(focused.column.getColId()) : 0;
  if (!focused || column === 0) return null;
  const isFrozen = focused.rowPinned === 'top';
  const node: AgGrid.IRowNode<GridRow> | undefined = isFrozen
    ? api.getPinnedTopRow(focused.rowIndex)
    : api.getDisplayedRowAtIndex(focused.rowIndex);
  const row = focused.rowIndex + 1 + (isFrozen ? 0 : tab.frozenRows);
  const data = node?.data;
  return {
    ...{ tab: tab.id, row, column },
    entry: data ? entryOf(data, column) : '',
    note: data?.notes.get(column) ?? '',
  };
}

interface Widths {
  of(tab: DeskTab): ReadonlyMap<number, number>;
  /** Makes room for the texts of rows that have been read. */
  fit(tab: DeskTab, rows: readonly GridRow[]): void;
}

/** How wide columns are. A column that has shown a text below the frozen rows stays as it is, whatever comes later. */
function createWidths(api: Api): Widths {
  const known = new Map<number, Map<number, number>>();
  const of = (tab: DeskTab): Map<number, number> => {
    const widths = new Map([...(known.get(tab.id) ?? []), ...tab.widths]);
    known.set(tab.id, widths);
    return widths;
  };
  return {
    of,
    fit(tab, rows) {
      const areFrozen = rows.some(({ row }) => row <= tab.frozenRows);
      const fitted = (api.getColumns() ?? []).flatMap((key) => {
        const column = columnNumber(key.getColId());
        const width = of(tab).has(column) ? undefined : columnWidth(rows, column);
        if (width === undefined) return [];
        const newWidth = Math.max(width, key.getActualWidth());
        if (!areFrozen) of(tab).set(column, newWidth);
        return [{ key, newWidth }];
      });
      if (fitted.length > 0) api.setColumnWidths(fitted);
    },
  };
}
