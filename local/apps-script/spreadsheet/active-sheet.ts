import { reveal } from '../exposed';
import { createSheet } from './sheet';
import type { SpreadsheetScope } from './spreadsheet';
import { activeTab } from './tabs';

/** The methods of a Spreadsheet that Google documents as those of its active sheet: they answer what the sheet's do. */
export function activeSheetMethods({ session, workbook }: SpreadsheetScope): Record<string, unknown> {
  const entries = NAMES.map((name) => {
    const call = (...args: unknown[]): unknown => {
      const sheet = reveal(createSheet(session, workbook, activeTab(workbook).id));
      return (sheet as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
    };
    return [name, call] as const;
  });
  return Object.fromEntries(entries);
}

const NAMES = [
  ...['getLastRow', 'getLastColumn', 'getDataRange', 'getSheetValues', 'appendRow', 'sort'],
  ...['insertRowAfter', 'insertRowBefore', 'insertRowsAfter', 'insertRowsBefore', 'deleteRow', 'deleteRows'],
  ...['insertColumnAfter', 'insertColumnBefore', 'insertColumnsAfter', 'insertColumnsBefore'],
  ...['deleteColumn', 'deleteColumns', 'getFrozenRows', 'getFrozenColumns', 'setFrozenRows', 'setFrozenColumns'],
  ...['autoResizeColumn', 'getColumnWidth', 'setColumnWidth', 'getRowHeight', 'setRowHeight', 'getRangeList'],
  ...['isRowHiddenByUser', 'isRowHiddenByFilter', 'isColumnHiddenByUser', 'hideRow', 'unhideRow', 'hideColumn'],
  ...['unhideColumn', 'getActiveRange', 'getActiveCell', 'getCurrentCell', 'setActiveRange', 'setCurrentCell'],
  ...['setActiveSelection', 'getSheetName', 'getFormUrl'],
] as const;
