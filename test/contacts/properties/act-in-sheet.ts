import { putCells, takeCells } from '../../../local/apps-script/spreadsheet/arrange';
import { toSerial } from '../../../local/apps-script/spreadsheet/zone';
import { FIELDS } from '../../../src/contacts/fields';
import type { SheetCommand } from './commands';
import { columnsOf, rowsOf, type SeenRow } from './seen';
import type { FieldEdit } from './values';
import { clientsTab, OWN, TAB, type World } from './world';

/** Does what somebody does at the spreadsheet; nothing when there is nothing to do it to. */
export function actInSheet(world: World, command: SheetCommand): void {
  const { hands } = world;
  const tab = clientsTab(world);
  const rows = rowsOf(world);
  switch (command.kind) {
    case 'sort':
      hands.sort(TAB, 1 + (command.column % tab.grid.maxColumns), command.isUp);
      break;
    case 'insertRow':
      hands.insertRow(TAB, 2 + (command.before % (rows.length + 1)));
      break;
    case 'emptyColumn':
      for (const { at } of rows) write(world, at, { field: command.field, value: '' });
      break;
    case 'emptyTab':
      for (const { at } of [...rows].reverse()) hands.deleteRow(TAB, at + 1);
      break;
    case 'insertColumn':
      insertColumn(world, command.before);
      break;
    case 'addRow':
      addRow(world, command.client);
      break;
    default: {
      const row = rows[command.row % Math.max(1, rows.length)];
      if (row) actOnRow(world, row, command);
    }
  }
}

type RowCommand = Exclude<
  SheetCommand,
  { readonly kind: 'addRow' | 'emptyColumn' | 'emptyTab' | 'sort' | 'insertRow' | 'insertColumn' }
>;

function actOnRow(world: World, row: SeenRow, command: RowCommand): void {
  const { hands } = world;
  switch (command.kind) {
    case 'type':
      write(world, row.at, command.edit);
      if (command.isStamped) stamp(world, row.at);
      break;
    case 'deleteRow':
      hands.deleteRow(TAB, row.at + 1);
      break;
    case 'emptyRow':
      for (const field of FIELDS) write(world, row.at, { field, value: '' });
      break;
    case 'copyRow':
      copyRow(world, row.at);
      set(world, nextRow(world) - 1, OWN, newMark(world));
      break;
    case 'cutRow':
      copyRow(world, row.at);
      hands.deleteRow(TAB, row.at + 1);
      break;
  }
}

function addRow(world: World, client: readonly FieldEdit[]): void {
  const at = nextRow(world);
  for (const edit of client) write(world, at, edit);
  set(world, at, OWN, newMark(world));
}

function copyRow(world: World, at: number): void {
  const tab = clientsTab(world);
  const area = { row: at, column: 0, rows: 1, columns: tab.grid.maxColumns };
  putCells(tab, nextRow(world), 0, takeCells(tab, at, area));
}

/** Below everything; the tab grows when it is full. */
function nextRow(world: World): number {
  const { grid } = clientsTab(world);
  const at = Math.max(1, grid.contentRows());
  if (at >= grid.maxRows) world.hands.insertRow(TAB, grid.maxRows + 1);
  return at;
}

function insertColumn(world: World, before: number): void {
  const { grid } = clientsTab(world);
  const column = before % grid.maxColumns;
  world.hands.insertColumn(TAB, column + 1);
  for (const { at, own } of rowsOf(world)) grid.writeValues(at, column, [`de ${own}`]);
}

function write(world: World, at: number, { field, value }: FieldEdit): void {
  set(world, at, field, value);
}

function set(world: World, at: number, header: string, value: string | number): void {
  const tab = clientsTab(world);
  const column = columnsOf(tab).get(header);
  if (column !== undefined) tab.grid.writeValues(at, column, [value]);
}

/** As the edit trigger does. */
function stamp(world: World, at: number): void {
  set(world, at, 'Statut', 'À synchroniser');
  set(world, at, 'Modifié le', toSerial(world.account.state.now, world.workbook.timeZone));
}

function newMark({ given }: World): string {
  return `u${(given.marks += 1)}`;
}

/** Gives rows that the sync made a name of the user's. */
export function nameRows(world: World): void {
  for (const { at, own } of rowsOf(world)) if (own === '') set(world, at, OWN, newMark(world));
}
