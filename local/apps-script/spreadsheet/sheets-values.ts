import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { enterValues, writeRaw } from './cells';
import { checkText } from './limits';
import { Refusal } from './refusal';
import { apiCall } from './sheets-call';
import { toReadArea, toWriteArea, tryReadArea, type Located } from './sheets-ranges';
import { readByDataFilter } from './sheets-filters';
import { nameOf, readRange, transpose, type ReadOptions } from './sheets-read';
import type { Session } from './session';
import { insert } from './structure';
import type { Workbook } from './workbook';

type Values = GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection;
type ValueRange = GoogleAppsScript.Sheets.Schema.ValueRange;
type ByDataFilter = GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterRequest;
type BatchUpdate = GoogleAppsScript.Sheets.Schema.BatchUpdateValuesRequest;

/** Sheets.Spreadsheets.Values. Nothing is written when any range or value of a call is refused. */
export function createValuesApi(session: Session): object {
  const methods = { ...reads(session), ...writes(session), ...clears(session) };
  const reading = (id: string, ranges: readonly string[]): number => cost(cellsOf(session, id, ranges));
  const writing = (data: readonly ValueRange[]): number =>
    cost(data.reduce((sum, { values }) => sum + (values ?? []).flat().length, 0));
  return session.expose(
    'Sheets.Spreadsheets.Values',
    methods,
    { kind: 'other' },
    {
      get: (id: string, range: string) => reading(id, [range]),
      batchGet: (id: string, options: { ranges?: string | string[] } = {}) =>
        reading(id, [options.ranges ?? []].flat()),
      batchGetByDataFilter: ({ dataFilters = [] }: ByDataFilter, id: string) =>
        reading(
          id,
          dataFilters.map(({ a1Range = '' }) => a1Range),
        ),
      update: (resource: ValueRange) => writing([resource]),
      batchUpdate: ({ data = [] }: { data?: ValueRange[] }) => writing(data),
      append: (resource: ValueRange) => writing([resource]),
      clear: (_: unknown, id: string, range: string) => reading(id, [range]),
      batchClear: ({ ranges = [] }: { ranges?: string[] }, id: string) => reading(id, ranges),
    },
  );
}

function reads(session: Session): Faithful<Values, 'get' | 'batchGet' | 'batchGetByDataFilter'> {
  return {
    get: (id: string, range: string, options: ReadOptions = {}) =>
      apiCall(session, 'spreadsheets.values.get', 'read', id, (workbook) => readRange(workbook, range, options)),
    batchGet: (id: string, options: ReadOptions & { ranges?: string | string[] } = {}) =>
      apiCall(session, 'spreadsheets.values.batchGet', 'read', id, (workbook) => ({
        spreadsheetId: id,
        valueRanges: [options.ranges ?? []].flat().map((range) => readRange(workbook, range, options)),
      })),
    batchGetByDataFilter(resource: ByDataFilter, id: string) {
      const act = (workbook: Workbook): object => ({
        spreadsheetId: id,
        valueRanges: readByDataFilter(workbook, resource),
      });
      return apiCall(session, 'spreadsheets.values.batchGetByDataFilter', 'read', id, act, resource);
    },
  };
}

function writes(session: Session): Faithful<Values, 'update' | 'batchUpdate' | 'append'> {
  const now = (): number => session.host.now();
  return {
    update(resource: ValueRange, id: string, range: string, options: WriteOptions = {}) {
      const act = (workbook: Workbook): object => {
        const write = prepare(workbook, range, resource, options.valueInputOption, now());
        write.act();
        return { spreadsheetId: id, ...write.counts };
      };
      return apiCall(session, 'spreadsheets.values.update', 'write', id, act, resource);
    },
    batchUpdate(resource: BatchUpdate, id: string) {
      const act = (workbook: Workbook): object => batchUpdate(workbook, id, resource, now());
      return apiCall(session, 'spreadsheets.values.batchUpdate', 'write', id, act, resource);
    },
    append(resource: ValueRange, id: string, range: string, options: WriteOptions = {}) {
      const act = (workbook: Workbook): object => append(workbook, id, range, resource, options, now());
      return apiCall(session, 'spreadsheets.values.append', 'write', id, act, resource);
    },
  };
}

function clears(session: Session): Faithful<Values, 'clear' | 'batchClear'> {
  return {
    clear: (_resource: unknown, id: string, range: string) =>
      apiCall(session, 'spreadsheets.values.clear', 'write', id, (workbook) => ({
        spreadsheetId: id,
        clearedRange: clear(toReadArea(workbook, range)),
      })),
    batchClear: (resource: GoogleAppsScript.Sheets.Schema.BatchClearValuesRequest, id: string) =>
      apiCall(session, 'spreadsheets.values.batchClear', 'write', id, (workbook) => ({
        spreadsheetId: id,
        clearedRanges: (resource.ranges ?? []).map((range) => toReadArea(workbook, range)).map(clear),
      })),
  };
}

