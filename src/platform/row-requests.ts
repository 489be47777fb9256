import type { Cell, RowsChange } from './services';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Requests of one `batchUpdate`, which Google carries out in their order, all or none (developers.google.com/workspace/sheets,
 * spreadsheets.batchUpdate).
 */
export function toRowRequests(sheetId: number, { rewritten, deleted, inserted, before }: RowsChange): Request[] {
  const rewrites = rewritten.map(({ row, cells }) => toUpdate(sheetId, row, [cells]));
  // nothing above the place is deleted: it is where it was
  const insertions = inserted.length === 0 ? [] : toInsertion(sheetId, before, inserted);
  return [...rewrites, ...toDeletions(sheetId, deleted), ...insertions];
}

/** Blocks of rows, given as [first row, number of rows] from the top down: from the bottom up, so that one deletion does not move the next. */
export function toDeletions(sheetId: number, blocks: readonly (readonly [number, number])[]): Request[] {
  return [...blocks].reverse().map(([first, count]) => ({
    deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: first - 1, endIndex: first - 1 + count } },
  }));
}

function toInsertion(sheetId: number, before: number, rows: readonly (readonly Cell[])[]): readonly Request[] {
  const range = { sheetId, dimension: 'ROWS', startIndex: before - 1, endIndex: before - 1 + rows.length };
  return [{ insertDimension: { range, inheritFromBefore: false } }, toUpdate(sheetId, before, rows)];
}

function toUpdate(sheetId: number, row: number, rows: readonly (readonly Cell[])[]): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row - 1, columnIndex: 0 },
      rows: rows.map((cells) => ({ values: cells.map(toCellData) })),
      fields: 'userEnteredValue',
    },
  };
}

/** A string value is never parsed (Sheets API, ExtendedValue). */
function toCellData(cell: Cell): GoogleAppsScript.Sheets.Schema.CellData {
  if (cell === '') return {};
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  return { userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { boolValue: cell } };
}
