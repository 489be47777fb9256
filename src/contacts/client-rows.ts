import { columnName } from '../core/column-name';
import { DataError, StaleError } from '../core/errors';
import { toInstant } from '../core/serial';
import type { Workbook } from '../platform/services';
import type { Client } from './client';
import { CLIENT_COLUMNS } from './client-columns';
import type { ClientSheet } from './client-sheet';
import { FIELDS, toFields } from './fields';

/** The columns from the first of ours to the last: user's own among them are read along, and left alone. */
export interface Span {
  readonly first: number;
  readonly width: number;
}

export function spanOf({ columns }: ClientSheet): Span {
  const places = Object.values(columns);
  const first = Math.min(...places);
  return { first, width: Math.max(...places) - first + 1 };
}

/**
 * All rows with a client, from the top. Throws `DataError` when a formula or an error stands in a column that is synced: what it
 * shows may be something else a moment later, or nothing at all.
 */
export function readClients(tab: ClientSheet, workbook: Workbook): readonly Client[] {
  const { sheet, columns } = tab;
  const { first, width } = spanOf(tab);
  const rows = readRows(tab);
  if (rows.length === 0) return [];
  const last = Math.max(...rows.map(({ row }) => row));
  const area = { row: 2, column: first, rows: last - 1, columns: width };
  checkPlain(tab, rows, sheet.readFormulas(area));
  const edited = sheet.read({ row: 2, column: columns.editedAt, rows: last - 1, columns: 1 });
  return rows.map((row) => {
    const stamp = edited[row.row - 2]?.[0];
    const changedAt = typeof stamp === 'number' ? toInstant(stamp, (ms) => workbook.offset(ms)) : null;
    return { ...row, changedAt };
  });
}

/**
 * The same as the screen shows them, without when they were edited. One spreadsheet call, or two. Throws `StaleError` when somebody
 * moved the columns since the tab was opened: what stands in them belongs to other fields now.
 */
export function readRows(tab: ClientSheet): readonly Client[] {
  const { sheet, columns, headers } = tab;
  const last = sheet.lastRow();
  if (last < 2) return [];
  const { first, width } = spanOf(tab);
  const [header = [], ...shown] = sheet.readShown({ row: 1, column: first, rows: last, columns: width });
  const isThere = CLIENT_COLUMNS.every((name) => header[columns[name] - first]?.trim() === headers[name]);
  if (!isThere) throw columnsMoved();
  return shown.flatMap((cells, n) => {
    const fields = toFields((field) => cells[columns[field] - first] ?? '');
    const isBlank = FIELDS.every((field) => fields[field].trim() === '');
    // A row that was emptied is gone, whatever the columns beside it remember.
    if (isBlank) return [];
    const id = (cells[columns.id - first] ?? '').trim();
    return [{ row: n + 2, id, fields, changedAt: null, status: cells[columns.status - first] ?? '' }];
  });
}

function columnsMoved(): StaleError {
  return new StaleError('contacts: columns were moved while the tab was in use', {
    fr: 'Quelqu’un déplace ou renomme des colonnes de l’onglet en ce moment. Relancez : la synchronisation les retrouve par leurs titres.',
    en: 'Somebody is moving or renaming columns of the tab just now. Sync again: it finds them by their titles.',
  });
}

const ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;
const SHOWN = 5;

function checkPlain(tab: ClientSheet, rows: readonly Client[], formulas: readonly (readonly string[])[]): void {
  const { columns } = tab;
  const { first } = spanOf(tab);
  const wrong = rows.flatMap(({ row, fields }) =>
    FIELDS.filter(
      (field) => (formulas[row - 2]?.[columns[field] - first] ?? '') !== '' || ERROR.test(fields[field]),
    ).map((field) => `${columnName(columns[field])}${row}`),
  );
  if (wrong.length === 0) return;
  const cells = wrong.slice(0, SHOWN).join(', ') + (wrong.length > SHOWN ? `… (${wrong.length})` : '');
  throw new DataError(`contacts: formulas or errors in ${cells}`, {
    fr: `Des formules ou des erreurs se trouvent dans des colonnes synchronisées : ${cells}. Remplacez-les par leur valeur (copier, puis Collage spécial > Valeurs uniquement), puis relancez. Rien n’a été écrit.`,
    en: `There are formulas or errors in columns that are synced: ${cells}. Replace them by their values (copy, then Paste special > Values only), then sync again. Nothing was written.`,
  });
}