function cost(cells: number): number {
  return COSTS.cells + COSTS.perCell * cells;
}

interface WriteOptions {
  readonly valueInputOption?: string;
  readonly insertDataOption?: string;
}

interface Write {
  act(): void;
  readonly counts: { updatedRange: string; updatedRows: number; updatedColumns: number; updatedCells: number };
}

function batchUpdate(workbook: Workbook, spreadsheetId: string, resource: BatchUpdate, now: number): object {
  const writes = (resource.data ?? []).map((each, i) => {
    try {
      return prepare(workbook, each.range ?? '', each, resource.valueInputOption, now);
    } catch (error) {
      if (error instanceof Refusal && resource.valueInputOption)
        throw new Refusal(`Invalid data[${String(i)}]: ${error.message}`);
      throw error;
    }
  });
  for (const write of writes) write.act();
  const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
    writes.reduce((total, { counts }) => total + counts[key], 0);
  return {
    spreadsheetId,
    totalUpdatedRows: sum('updatedRows'),
    totalUpdatedColumns: sum('updatedColumns'),
    totalUpdatedCells: sum('updatedCells'),
    totalUpdatedSheets: new Set(writes.map(({ counts }) => counts.updatedRange.split('!')[0])).size,
    responses: writes.map(({ counts }) => ({ spreadsheetId, ...counts })),
  };
}

/** Checks a write and answers it, to be done when all of a call's are fine. */
function prepare(
  workbook: Workbook,
  range: string,
  resource: ValueRange,
  option: string | undefined,
  now: number,
): Write {
  if (option !== 'RAW' && option !== 'USER_ENTERED') {
    throw new Refusal("'valueInputOption' is required but not specified");
  }
  const given = (resource.values ?? []) as unknown[][];
  const rows = resource.majorDimension === 'COLUMNS' ? transpose(given) : given;
  for (const cells of rows) for (const value of cells) if (typeof value === 'string') checkText(value);
  const { tab, area } = toWriteArea(workbook, range, rows);
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const written = { ...area, rows: rows.length, columns: Math.max(1, width) };
  return {
    counts: {
      updatedRange: nameOf({ tab, area: { ...written, rows: Math.max(1, rows.length) } }),
      updatedRows: rows.length,
      updatedColumns: width,
      updatedCells: rows.reduce((sum, cells) => sum + cells.length, 0),
    },
    act() {
      if (option === 'RAW') writeRaw(tab, written, rows);
      else enterPresent(workbook, { tab, area: written }, rows, now);
    },
  };
}

/** USER_ENTERED parses texts as if typed; null leaves a cell alone, as with RAW. */
function enterPresent(workbook: Workbook, { tab, area }: Located, rows: readonly unknown[][], now: number): void {
  rows.forEach((cells, i) => {
    cells.forEach((value, j) => {
      if (value === null || value === undefined) return;
      enterValues(workbook, tab, { row: area.row + i, column: area.column + j, rows: 1, columns: 1 }, [[value]], now);
    });
  });
}

/** Writes below the last row with content, growing the grid when it is full. */
function append(
  workbook: Workbook,
  spreadsheetId: string,
  range: string,
  resource: ValueRange,
  options: WriteOptions,
  now: number,
): object {
  const { tab, area } = toReadArea(workbook, range);
  const values = (resource.values ?? []) as unknown[][];
  const { grid } = tab;
  const row = grid.contentRows();
  const missing = row + values.length - grid.maxRows;
  const wider = area.column + Math.max(1, ...values.map((cells) => cells.length)) - grid.maxColumns;
  if (missing > 0) insert(workbook, tab, 'row', grid.maxRows, missing, grid.maxRows - 1);
  if (wider > 0) insert(workbook, tab, 'column', grid.maxColumns, wider, grid.maxColumns - 1);
  const start = { row, column: area.column, rows: 1, columns: 1 };
  const write = prepare(workbook, nameOf({ tab, area: start }), resource, options.valueInputOption, now);
  write.act();
  return { spreadsheetId, updates: { spreadsheetId, ...write.counts } };
}

function clear({ tab, area }: Located): string {
  tab.grid.clearContent(area);
  return nameOf({ tab, area });
}

/** How many cells ranges name; none where the call itself will be refused. */
function cellsOf(session: Session, id: string, ranges: readonly string[]): number {
  const workbook = session.documents.workbooks.get(id);
  if (!workbook) return 0;
  return ranges.reduce((sum, range) => {
    const area = tryReadArea(workbook, range)?.area;
    return area ? sum + area.rows * area.columns : sum;
  }, 0);
}
