import { DataError } from '../core/errors';
import { utf8Length } from '../core/utf8';
import { toRange } from './a1';
import { toDeletions, toRowRequests } from './row-requests';
import type { Area, Cell, Patch, RowsChange, SheetSize } from './services';

/** The Sheets API's way to many pieces of a spreadsheet in one call. */
export interface ValuesApi {
  /** Says that SpreadsheetApp has written: it may keep that to itself until it is told to let go. */
  touched(): void;
  /** Says that SpreadsheetApp has read, which makes it write what it kept. */
  settled(): void;
  read(tab: string, areas: readonly Area[]): readonly (readonly (readonly Cell[])[])[];
  /** RAW: no text is parsed. */
  write(tab: string, patches: readonly Patch[]): void;
  deleteRows(sheetId: number, blocks: readonly (readonly [number, number])[]): void;
  replaceRows(sheetId: number, change: RowsChange): void;
  sizes(): readonly SheetSize[];
}

/** A call carries 2 MB at most (developers.google.com/workspace/sheets/api/limits): this much of it is values. */
const MOST_BYTES = 1_800_000;
/**
 * The ranges of a plain read travel in its address, and no page says how long that may be for an advanced service: this is
 * what UrlFetchApp allows (2,082 characters), less the rest of the address.
 */
const LONGEST_RANGES = 1800;
/** Ranges of a read by filters travel in its body. */
const MOST_FILTERS = 2000;
const RENDERING = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };
/** The API allows 60 reads and 60 writes a minute for each user (same page): a refused call waits for the next minute. */
const QUOTA_WAIT = 20_000;
const QUOTA_TRIES = 5;

/** The Sheets API on one spreadsheet. */
export function createValuesApi(spreadsheetId: string): ValuesApi {
  let isTouched = false;
  const call = <T>(ask: () => T): T => {
    if (isTouched) SpreadsheetApp.flush();
    isTouched = false;
    return withinQuota(ask);
  };
  return {
    touched() {
      isTouched = true;
    },
    settled() {
      isTouched = false;
    },
    read(tab, areas) {
      const all = areas.map((area) => toRange(tab, area));
      if (all.map((range) => `&ranges=${encodeURIComponent(range)}`).join('').length > LONGEST_RANGES) {
        return chunk(all, MOST_FILTERS).flatMap((ranges) => call(() => readByFilters(spreadsheetId, ranges)));
      }
      const options = { ...RENDERING, ranges: all };
      const { valueRanges = [] } = call(() => spreadsheets().Values.batchGet(spreadsheetId, options));
      return all.map((_, n) => (valueRanges[n]?.values ?? []) as Cell[][]);
    },
    write(tab, patches) {
      for (const data of toChunks(tab, patches)) {
        call(() => spreadsheets().Values.batchUpdate({ valueInputOption: 'RAW', data }, spreadsheetId));
      }
    },
    deleteRows(sheetId, blocks) {
      call(() => spreadsheets().batchUpdate({ requests: toDeletions(sheetId, blocks) }, spreadsheetId));
    },
    replaceRows(sheetId, change) {
      call(() => spreadsheets().batchUpdate({ requests: toRowRequests(sheetId, change) }, spreadsheetId));
    },
    sizes() {
      const fields = 'sheets(properties(sheetId,gridProperties(rowCount,columnCount)))';
      return toSizes(call(() => spreadsheets().get(spreadsheetId, { fields })));
    },
  };
}

/**
 * The answer pairs the values of each range with the filters that matched it, in an order that is not documented
 * (developers.google.com/workspace/sheets/api, spreadsheets.values.batchGetByDataFilter).
 */
function readByFilters(spreadsheetId: string, ranges: readonly string[]): readonly Cell[][][] {
  const dataFilters = ranges.map((a1Range) => ({ a1Range }));
  const { valueRanges = [] } = spreadsheets().Values.batchGetByDataFilter({ ...RENDERING, dataFilters }, spreadsheetId);
  const found = new Map<string | undefined, Cell[][]>();
  for (const { dataFilters: matched = [], valueRange } of valueRanges) {
    for (const { a1Range } of matched) found.set(a1Range, (valueRange?.values ?? []) as Cell[][]);
  }
  return ranges.map((range) => {
    const values = found.get(range);
    if (!values) throw new Error(`batchGetByDataFilter: no answer for ${range} among ${String(valueRanges.length)}`);
    return values;
  });
}

function toValueRange(tab: string, { row, column, cells }: Patch): GoogleAppsScript.Sheets.Schema.ValueRange {
  return { range: toRange(tab, { row, column, rows: 1, columns: cells.length }), values: [[...cells]] };
}

function toSizes({ sheets = [] }: GoogleAppsScript.Sheets.Schema.Spreadsheet): readonly SheetSize[] {
  return sheets.map(({ properties }) => ({
    id: properties?.sheetId ?? 0,
    rows: properties?.gridProperties?.rowCount ?? 0,
    columns: properties?.gridProperties?.columnCount ?? 0,
  }));
}

function spreadsheets(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  // a script whose manifest lost the service has no such global at all
  if (typeof Sheets !== 'undefined') return Sheets.Spreadsheets;
  throw new DataError('the advanced Sheets service is off', {
    fr: 'Le service avancé « Google Sheets API » n’est pas activé dans le projet Apps Script. Activez-le (Éditeur > Services), puis relancez.',
    en: 'The advanced service "Google Sheets API" is not enabled in the Apps Script project. Enable it (Editor > Services), then sync again.',
  });
}

function withinQuota<T>(ask: () => T): T {
  for (let tries = 1; ; tries += 1) {
    try {
      return ask();
    } catch (error) {
      if (tries >= QUOTA_TRIES || !/quota/i.test(String(error))) throw error;
      Utilities.sleep(QUOTA_WAIT);
    }
  }
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

/** Patches as ranges, as many together as a call carries; one that is too large by itself goes cell by cell. */
function toChunks(tab: string, patches: readonly Patch[]): readonly GoogleAppsScript.Sheets.Schema.ValueRange[][] {
  const chunks: GoogleAppsScript.Sheets.Schema.ValueRange[][] = [];
  let room = 0;
  const add = (patch: Patch): void => {
    const range = toValueRange(tab, patch);
    const bytes = utf8Length(JSON.stringify(range)) + 1;
    if (bytes > MOST_BYTES && patch.cells.length > 1) {
      patch.cells.forEach((cell, n) => {
        if (cell !== null) add({ row: patch.row, column: patch.column + n, cells: [cell] });
      });
      return;
    }
    if (bytes > room) {
      chunks.push([]);
      room = MOST_BYTES;
    }
    chunks[chunks.length - 1]?.push(range);
    room -= bytes;
  };
  patches.forEach(add);
  return chunks;
}
