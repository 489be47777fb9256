import { columnOf } from '../../src/contacts/client-columns';
import { emailKey } from '../../src/contacts/field-key';
import { FIELDS, type Field } from '../../src/contacts/fields';
import { columnName } from '../../src/core/column-name';
import type { Machine } from '../apps-script/machine';
import { insert } from '../apps-script/spreadsheet/structure';
import { createUserHands, type UserHands } from '../apps-script/spreadsheet/user-hands';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import { readCsv } from '../expected/read-csv';
import { findClientsTab } from './clients-tab';
import { UsageError } from './usage-error';

/**
 * Types the clients of a CSV text (`,` or `;`, with a header) into the tab Clients as a person does, cell by cell, so that edit triggers
 * fire: each into the row of its e-mail address, new ones below. Cells that say the same already are left alone. Throws `UsageError` when
 * no column of the file is one of e-mail addresses.
 */
export function typeClients(machine: Machine, text: string): void {
  const desk = openDesk(machine);
  const [header = [], ...lines] = readCsv(text.replace(/\r\n|\r|\n/g, '\r\n'), separatorOf(text));
  const fields = header.map(columnOf);
  const key = fields.indexOf('email');
  if (key < 0) throw new UsageError('Le fichier de --clients n’a pas de colonne d’adresses e-mail.');
  for (const line of lines.filter((each) => each.some((value) => value !== ''))) {
    const row = rowOf(desk, line[key] ?? '');
    fields.forEach((field, n) => {
      if (field) typeCell(desk, row, field, (line[n] ?? '').replaceAll('\r\n', '\n'));
    });
  }
}

/** The tab as it was before the first key. */
interface Desk {
  readonly machine: Machine;
  readonly workbook: Workbook;
  readonly hands: UserHands;
  readonly tab: Tab;
  /** From 0; -1: there is no such column. */
  readonly columns: ReadonlyMap<Field, number>;
  /** What is shown, by row from 1. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
  /** The row of each address. */
  readonly rows: Map<string, number>;
  /** The last row with a client. */
  last: number;
}

function openDesk(machine: Machine): Desk {
  const { workbook, tab } = findClientsTab(machine);
  const hands = createUserHands(workbook, () => machine.state.now);
  const [header = [], ...lines] = hands.shown(tab.name);
  const columns = new Map(FIELDS.map((field) => [field, header.findIndex((text) => columnOf(text) === field)]));
  const used = lines.flatMap((line, n) => ([...columns.values()].some((at) => (line[at] ?? '') !== '') ? [n + 2] : []));
  const cells = new Map(lines.map((line, n) => [n + 2, line]));
  const emailOf = (row: number): string => cells.get(row)?.[columns.get('email') ?? -1] ?? '';
  const rows = new Map(
    [...used].reverse().flatMap((row) => (emailOf(row) === '' ? [] : [[emailKey(emailOf(row)), row]])),
  );
  return { machine, workbook, hands, tab, columns, cells, rows, last: used.at(-1) ?? 1 };
}

function separatorOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** From 1: the row of that address, or the first one below all clients. */
function rowOf(desk: Desk, email: string): number {
  const known = email === '' ? undefined : desk.rows.get(emailKey(email));
  if (known !== undefined) return known;
  const { workbook, tab } = desk;
  const row = (desk.last += 1);
  const { maxRows } = tab.grid;
  if (row > maxRows) insert(workbook, tab, 'row', maxRows, row - maxRows, maxRows - 1);
  if (email !== '') desk.rows.set(emailKey(email), row);
  return row;
}

function typeCell({ machine, hands, tab, columns, cells }: Desk, row: number, field: Field, value: string): void {
  const column = columns.get(field) ?? -1;
  if (column < 0) return;
  const before = cells.get(row)?.[column] ?? '';
  if (before === value) return;
  hands.type(tab.name, `${columnName(column + 1)}${String(row)}`, value);
  machine.edited({ tab: tab.id, row, column: column + 1, oldValue: before || undefined, value: value || undefined });
}
