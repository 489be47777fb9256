import type { Faithful } from '../faithful';
import type { Area } from './area';
import { enterValues, readDisplay, readFormulas, readValues, writeFormula, type ReadValue } from './cells';
import { checkText } from './limits';
import type { RangeScope } from './range';
import { Refusal } from './refusal';
import { checkInside } from './sheet-area';
import { tabById, type Tab } from './workbook';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What the cells of a range hold. */
export function rangeValues(
  scope: RangeScope,
): ReturnType<typeof values> & ReturnType<typeof formulas> & ReturnType<typeof notes> {
  return { ...values(scope), ...formulas(scope), ...notes(scope) };
}

type ValueNames =
  | 'getValue'
  | 'getValues'
  | 'setValue'
  | 'setValues'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'isBlank'
  | 'clearContent';

function values(scope: RangeScope): Faithful<Range, ValueNames> {
  const { session, workbook, area } = scope;
  const { read, write } = access(scope);
  const all = (): ReadValue[][] => read((tab) => readValues(workbook, tab, area));
  const shown = (): string[][] => read((tab) => readDisplay(workbook, tab, area));
  const enter = (given: readonly unknown[][]): object => {
    for (const cells of given) for (const value of cells) if (typeof value === 'string') checkText(value);
    const now = session.host.now();
    return write((tab) => {
      enterValues(workbook, tab, area, given, now);
    });
  };
  return {
    getValues: all,
    getValue: () => all()[0]?.[0] ?? '',
    getDisplayValues: shown,
    getDisplayValue: () => shown()[0]?.[0] ?? '',
    isBlank: () => all().every((cells) => cells.every((value) => value === '')),
    setValue: (value: unknown) => enter(fill(scope, value)),
    setValues(given: unknown[][]) {
      checkShape(scope, given);
      return enter(given);
    },
    clearContent: () =>
      write(({ grid }) => {
        grid.clearContent(area);
      }),
  };
}

function formulas(scope: RangeScope): Faithful<Range, 'getFormula' | 'getFormulas' | 'setFormula' | 'setFormulas'> {
  const { workbook, area } = scope;
  const { read, write } = access(scope);
  const all = (): string[][] => read((tab) => readFormulas(workbook, tab, area));
  const set = (sources: readonly string[][]): object =>
    write((tab) => {
      eachCell(sources, (source, i, j) => {
        putFormula(scope, tab, i, j, source);
      });
    });
  return {
    getFormulas: all,
    getFormula: () => all()[0]?.[0] ?? '',
    setFormula: (source: string) => set(fill(scope, source)),
    setFormulas(sources: string[][]) {
      checkShape(scope, sources);
      return set(sources);
    },
  };
}

function notes(scope: RangeScope): Faithful<Range, 'getNote' | 'getNotes' | 'setNote' | 'setNotes' | 'clearNote'> {
  const { area } = scope;
  const { read, write } = access(scope);
  const all = (): string[][] =>
    read(({ grid }) =>
      fill(scope, 0).map((cells, i) => cells.map((_, j) => grid.noteAt(area.row + i, area.column + j))),
    );
  const set = (wanted: readonly (string | null)[][]): object =>
    write(({ grid }) => {
      eachCell(wanted, (note, i, j) => {
        grid.writeNote(area.row + i, area.column + j, note ?? '');
      });
    });
  return {
    getNotes: all,
    getNote: () => all()[0]?.[0] ?? '',
    setNote: (note: string | null) => set(fill(scope, note)),
    setNotes(wanted: (string | null)[][]) {
      checkShape(scope, wanted);
      return set(wanted);
    },
    clearNote: () => set(fill(scope, '')),
  };
}

interface Access {
  readonly read: <R>(answer: (tab: Tab) => R) => R;
  readonly write: (act: (tab: Tab) => void) => object;
}

/**
 * Reading and writing a tab: the first carries out what waits, the second waits itself. With an area, both refuse when
 * the grid has shrunk so that it no longer lies inside.
 */
export function access({ session, workbook, tabId, area, self }: AccessScope): Access {
  const checked = (tab: Tab): Tab => {
    if (area) checkInside(tab, area);
    return tab;
  };
  return {
    read: (answer) => session.read(() => answer(checked(tabById(workbook, tabId)))),
    write(act) {
      checked(session.tab(workbook, tabId));
      session.write(() => {
        act(checked(tabById(workbook, tabId)));
      });
      return self();
    },
  };
}

interface AccessScope extends Omit<RangeScope, 'area'> {
  readonly area?: Area;
}

/** One value for every cell of a range. */
export function fill<T>({ area }: RangeScope, value: T): T[][] {
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));
}

/** Refuses a block of another size than the range, in Google's words; the columns are those of its first wrong row. */
export function checkShape({ area }: RangeScope, block: readonly (readonly unknown[])[]): void {
  const refuse = (what: string, has: number, wanted: number): Refusal =>
    new Refusal(
      `The number of ${what} in the data does not match the number of ${what} in the range. ` +
        `The data has ${String(has)} but the range has ${String(wanted)}.`,
    );
  if (block.length !== area.rows) throw refuse('rows', block.length, area.rows);
  for (const cells of block) {
    if (cells.length !== area.columns) throw refuse('columns', cells.length, area.columns);
  }
}

function eachCell<T>(block: readonly (readonly T[])[], act: (cell: T, row: number, column: number) => void): void {
  block.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      act(cell, i, j);
    });
  });
}

function putFormula({ workbook, area }: RangeScope, tab: Tab, i: number, j: number, source: string): void {
  const [row, column] = [area.row + i, area.column + j];
  if (source === '') tab.grid.writeValues(row, column, ['']);
  else writeFormula(workbook, tab, row, column, source.startsWith('=') ? source : `=${source}`);
}
