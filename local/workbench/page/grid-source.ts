import type * as AgGrid from 'ag-grid-community';
import type { DeskTab } from '../protocol';
import { columnId } from './grid-options.js';
import { type GridRow, toGridRows } from './grid-row.js';
import type { Session } from './session.js';

/** Where the grid takes its rows from. */
export interface GridSource {
  /** Shows a tab, whose columns the grid has, from its upper left corner. */
  open(tab: DeskTab): void;
  /** The same tab has another number of rows. */
  resize(tab: DeskTab): void;
  /** What the grid holds is out of date. */
  expire(): void;
  /**
   * Reads again what is out of date, all of it where the spreadsheet's revision is another one, unless rows are on their way or a
   * cell is being edited: then a later call does.
   */
  refresh(revision: number): void;
}

/** A source for one grid; `loaded` is told of rows that have come, after the grid has them. */
export function createSource(api: Api, session: Session, loaded: (rows: readonly GridRow[]) => void): GridSource {
  let shown: DeskTab | undefined;
  let underWay = 0;
  /** The revision of what the grid holds; undefined: it is out of date. */
  let held: number | undefined;
  const read: Read = async (tab, row, rows, take) => {
    underWay += 1;
    const cells = await session.cells(tab.id, row, rows);
    underWay -= 1;
    if (!cells) held = undefined;
    const found = cells && shown?.id === tab.id ? toGridRows(cells, row, rows) : null;
    take(found);
    if (found) loaded(found);
  };
  return {
    open(tab) {
      shown = tab;
      // Before the rows change: where a shorter tab is cut off, the grid would believe it is at its top already.
      if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top');
      api.setGridOption('datasource', toDatasource(tab, read));
      fitRows(api, tab);
      api.ensureColumnVisible(columnId(tab, tab.frozenColumns + 1));
      readFrozen(api, tab, read);
    },
    resize(tab) {
      shown = tab;
      fitRows(api, tab);
    },
    expire() {
      held = undefined;
    },
    refresh(revision) {
      if (!shown || held === revision || underWay > 0 || api.getEditingCells().length > 0) return;
      held = revision;
      api.refreshInfiniteCache();
      readFrozen(api, shown, read);
    },
  };
}

type Api = AgGrid.GridApi<GridRow>;

/** Reads rows of a tab from `row` on; `take` gets null when they cannot be, or another tab is shown by then. */
type Read = (tab: DeskTab, row: number, rows: number, take: (found: GridRow[] | null) => void) => Promise<void>;

/** The rows below the frozen ones. */
function toDatasource(tab: DeskTab, read: Read): AgGrid.IDatasource {
  return {
    getRows(wanted) {
      void read(tab, tab.frozenRows + wanted.startRow + 1, wanted.endRow - wanted.startRow, (rows) => {
        if (rows) wanted.successCallback(rows);
        else wanted.failCallback();
      });
    },
  };
}

function fitRows(api: Api, tab: DeskTab): void {
  api.setRowCount(tab.rows - tab.frozenRows, true);
}

function readFrozen(api: Api, tab: DeskTab, read: Read): void {
  const show = (rows: GridRow[]): void => {
    api.setGridOption('pinnedTopRowData', rows);
  };
  if (tab.frozenRows === 0) show([]);
  else
    void read(tab, 1, tab.frozenRows, (rows) => {
      if (rows) show(rows);
    });
}
