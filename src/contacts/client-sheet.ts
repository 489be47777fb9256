import { DataError } from '../core/errors';
import type { Words } from '../core/model';
import { parseJson } from '../core/parse-json';
import type { Cell, Sheet, Workbook } from '../platform/services';
import { CLIENT_COLUMNS, COLUMN_HELP, columnOf, type ClientColumn } from './client-columns';
import { FIELDS, type Field } from './fields';

/** The tab Clients and where its columns stand, from 1. */
export interface ClientSheet {
  readonly sheet: Sheet;
  /** What row 1 calls them. */
  readonly headers: Readonly<Record<ClientColumn, string>>;
  readonly columns: Readonly<Record<ClientColumn, number>>;
}

/** The tab Clients, whatever the user called it; null while there is none. */
export function findClientSheet(workbook: Workbook): Sheet | null {
  return workbook.tagged(TAG)[0]?.sheet ?? null;
}

/** What row 1 calls each column; null while there is no tab. */
export function headersOf(workbook: Workbook): Readonly<Record<ClientColumn, string>> | null {
  const headers = (parseJson(workbook.tagged(TAG)[0]?.value) ?? {}) as Headers;
  return isComplete(headers) ? headers : null;
}

/**
 * The tab Clients with all its columns. It is made when there is none; a tab of that name with a column of e-mail addresses is
 * taken over as it is, and gets the columns that it lacks. Throws `DataError` when a column of it has gone since.
 */
export function openClientSheet(workbook: Workbook, language: 'fr' | 'en'): ClientSheet {
  const [tagged] = workbook.tagged(TAG);
  const headers = (parseJson(tagged?.value) ?? {}) as Headers;
  if (tagged && isComplete(headers)) return { sheet: tagged.sheet, headers, columns: placesOf(tagged.sheet, headers) };
  const sheet = tagged?.sheet ?? adopt(workbook) ?? create(workbook);
  return complete(sheet, headers, language);
}

/** Where the columns of a header row stand: by what the tab's metadata calls them. Null when one is missing. */
export function findColumns(
  cells: readonly string[],
  headers: Readonly<Record<string, string>>,
): ClientSheet['columns'] | null {
  const places = CLIENT_COLUMNS.map((name) => [name, placeOf(headers[name], cells)] as const);
  if (places.some(([, place]) => place === 0)) return null;
  return Object.fromEntries(places) as Record<ClientColumn, number>;
}

const TAG = 'sync.clients';
const NAME = 'Clients';

/** What row 1 calls each column. */
type Headers = Readonly<Partial<Record<ClientColumn, string>>>;

function isComplete(headers: Headers): headers is Readonly<Record<ClientColumn, string>> {
  return CLIENT_COLUMNS.every((name) => headers[name] !== undefined);
}

function readHeader(sheet: Sheet): readonly string[] {
  const [cells = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: sheet.columns() });
  return cells.map((cell) => String(cell).trim());
}

function placesOf(sheet: Sheet, headers: Readonly<Record<ClientColumn, string>>): ClientSheet['columns'] {
  const cells = readHeader(sheet);
  for (const name of CLIENT_COLUMNS) {
    const header = headers[name];
    const count = cells.filter((cell) => cell === header).length;
    if (count !== 1) throw count === 0 ? columnGone(sheet.name(), header) : columnTwice(sheet.name(), header);
  }
  return findColumns(cells, headers) ?? ({} as ClientSheet['columns']);
}

/** The user's own list of clients, such as the office system exports it. */
function adopt(workbook: Workbook): Sheet | null {
  const sheet = workbook.named(NAME);
  if (!sheet) return null;
  const isEmpty = sheet.lastRow() === 0;
  return isEmpty || readHeader(sheet).some((header) => columnOf(header) === 'email') ? sheet : null;
}

function create(workbook: Workbook): Sheet {
  const sheet = workbook.insert(workbook.named(NAME) ? `${NAME} (Sync)` : NAME, CLIENT_COLUMNS.length);
  sheet.insertRows(sheet.rows(), FIRST_ROWS);
  return sheet;
}

/** Empty rows of a new tab, ready to be filled in. */
const FIRST_ROWS = 200;

