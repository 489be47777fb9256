import { columnOf } from '../../src/contacts/client-columns';
import { emailKey } from '../../src/contacts/field-key';
import { FIELDS, type Field } from '../../src/contacts/fields';
import { columnName } from '../../src/core/column-name';
import type { Machine } from '../apps-script/machine';
import { createUserHands, type UserHands } from '../apps-script/spreadsheet/user-hands';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import { readCsv } from '../expected/read-csv';
import { UsageError } from './usage-error';

/**
 * Types the clients of a CSV text (`,` or `;`, with a header) into the tab Clients as a person does, cell by cell, so that edit triggers
 * fire: each into the row of its e-mail address, new ones below. Cells that say the same already are left alone. Throws `UsageError` when
 * no column of the file is one of e-mail addresses.
 */
export function typeClients(machine: Machine, text: string): void {
  const { workbook, tab } = findTab(machine);
  const hands = createUserHands(workbook, () => machine.state.now);
  const [header = [], ...lines] = readCsv(text.replace(/\r\n|\r|\n/g, '\r\n'), separatorOf(text));
  const fields = header.map(columnOf);
  const key = fields.indexOf('email');
  if (key < 0) throw new UsageError('Le fichier de --clients n’a pas de colonne d’adresses e-mail.');
  for (const line of lines.filter((each) => each.some((value) => value !== ''))) {
    const row = rowOf(hands, tab, line[key] ?? '');
    fields.forEach((field, n) => {
      if (field) typeCell(machine, hands, tab, row, field, (line[n] ?? '').replaceAll('\r\n', '\n'));
    });
  }
}

function findTab({ documents }: Machine): { readonly workbook: Workbook; readonly tab: Tab } {
  const workbook = documents.workbooks.get(documents.boundId ?? '');
  const mark = workbook?.metadata.find(({ key }) => key === 'sync.clients');
  const tab = workbook?.tabs.find(({ id }) => id === mark?.sheetId);
  if (!workbook || !tab) throw new Error('There is no tab Clients.');
  return { workbook, tab };
}

function separatorOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** From 1: the row of that address, or the first one without any client. */
function rowOf(hands: UserHands, tab: Tab, email: string): number {
  const [header = [], ...rows] = hands.shown(tab.name);
  const key = placeOf(header, 'email');
  const same = rows.findIndex((row) => email !== '' && emailKey(row[key] ?? '') === emailKey(email));
  if (same >= 0) return same + 2;
  const places = FIELDS.map((field) => placeOf(header, field));
  const used = rows.findLastIndex((row) => places.some((place) => (row[place] ?? '') !== ''));
  const row = used + 3;
  if (row > tab.grid.maxRows) hands.insertRow(tab.name, tab.grid.maxRows);
  return row;
}

function placeOf(header: readonly string[], field: Field): number {
  return header.findIndex((text) => columnOf(text) === field);
}

function typeCell(machine: Machine, hands: UserHands, tab: Tab, row: number, field: Field, value: string): void {
  const column = placeOf(hands.shown(tab.name)[0] ?? [], field);
  if (column < 0) return;
  const before = hands.shown(tab.name)[row - 1]?.[column] ?? '';
  if (before === value) return;
  hands.type(tab.name, `${columnName(column + 1)}${String(row)}`, value);
  machine.edited({ tab: tab.id, row, column: column + 1, oldValue: before || undefined, value: value || undefined });
}
