import type * as AgGrid from 'ag-grid-community';
import type { CellLook, DeskTab } from '../protocol';
import { columnName } from './cell-name.js';
import { sparklineSvg } from './chart-svg.js';
import { EMPTY_WIDTH } from './column-width.js';
import { element } from './element.js';
import { entryOf, type GridRow } from './grid-row.js';
import { say } from './words.js';

declare const agGrid: typeof AgGrid;

/** Pixels. */
export const ROW_HEIGHT = 22;

/** A grid that fills itself while it is scrolled, looks like Google's, and leaves with Tab unless a cell is being edited. */
export function gridOptions(): AgGrid.GridOptions<GridRow> {
  return {
    theme: agGrid.themeQuartz.withParams(LOOK),
    rowModelType: 'infinite',
    cacheBlockSize: 100,
    maxBlocksInCache: 3,
    blockLoadDebounceMillis: 40,
    getRowId: ({ data }) => String(data.row),
    defaultColDef: {
      sortable: false,
      suppressMovable: true,
      suppressHeaderMenuButton: true,
      suppressHeaderContextMenu: true,
    },
    rowHeight: ROW_HEIGHT,
    headerHeight: 24,
    animateRows: false,
    enterNavigatesVerticallyAfterEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressHeaderFocus: true,
    suppressNoRowsOverlay: true,
    tooltipShowDelay: 300,
    tabToNextCell: ({ editing, nextCellPosition }) => (editing ? (nextCellPosition ?? false) : false),
  };
}

/** What cells ask and tell. */
export interface CellHandlers {
  /** The user typed a text into a cell. */
  readonly type: (row: GridRow, column: number, text: string) => void;
  /** Whether a cell is one of several that are selected. */
  readonly isSelected: (row: number, column: number) => boolean;
}

/** The columns of a tab. */
export function gridColumns(
  tab: DeskTab,
  widths: ReadonlyMap<number, number>,
  handlers: CellHandlers,
): AgGrid.ColDef<GridRow>[] {
  return [
    ROW_NUMBERS,
    ...Array.from({ length: tab.columns }, (_, i) => {
      const column = i + 1;
      const isFrozen = column <= tab.frozenColumns;
      const width = widths.get(column) ?? EMPTY_WIDTH;
      return {
        ...gridColumn(column, handlers),
        ...(isFrozen && { pinned: 'left' as const }),
        colId: columnId(tab, column),
        width,
      };
    }),
  ];
}

/** A column as the grid knows it: columns of two tabs have nothing in common. */
export function columnId(tab: DeskTab, column: number): string {
  return `${tab.id}:${column}`;
}

/** The number, from 1, of a column that the grid knows; 0 for the row numbers. */
export function columnNumber(id: string): number {
  return Number(id.split(':')[1] ?? 0);
}

const LOOK = {
  fontFamily: 'Arial, sans-serif',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 400,
  headerTextColor: '#444746',
  headerBackgroundColor: '#f8f9fa',
  foregroundColor: '#1f1f1f',
  borderColor: '#e1e3e1',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  columnBorder: true,
  headerColumnBorder: true,
  pinnedRowBorder: { width: 2, color: '#c4c7c5' },
  pinnedColumnBorder: { width: 1, color: '#c4c7c5' },
  cellHorizontalPadding: 4,
  rowHoverColor: 'transparent',
  accentColor: '#0b57d0',
} as const;

const ROW_NUMBERS: AgGrid.ColDef<GridRow> = {
  colId: 'number',
  headerName: say({ fr: 'Ligne', en: 'Row' }),
  headerClass: 'corner',
  valueGetter: ({ data }) => data?.row,
  cellClass: 'row-number',
  cellAriaRole: 'rowheader',
  pinned: 'left',
  lockPosition: true,
  resizable: false,
  suppressNavigable: true,
  width: 54,
};

function gridColumn(column: number, { type, isSelected }: CellHandlers): AgGrid.ColDef<GridRow, string> {
  return {
    headerName: columnName(column),
    editable: ({ data }) => data !== undefined,
    cellEditorParams: { useFormatter: false },
    // The value is the entry, which is what an editor opens with; what is shown is its format.
    valueGetter: ({ data }) => (data ? entryOf(data, column) : ''),
    valueFormatter: ({ data }) => data?.shown.get(column) ?? '',
    valueSetter({ data, newValue }) {
      const text = newValue ?? '';
      if (text === entryOf(data, column)) return false;
      type(data, column, text);
      return true;
    },
    cellRendererSelector: ({ data }) => {
      const values = data?.sparklines.get(column);
      return values && { component: Sparkline, params: { values } };
    },
    cellStyle: ({ data }) => toStyle(data?.looks.get(column) ?? {}),
    cellClassRules: {
      overflows: ({ data }) => data !== undefined && isLast(data, column),
      'with-note': ({ data }) => data?.notes.has(column) ?? false,
      selected: ({ data }) => data !== undefined && isSelected(data.row, column),
      number: ({ data }) => data?.numbers.has(column) ?? false,
    },
    tooltip: ({ data }) => data?.notes.get(column),
  };
}

/** What is absent is said, too: a cell keeps the style that it had before. */
function toStyle({ isBold, size, color, background, align }: CellLook): AgGrid.CellStyle {
  return {
    fontWeight: isBold ? 'bold' : '',
    fontSize: size === undefined ? '' : `${size * POINT}px`,
    color: color ?? '',
    background: background ?? '',
    textAlign: align ?? '',
  };
}

/** Pixels. */
const POINT = 1.3;

/** Google lets a text run on over empty cells. */
function isLast({ shown, numbers, sparklines }: GridRow, column: number): boolean {
  const text = shown.get(column) ?? '';
  const others = [...shown].some(([each, beside]) => each > column && beside !== '');
  return text !== '' && !others && !numbers.has(column) && ![...sparklines.keys()].some((each) => each > column);
}

function Sparkline({
  values,
  column,
}: AgGrid.ICellRendererParams<GridRow> & { readonly values: readonly number[] }): HTMLElement {
  const place = element('span');
  place.innerHTML = sparklineSvg(values, (column?.getActualWidth() ?? EMPTY_WIDTH) - 10, ROW_HEIGHT - 6);
  return place;
}
