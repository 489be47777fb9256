import type { Faithful } from '../faithful';
import { toA1 } from './a1';
import { createFinder } from './metadata-finder';
import { createRange, type RangeScope } from './range';
import { createSheet } from './sheet';
import { toBoundedArea } from './sheet-area';
import { createTextFinder } from './text-finder';

type Names =
  | 'getA1Notation'
  | 'getRow'
  | 'getColumn'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getRowIndex'
  | 'getNumRows'
  | 'getNumColumns'
  | 'getHeight'
  | 'getWidth'
  | 'getGridId'
  | 'getSheet'
  | 'getCell'
  | 'offset'
  | 'activate'
  | 'createDeveloperMetadataFinder'
  | 'createTextFinder'
  | 'isStartRowBounded'
  | 'isStartColumnBounded'
  | 'isEndRowBounded'
  | 'isEndColumnBounded';

/** Where a range is, and ranges that are found from it: handles, which reach no server. */
export function rangePlace(scope: RangeScope): Faithful<GoogleAppsScript.Spreadsheet.Range, Names> {
  const { session, workbook, tabId, area } = scope;
  const at = (row: number, column: number, rows: number, columns: number): object =>
    createRange(session, workbook, tabId, toBoundedArea(session.tab(workbook, tabId), row, column, rows, columns));
  return {
    getA1Notation: () => scope.notation ?? toA1(area),
    isStartRowBounded: () => isBounded(scope, 0, /\d/),
    isStartColumnBounded: () => isBounded(scope, 0, /[A-Z]/),
    isEndRowBounded: () => isBounded(scope, 1, /\d/),
    isEndColumnBounded: () => isBounded(scope, 1, /[A-Z]/),
    getRow: () => area.row + 1,
    getRowIndex: () => area.row + 1,
    getColumn: () => area.column + 1,
    getLastRow: () => area.row + area.rows,
    getLastColumn: () => area.column + area.columns,
    getNumRows: () => area.rows,
    getHeight: () => area.rows,
    getNumColumns: () => area.columns,
    getWidth: () => area.columns,
    getGridId: () => tabId,
    getSheet: () => createSheet(session, workbook, tabId),
    getCell: (row: number, column: number) => at(area.row + row, area.column + column, 1, 1),
    offset: (rows: number, columns: number, height?: number, width?: number) =>
      at(area.row + 1 + rows, area.column + 1 + columns, height ?? area.rows, width ?? area.columns),
    activate() {
      workbook.activeTab = tabId;
      session.tab(workbook, tabId).selection = area;
      return scope.self();
    },
    createDeveloperMetadataFinder: () => createFinder(session, workbook, { tabId, area }),
    createTextFinder: (text: string) => createTextFinder(scope, text),
  };
}

function isBounded({ notation }: RangeScope, end: 0 | 1, mark: RegExp): boolean {
  return !notation || mark.test(notation.split(':')[end] ?? '');
}
