import type { Edit } from '../apps-script/edit';
import { enterValues, readSerials } from '../apps-script/spreadsheet/cells';
import { deleteTab, renameTab } from '../apps-script/spreadsheet/tabs';
import { tabById, type Tab } from '../apps-script/spreadsheet/workbook';
import type { Bench } from './bench';
import { execute } from './executions';
import type { Order } from './protocol';

/** What whoever sits at the spreadsheet does with their own hands. */
export type HandOrder = Extract<
  Order,
  { readonly do: 'type' | 'note' | 'activate' | 'select' | 'renameTab' | 'deleteTab' }
>;

/** Does it. Throws when there is no such tab or cell, and with Google's words when it cannot be. */
export function doByHand(bench: Bench, order: HandOrder): void {
  const { workbook } = bench;
  const tab = tabById(workbook, order.tab);
  switch (order.do) {
    case 'type':
      type(bench, tab, order);
      return;
    case 'note':
      tab.grid.writeNote(...placeOf(tab, order), order.text);
      return;
    case 'activate':
      workbook.activeTab = tab.id;
      return;
    case 'select':
      select(bench, tab, order);
      return;
    case 'renameTab':
      renameTab(workbook, tab, order.name);
      return;
    case 'deleteTab':
      deleteTab(workbook, tab);
  }
}

function select({ workbook }: Bench, tab: Tab, order: HandOrder & { do: 'select' }): void {
  const { rows, columns } = order;
  const [row, column] = placeOf(tab, order);
  placeOf(tab, { row: order.row + rows - 1, column: order.column + columns - 1 });
  workbook.activeTab = tab.id;
  tab.selection = { row, column, rows, columns };
}

function type(bench: Bench, tab: Tab, { row, column, text }: HandOrder & { do: 'type' }): void {
  const { machine, workbook, seat } = bench;
  const [top, left] = placeOf(tab, { row, column });
  const area = { row: top, column: left, rows: 1, columns: 1 };
  const valueOf = (): string | undefined => {
    const value = readSerials(workbook, tab, area)[0]?.[0] ?? '';
    return value === '' ? undefined : String(value);
  };
  const oldValue = valueOf();
  enterValues(workbook, tab, area, [[text]], machine.state.now);
  const edit: Edit = { tab: tab.id, row, column, oldValue, value: valueOf() };
  execute(bench, seat, 'onEdit', () => machine.edited(edit, seat));
}

/** Row and column from 0. */
function placeOf(
  { name, grid }: Tab,
  { row, column }: { readonly row: number; readonly column: number },
): [number, number] {
  if (row >= 1 && row <= grid.maxRows && column >= 1 && column <= grid.maxColumns) return [row - 1, column - 1];
  throw new Error(`${name} has no cell in row ${String(row)}, column ${String(column)}.`);
}
