/**
 * How many of these calls read or change cells or the structure of a spreadsheet. What only names something (`getRange`),
 * tells a property of it (`getMaxRows`) or waits (`flush`) is none.
 */
export function countSpreadsheetCalls(calls: Readonly<Record<string, number>>): number {
  return Object.entries(calls).reduce((sum, [method, count]) => sum + (isSpreadsheetCall(method) ? count : 0), 0);
}

const SERVICES =
  /^(Sheets|Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata|DeveloperMetadataFinder|Filter|Protection)\./;

const HANDLES: readonly string[] = [
  'Spreadsheet.getId',
  'Spreadsheet.getName',
  'Spreadsheet.getNumSheets',
  'Spreadsheet.getSheetByName',
  'Spreadsheet.getSpreadsheetTimeZone',
  'Spreadsheet.createDeveloperMetadataFinder',
  'Spreadsheet.toast',
  'Sheet.getFrozenRows',
  'Sheet.getIndex',
  'Sheet.getMaxColumns',
  'Sheet.getMaxRows',
  'Sheet.getName',
  'Sheet.getRange',
  'Sheet.getRangeList',
  'Sheet.getSheetId',
  'DeveloperMetadata.getKey',
  'DeveloperMetadata.getLocation',
  'DeveloperMetadata.getValue',
  'DeveloperMetadataFinder.withKey',
];

function isSpreadsheetCall(method: string): boolean {
  return SERVICES.test(method) && !HANDLES.includes(method);
}