/** The columns that are there are known by their names; the others are made at the right. The metadata last: it says that all is there. */
function complete(sheet: Sheet, known: Headers, language: 'fr' | 'en'): ClientSheet {
  const cells = readHeader(sheet);
  const found: Partial<Record<ClientColumn, string>> = { ...known };
  for (const header of cells) {
    const name = columnOf(header) ?? ownColumn(header);
    if (name && header !== '') found[name] ??= header;
  }
  keepAsText(sheet, cells, found);
  const missing = CLIENT_COLUMNS.filter((name) => placeOf(found[name], cells) === 0);
  const last = cells.reduce((most, cell, n) => (cell === '' ? most : n + 1), 0);
  const room = sheet.columns() - last;
  if (room < missing.length) sheet.insertColumns(sheet.columns(), missing.length - room);
  for (const name of missing) found[name] = COLUMN_HELP[name].header[language];
  if (missing.length > 0) {
    sheet.writeHeader(
      last + 1,
      missing.map((name) => ({ text: found[name] ?? name, note: COLUMN_HELP[name].note[language] })),
    );
    sheet.formatColumns(
      last + 1,
      missing.map((name) => (name === 'editedAt' ? MOMENT : TEXT)),
    );
  }
  const headers = found as Readonly<Record<ClientColumn, string>>;
  const columns = placesOf(sheet, headers);
  sheet.hideColumn(columns.id);
  sheet.tag(TAG, JSON.stringify(headers));
  return { sheet, headers, columns };
}

/** From 1; 0: it is not there. */
function placeOf(header: string | undefined, cells: readonly string[]): number {
  return header === undefined ? 0 : cells.indexOf(header) + 1;
}

const TEXT = '@';
const MOMENT = 'yyyy-mm-dd hh:mm';

/** One that a killed execution made. */
function ownColumn(header: string): ClientColumn | null {
  return (
    (['status', 'editedAt', 'id'] as const).find((name) => Object.values(COLUMN_HELP[name].header).includes(header)) ??
    null
  );
}

/**
 * Makes the user's columns plain text: what stands there stays as the screen shows it, first zeros of numbers included, and what
 * is typed from now on stays as typed.
 */
function keepAsText(sheet: Sheet, cells: readonly string[], headers: Headers): void {
  const last = sheet.lastRow();
  for (const name of FIELDS) {
    const column = placeOf(headers[name], cells);
    if (column === 0) continue;
    const area = { row: 2, column, rows: last - 1, columns: 1 };
    const shown = last > 1 ? sheet.readShown(area) : [];
    const values: readonly (readonly Cell[])[] = last > 1 ? sheet.read(area) : [];
    const formulas = last > 1 ? sheet.readFormulas(area) : [];
    sheet.formatColumns(column, [TEXT]);
    const changed = shown.flatMap(([text = ''], n) =>
      typeof values[n]?.[0] === 'string' || formulas[n]?.[0] !== '' ? [] : [{ row: n + 2, column, cells: [text] }],
    );
    if (changed.length > 0) sheet.patch(changed);
  }
}

function columnGone(tab: string, header: string): DataError {
  return new DataError(`contacts: column "${header}" of ${tab} is missing`, {
    fr: `La colonne « ${header} » de l’onglet « ${tab} » a disparu ou a été renommée. Remettez ce titre en ligne 1 (ou annulez la suppression : Ctrl+Z), puis relancez. Rien n’a été écrit.`,
    en: `The column “${header}” of the tab “${tab}” is missing or was renamed. Put that title back in row 1 (or undo: Ctrl+Z), then sync again. Nothing was written.`,
  });
}

function columnTwice(tab: string, header: string): DataError {
  return new DataError(`contacts: column "${header}" of ${tab} stands twice`, {
    fr: `Deux colonnes de l’onglet « ${tab} » s’appellent « ${header} ». Renommez l’autre, puis relancez. Rien n’a été écrit.`,
    en: `Two columns of the tab “${tab}” are called “${header}”. Rename the other one, then sync again. Nothing was written.`,
  });
}

/** What the user reads of a column: its name in row 1. */
export function fieldTitle(field: Field): Words {
  return COLUMN_HELP[field].header;
}
