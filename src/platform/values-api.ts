import { DataError } from '../core/errors';
import { toRange } from './a1';
import type { Area, Cell, Patch, SheetSize } from './services';

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
  sizes(): readonly SheetSize[];
}

/** A call carries 2 MB at most (developers.google.com/workspace/sheets/api/limits), counted here in characters. */
const MOST_CHARACTERS = 900_000;
/** Ranges travel in the address of a read. */
const MOST_RANGES = 110;
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
    read: (tab, areas) =>
      chunk(areas, MOST_RANGES).flatMap((some) => {
        const ranges = some.map((area) => toRange(tab, area));
        const options = { ranges, valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };
        const answer = call(() => spreadsheets().Values.batchGet(spreadsheetId, options));
        return some.map((_, n) => (answer.valueRanges?.[n]?.values ?? []) as Cell[][]);
      }),
    write(tab, patches) {
      for (const data of chunkBySize(patches.map((patch) => toValueRange(tab, patch)))) {
        call(() => spreadsheets().Values.batchUpdate({ valueInputOption: 'RAW', data }, spreadsheetId));
      }
    },
    deleteRows(sheetId, blocks) {
      call(() => spreadsheets().batchUpdate({ requests: toDeletions(sheetId, blocks) }, spreadsheetId));
    },
    sizes() {
      const fields = 'sheets(properties(sheetId,gridProperties(rowCount,columnCount)))';
      return toSizes(call(() => spreadsheets().get(spreadsheetId, { fields })));
    },
  };
}

function toValueRange(tab: string, { row, column, cells }: Patch): GoogleAppsScript.Sheets.Schema.ValueRange {
  return { range: toRange(tab, { row, column, rows: 1, columns: cells.length }), values: [[...cells]] };
}

/** From the bottom up, so that one deletion does not move the next. */
function toDeletions(
  sheetId: number,
  blocks: readonly (readonly [number, number])[],
): GoogleAppsScript.Sheets.Schema.Request[] {
  return [...blocks].reverse().map(([first, count]) => ({
    deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: first - 1, endIndex: first - 1 + count } },
  }));
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

function chunkBySize<T>(items: readonly T[]): readonly T[][] {
  const chunks: T[][] = [];
  let size = Infinity;
  for (const item of items) {
    const length = JSON.stringify(item).length;
    if (size + length > MOST_CHARACTERS) {
      chunks.push([]);
      size = 0;
    }
    chunks[chunks.length - 1]?.push(item);
    size += length;
  }
  return chunks;
}
