import { parseA1, toArea } from './a1';
import { sortArea } from './arrange';
import { enterValues, readDisplay, readFormulas, readSerials, readValues, type ReadValue } from './cells';
import { Refusal } from './refusal';
import type { Value } from './row';
import { insert, move, remove } from './structure';
import { addTab, deleteTab, renameTab } from './tabs';
import { tabByName, type MenuItem, type MenuTree, type Tab, type Workbook } from './workbook';

/** A person at the open spreadsheet: reads and edits it directly, uncounted. Rows and columns count from 1, as on screen. */
export interface UserHands {
  /** The names of the tabs, from left to right. */
  tabs(): string[];
  /** The filled rows of a tab, dates as Date. */
  rows(tab: string): ReadValue[][];
  /** The same with dates as serial numbers. */
  serials(tab: string): Value[][];
  /** The same as texts on the screen. */
  shown(tab: string): string[][];
  /** The number format of each filled cell; null when automatic. */
  formats(tab: string): (string | null)[][];
  /** How many cells of a tab hold a formula. */
  formulaCount(tab: string): number;
  /** The formula of a cell, `''` when it has none. */
  formula(tab: string, cell: string): string;
  note(tab: string, cell: string): string;
  /** Types into a cell. */
  type(tab: string, cell: string, text: string): void;
  setNote(tab: string, cell: string, note: string): void;
  /** Sorts all rows below the frozen ones. */
  sort(tab: string, column: number, ascending?: boolean): void;
  insertRow(tab: string, before: number): void;
  deleteRow(tab: string, row: number): void;
  insertColumn(tab: string, before: number): void;
  deleteColumn(tab: string, column: number): void;
  moveColumn(tab: string, column: number, before: number): void;
  addTab(name: string): void;
  renameTab(tab: string, name: string): void;
  deleteTab(tab: string): void;
  /** The name of the function that a menu item runs; `path` is its captions from the menu bar on. Throws when it is not there. */
  menuFunction(...path: string[]): string;
}

/** The hands of whoever has the spreadsheet open; `now` is the instant that typed dates without a year take theirs from. */
export function createUserHands(workbook: Workbook, now: () => number): UserHands {
  const at = (name: string): Tab => {
    const tab = tabByName(workbook, name);
    if (!tab) throw new Error(`There is no tab "${name}", but ${workbook.tabs.map((each) => each.name).join(', ')}.`);
    return tab;
  };
  return {
    ...eyes(workbook, at),
    ...fingers(workbook, at, now),
    menuFunction: (...path) => findItem(workbook.menus, path),
  };
}

type Reading = 'tabs' | 'rows' | 'serials' | 'shown' | 'formats' | 'formulaCount' | 'formula' | 'note';

function eyes(workbook: Workbook, at: (name: string) => Tab): Pick<UserHands, Reading> {
  const filled = ({ grid }: Tab): Parameters<typeof readValues>[2] => ({
    ...{ row: 0, column: 0, rows: grid.contentRows(), columns: grid.contentColumns() },
  });
  return {
    tabs: () => workbook.tabs.map(({ name }) => name),
    rows: (name) => readValues(workbook, at(name), filled(at(name))),
    serials: (name) => readSerials(workbook, at(name), filled(at(name))),
    shown: (name) => readDisplay(workbook, at(name), filled(at(name))),
    formats(name) {
      const { rows, columns } = filled(at(name));
      const { grid } = at(name);
      return Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (_cell, j) => grid.styleAt(i, j)?.numberFormat ?? null),
      );
    },
    formulaCount: (name) => at(name).grid.rows.reduce((sum, row) => sum + (row?.formulas?.size ?? 0), 0),
    formula: (name, cell) => readFormulas(workbook, at(name), cellOf(at(name), cell))[0]?.[0] ?? '',
    note: (name, cell) => at(name).grid.noteAt(cellOf(at(name), cell).row, cellOf(at(name), cell).column),
  };
}

type Editing = Exclude<keyof UserHands, Reading | 'menuFunction'>;

function fingers(workbook: Workbook, at: (name: string) => Tab, now: () => number): Pick<UserHands, Editing> {
  return {
    type(name, cell, text) {
      enterValues(workbook, at(name), cellOf(at(name), cell), [[text]], now());
    },
    setNote(name, cell, note) {
      const { row, column } = cellOf(at(name), cell);
      at(name).grid.writeNote(row, column, note);
    },
    sort(name, column, ascending = true) {
      const { grid, frozenRows } = at(name);
      const area = { row: frozenRows, column: 0, rows: grid.maxRows - frozenRows, columns: grid.maxColumns };
      sortArea(workbook, at(name), area, [{ column: column - 1, ascending }]);
    },
    insertRow: (name, before) => {
      insert(workbook, at(name), 'row', before - 1, 1, before - 1);
    },
    deleteRow: (name, row) => {
      remove(workbook, at(name), 'row', { start: row - 1, end: row });
    },
    insertColumn: (name, before) => {
      insert(workbook, at(name), 'column', before - 1, 1, before - 1);
    },
    deleteColumn: (name, column) => {
      remove(workbook, at(name), 'column', { start: column - 1, end: column });
    },
    moveColumn: (name, column, before) => {
      move(workbook, at(name), 'column', { start: column - 1, end: column }, before - 1);
    },
    addTab: (name) => void addTab(workbook, name, workbook.tabs.length),
    renameTab: (name, to) => {
      renameTab(workbook, at(name), to);
    },
    deleteTab: (name) => {
      deleteTab(workbook, at(name));
    },
  };
}

function cellOf({ grid }: Tab, cell: string): ReturnType<typeof toArea> {
  const reference = parseA1(cell);
  if (!reference) throw new Refusal('Range not found');
  return toArea(reference, grid.maxRows, grid.maxColumns);
}

function findItem(menus: readonly MenuTree[], path: readonly string[]): string {
  let items: MenuTree['items'] = menus;
  let found: MenuItem | MenuTree | undefined;
  for (const caption of path) {
    const named = items.filter((item) => item !== 'separator');
    found = named.find((item) => item.caption === caption);
    if (!found)
      throw new Error(
        `No menu item "${caption}" in ${path.join(' > ')}, but ${named.map((item) => item.caption).join(', ')}.`,
      );
    items = 'items' in found ? found.items : [];
  }
  if (!found || 'items' in found) throw new Error(`${path.join(' > ')} is a menu, not an item.`);
  return found.functionName;
}
