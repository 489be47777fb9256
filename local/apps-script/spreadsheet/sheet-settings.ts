import type { Faithful } from '../faithful';
import { addMetadata } from './metadata';
import { addProtection } from './protection';
import { Refusal } from './refusal';
import { createSheet, type SheetScope } from './sheet';
import { copyTab, renameTab } from './tabs';
import { tabById, type Tab, type Workbook } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Change = (act: (tab: Tab) => void) => object;

/** What a script sets on a tab as a whole. */
export function sheetSettings(
  scope: SheetScope,
): ReturnType<typeof looks> &
  ReturnType<typeof sizes> &
  ReturnType<typeof visibility> &
  ReturnType<typeof attachments> {
  const { session, workbook, tabId } = scope;
  const change: Change = (act) => {
    session.read(() => {
      act(tabById(workbook, tabId));
    });
    return scope.self();
  };
  return { ...looks(workbook, change), ...sizes(scope, change), ...visibility(scope, change), ...attachments(scope) };
}

type LookNames = 'setName' | 'hideSheet' | 'showSheet' | 'setTabColor' | 'setFrozenRows' | 'setFrozenColumns';

function looks(workbook: Workbook, change: Change): Faithful<Sheet, LookNames> {
  const freeze = (lines: 'rows' | 'columns', count: number): void => {
    change((tab) => {
      const all = lines === 'rows' ? tab.grid.maxRows : tab.grid.maxColumns;
      if (count >= all) throw new Refusal(`You can't freeze all visible ${lines} on the sheet.`);
      tab[lines === 'rows' ? 'frozenRows' : 'frozenColumns'] = count;
    });
  };
  return {
    setName: (name: string) =>
      change((tab) => {
        renameTab(workbook, tab, name);
      }),
    hideSheet: () =>
      change((tab) => {
        if (!workbook.tabs.some((each) => each !== tab && !each.hidden)) {
          throw new Refusal("You can't hide all the sheets in a document.");
        }
        tab.hidden = true;
      }),
    showSheet: () =>
      change((tab) => {
        tab.hidden = false;
      }),
    setTabColor: (color: string | null) =>
      change((tab) => {
        tab.color = color;
      }),
    setFrozenRows: (rows: number) => {
      freeze('rows', rows);
    },
    setFrozenColumns: (columns: number) => {
      freeze('columns', columns);
    },
  };
}

type SizeNames =
  'setColumnWidth' | 'setColumnWidths' | 'autoResizeColumn' | 'autoResizeColumns' | 'setRowHeight' | 'setRowHeights';

function sizes({ self }: SheetScope, change: Change): Faithful<Sheet, SizeNames> {
  const widths = (start: number, count: number, width: number): object =>
    change((tab) => {
      for (let i = 0; i < count; i++) tab.columnWidths.set(start - 1 + i, width);
    });
  const heights = (start: number, count: number, height: number): object =>
    change(({ grid }) => {
      for (let i = 0; i < count; i++) grid.touch(start - 1 + i).height = height;
    });
  return {
    setColumnWidth: (position: number, width: number) => widths(position, 1, width),
    setColumnWidths: widths,
    // How wide a text is on the screen is the browser's affair.
    autoResizeColumn: () => self(),
    autoResizeColumns: () => self(),
    setRowHeight: (position: number, height: number) => heights(position, 1, height),
    setRowHeights: heights,
  };
}

type VisibilityNames =
  'hideRows' | 'showRows' | 'hideColumns' | 'showColumns' | 'hideRow' | 'unhideRow' | 'hideColumn' | 'unhideColumn';

function visibility({ session }: SheetScope, change: Change): Faithful<Sheet, VisibilityNames> {
  const rows = (hidden: boolean, start: number, count = 1): void => {
    change(({ grid }) => {
      for (let i = 0; i < count; i++) grid.touch(start - 1 + i).hidden = hidden;
    });
  };
  const columns = (hidden: boolean, start: number, count = 1): void => {
    change(({ hiddenColumns }) => {
      for (let i = 0; i < count; i++) {
        if (hidden) hiddenColumns.add(start - 1 + i);
        else hiddenColumns.delete(start - 1 + i);
      }
    });
  };
  const rowsOf = (hidden: boolean, range: object): void => {
    const { area } = session.targetOf(range, 'range');
    rows(hidden, area.row + 1, area.rows);
  };
  const columnsOf = (hidden: boolean, range: object): void => {
    const { area } = session.targetOf(range, 'range');
    columns(hidden, area.column + 1, area.columns);
  };
  return {
    hideRows: rows.bind(null, true),
    showRows: rows.bind(null, false),
    hideColumns: columns.bind(null, true),
    showColumns: columns.bind(null, false),
    hideRow: rowsOf.bind(null, true),
    unhideRow: rowsOf.bind(null, false),
    hideColumn: columnsOf.bind(null, true),
    unhideColumn: columnsOf.bind(null, false),
  };
}

function attachments(scope: SheetScope): Faithful<Sheet, 'protect' | 'addDeveloperMetadata' | 'copyTo'> {
  const { session, workbook, tabId } = scope;
  return {
    protect: () => addProtection(session, workbook, tabId, null),
    addDeveloperMetadata(key: string, ...rest: unknown[]) {
      session.tab(workbook, tabId);
      addMetadata(session, workbook, { sheetId: tabId, lines: null }, key, rest);
      return scope.self();
    },
    copyTo(spreadsheet: object) {
      const to = session.targetOf(spreadsheet, 'spreadsheet').workbook;
      const copy = session.read(() => copyTab(tabById(workbook, tabId), to));
      return createSheet(session, to, copy.id);
    },
  };
}
