import type { Faithful } from '../faithful';
import { ENUMS } from './enums';
import { createFilter, isHiddenByFilter } from './filter';
import { createFinder } from './metadata-finder';
import { metadataAt } from './metadata';
import { createProtection } from './protection';
import { createRange } from './range';
import { rangeByText } from './range-by-text';
import { createRangeList } from './range-list';
import type { SheetScope } from './sheet';
import { toBoundedArea, toNamedArea, wholeArea } from './sheet-area';
import { createSpreadsheet } from './spreadsheet';
import { createTextFinder } from './text-finder';
import { tabById, type Tab } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a tab is and where its parts are: handles, which the local machine does not count as calls of Google's servers. */
export function sheetPlace(
  scope: SheetScope,
): ReturnType<typeof identity> &
  ReturnType<typeof measures> &
  ReturnType<typeof parts> &
  ReturnType<typeof attachments> {
  return { ...identity(scope), ...measures(scope), ...parts(scope), ...attachments(scope) };
}

type IdentityNames =
  | 'getName'
  | 'getSheetName'
  | 'getSheetId'
  | 'getIndex'
  | 'getParent'
  | 'getType'
  | 'activate'
  | 'isSheetHidden'
  | 'getTabColor';

function identity({ session, workbook, tabId, self }: SheetScope): Faithful<Sheet, IdentityNames> {
  const tab = (): Tab => session.tab(workbook, tabId);
  return {
    getName: () => tab().name,
    getSheetName: () => tab().name,
    getSheetId: () => tabId,
    getIndex: () => workbook.tabs.indexOf(tab()) + 1,
    getParent: () => createSpreadsheet(session, workbook),
    getType: () => ENUMS.SheetType.GRID,
    activate() {
      workbook.activeTab = tab().id;
      return self();
    },
    isSheetHidden: () => tab().hidden,
    getTabColor: () => tab().color,
  };
}

type MeasureNames =
  | 'getMaxRows'
  | 'getMaxColumns'
  | 'getFrozenRows'
  | 'getFrozenColumns'
  | 'getColumnWidth'
  | 'getRowHeight'
  | 'isRowHiddenByUser'
  | 'isRowHiddenByFilter'
  | 'isColumnHiddenByUser';

function measures({ session, workbook, tabId }: SheetScope): Faithful<Sheet, MeasureNames> {
  const tab = (): Tab => session.tab(workbook, tabId);
  return {
    getMaxRows: () => tab().grid.maxRows,
    getMaxColumns: () => tab().grid.maxColumns,
    getFrozenRows: () => tab().frozenRows,
    getFrozenColumns: () => tab().frozenColumns,
    getColumnWidth: (position: number) => tab().columnWidths.get(position - 1) ?? 100,
    getRowHeight: (position: number) => tab().grid.rows[position - 1]?.height ?? 21,
    isRowHiddenByUser: (position: number) => tab().grid.rows[position - 1]?.hidden ?? false,
    isRowHiddenByFilter: (position: number) =>
      session.read(() => isHiddenByFilter(workbook, tabById(workbook, tabId), position - 1)),
    isColumnHiddenByUser: (position: number) => tab().hiddenColumns.has(position - 1),
  };
}

function parts({
  session,
  workbook,
  tabId,
  self,
}: SheetScope): Faithful<Sheet, 'getRange' | 'getRangeList' | 'createTextFinder'> {
  const tab = (): Tab => session.tab(workbook, tabId);
  return {
    getRange(first: number | string, column?: number, rows?: number, columns?: number) {
      if (typeof first === 'string') return rangeByText(session, workbook, tab(), first);
      return createRange(session, workbook, tabId, toBoundedArea(tab(), first, column ?? 1, rows ?? 1, columns ?? 1));
    },
    getRangeList: (notations: string[]) =>
      createRangeList(
        session,
        workbook,
        tabId,
        notations.map((notation) => toNamedArea(tab(), notation)),
      ),
    createTextFinder: (text: string) =>
      createTextFinder({ session, workbook, tabId, area: wholeArea(tab()), self }, text),
  };
}

type AttachmentNames = 'getFilter' | 'getProtections' | 'createDeveloperMetadataFinder' | 'getDeveloperMetadata';

function attachments({ session, workbook, tabId }: SheetScope): Faithful<Sheet, AttachmentNames> {
  const tab = (): Tab => session.tab(workbook, tabId);
  return {
    getFilter: () => (tab().filter ? createFilter(session, workbook, tabId) : null),
    getProtections: (type: GoogleAppsScript.Spreadsheet.ProtectionType) =>
      tab()
        .protections.filter(({ area }) => (String(type) === 'SHEET') === (area === null))
        .map((entry) => createProtection(session, workbook, tabId, entry)),
    createDeveloperMetadataFinder: () => createFinder(session, workbook, { tabId, area: null }),
    getDeveloperMetadata: () => session.read(() => metadataAt(session, workbook, tabId, null)),
  };
}
