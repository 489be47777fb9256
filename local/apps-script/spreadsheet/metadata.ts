import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import type { Area } from './area';
import { ENUMS } from './enums';
import { createRange } from './range';
import { Refusal } from './refusal';
import { createSheet } from './sheet';
import type { Session } from './session';
import { createSpreadsheet } from './spreadsheet';
import { newId, tabById, type Metadata, type Tab, type Workbook } from './workbook';

/** Where metadata hangs: the spreadsheet (no tab), a tab, or whole rows or columns of it. */
export type MetadataPlace = Pick<Metadata, 'sheetId' | 'lines'>;

type Names =
  | 'getId'
  | 'getKey'
  | 'getValue'
  | 'getVisibility'
  | 'getLocation'
  | 'setKey'
  | 'setValue'
  | 'setVisibility'
  | 'remove';

/** The DeveloperMetadata that a script sees. */
export function createMetadata(session: Session, workbook: Workbook, id: number): object {
  const entry = (): Metadata => {
    const found = workbook.metadata.find((each) => each.id === id);
    if (!found) throw new Refusal('The developer metadata has been removed.');
    return found;
  };
  const change = (act: (found: Metadata) => void): object => {
    act(entry());
    return exposed;
  };
  const methods: Faithful<GoogleAppsScript.Spreadsheet.DeveloperMetadata, Names> = {
    getId: () => id,
    getKey: () => entry().key,
    getValue: () => entry().value,
    getVisibility: () => ENUMS.DeveloperMetadataVisibility[entry().visibility],
    getLocation: () => createLocation(session, workbook, entry()),
    setKey: (key: string) =>
      change((found) => {
        found.key = key;
      }),
    setValue: (value: string) =>
      change((found) => {
        found.value = value;
      }),
    setVisibility: (visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility) =>
      change((found) => {
        found.visibility = toVisibility(visibility);
      }),
    remove() {
      entry();
      workbook.metadata = workbook.metadata.filter((each) => each.id !== id);
    },
  };
  const { cells } = COSTS;
  const costs = { setKey: cells, setValue: cells, setVisibility: cells, remove: cells };
  const exposed: object = session.expose('DeveloperMetadata', methods, { kind: 'other', workbook }, costs);
  return exposed;
}

/** Adds metadata; `rest` is a value, a visibility, or both, as in the overloads of addDeveloperMetadata. */
export function addMetadata(
  session: Session,
  workbook: Workbook,
  place: MetadataPlace,
  key: string,
  rest: readonly unknown[],
): void {
  session.read(() => {
    const [first, second] = rest;
    const value = typeof first === 'string' ? first : null;
    const visibility = typeof first === 'string' ? second : first;
    workbook.metadata.push({
      ...{ id: newId(workbook), key, value, ...place },
      visibility: visibility === undefined ? 'DOCUMENT' : toVisibility(visibility),
    });
  });
}

/** The whole rows or columns that an area is; refuses any other, as Google does. */
export function wholeLines({ grid }: Tab, area: Area): NonNullable<Metadata['lines']> {
  if (area.column === 0 && area.columns === grid.maxColumns && area.rows === 1) {
    return { axis: 'row', start: area.row, end: area.row + area.rows };
  }
  if (area.row === 0 && area.rows === grid.maxRows && area.columns === 1) {
    return { axis: 'column', start: area.column, end: area.column + area.columns };
  }
  throw new Refusal(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added ' +
      'to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

/** The metadata that hangs on exactly this: the spreadsheet (`sheetId` null), a tab (`area` null) or whole lines. */
export function metadataAt(session: Session, workbook: Workbook, sheetId: number | null, area: Area | null): object[] {
  return workbook.metadata
    .filter(({ sheetId: at, lines }) => at === sheetId && (area === null ? lines === null : isOn(lines, area)))
    .map(({ id }) => createMetadata(session, workbook, id));
}

function isOn(lines: Metadata['lines'], area: Area): boolean {
  if (!lines) return false;
  const [start, count] = lines.axis === 'row' ? [area.row, area.rows] : [area.column, area.columns];
  return lines.start === start && lines.end === start + count;
}

type LocationNames = 'getLocationType' | 'getSpreadsheet' | 'getSheet' | 'getRow' | 'getColumn';

function createLocation(session: Session, workbook: Workbook, { sheetId, lines }: Metadata): object {
  const line = (axis: 'row' | 'column'): object | null => {
    if (lines?.axis !== axis || sheetId === null) return null;
    const { maxRows, maxColumns } = tabById(workbook, sheetId).grid;
    const size = { rows: lines.end - lines.start, columns: lines.end - lines.start };
    const area =
      axis === 'row'
        ? { row: lines.start, column: 0, rows: size.rows, columns: maxColumns }
        : { row: 0, column: lines.start, rows: maxRows, columns: size.columns };
    return createRange(session, workbook, sheetId, area);
  };
  const types = ENUMS.DeveloperMetadataLocationType;
  const methods: Faithful<GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation, LocationNames> = {
    getLocationType: () =>
      lines ? types[lines.axis === 'row' ? 'ROW' : 'COLUMN'] : sheetId === null ? types.SPREADSHEET : types.SHEET,
    getSpreadsheet: () => (sheetId === null ? createSpreadsheet(session, workbook) : null),
    getSheet: () => (sheetId !== null && !lines ? createSheet(session, workbook, sheetId) : null),
    getRow: () => line('row'),
    getColumn: () => line('column'),
  };
  return session.expose('DeveloperMetadataLocation', methods, { kind: 'other', workbook });
}

function toVisibility(visibility: unknown): Metadata['visibility'] {
  return String(visibility) === 'PROJECT' ? 'PROJECT' : 'DOCUMENT';
}
