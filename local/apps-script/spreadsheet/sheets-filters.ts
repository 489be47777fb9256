import { Refusal } from './refusal';
import { nameOf, readRange, type ReadOptions } from './sheets-read';
import { toReadArea } from './sheets-ranges';
import type { Workbook } from './workbook';

type Request = GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterRequest;
type DataFilter = GoogleAppsScript.Sheets.Schema.DataFilter;

/**
 * The values that data filters of the kind `a1Range` ask for, each range once with all filters that name it
 * (developers.google.com, Sheets API, spreadsheets.values.batchGetByDataFilter; MatchedValueRange).
 */
export function readByDataFilter(workbook: Workbook, { dataFilters = [], ...options }: Request): object[] {
  const filters = new Map<string, DataFilter[]>();
  for (const filter of dataFilters) {
    const name = nameOf(toReadArea(workbook, rangeOf(filter)));
    filters.set(name, [...(filters.get(name) ?? []), filter]);
  }
  return [...filters].map(([name, matched]) => ({
    valueRange: readRange(workbook, name, options as ReadOptions),
    dataFilters: matched,
  }));
}

function rangeOf({ a1Range, gridRange, developerMetadataLookup }: DataFilter): string {
  if (gridRange ?? developerMetadataLookup) throw new Refusal('The local Apps Script lacks data filters but a1Range.');
  if (!a1Range)
    throw new Refusal('Invalid dataFilters: Must specify one of developerMetadataLookup, a1Range, gridRange.');
  return a1Range;
}
