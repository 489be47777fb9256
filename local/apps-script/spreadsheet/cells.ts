import { javaText } from '../services/java-text';
import type { Area } from './area';
import { toDisplay } from './display';
import { toEntry } from './entry';
import { computedValue } from './evaluate';
import { parseFormula, renderFormula } from './formula';
import { toLocale } from './locale';
import { isDateFormat } from './number-format';
import type { Value } from './row';
import type { RowStyle } from './style';
import { tabByName, type Tab, type Workbook } from './workbook';
import { toInstant, toSerial } from './zone';

/** A cell as a script reads it: dates as Date. */
export type ReadValue = Value | Date;

/** The values of an area, formulas computed, dates as serial numbers. */
export function readSerials(workbook: Workbook, tab: Tab, area: Area): Value[][] {
  return mapRows(area, (row) => {
    const known = tab.grid.rows[row];
    const cells = known ? known.values.slice(area.column, area.column + area.columns) : [];
    while (cells.length < area.columns) cells.push('');
    if (known?.formulas) {
      for (const column of known.formulas.keys()) {
        if (column < area.column || column >= area.column + area.columns) continue;
        cells[column - area.column] = computedValue(workbook, tab, row, column);
      }
    }
    return cells;
  });
}

/** The values of an area as Range.getValues answers them: a number in a date format is an instant of the spreadsheet's zone. */
export function readValues(workbook: Workbook, tab: Tab, area: Area): ReadValue[][] {
  const rows: ReadValue[][] = readSerials(workbook, tab, area);
  rows.forEach((cells, i) => {
    for (const column of dateColumns(tab.grid.rows[area.row + i]?.style)) {
      const value = cells[column - area.column];
      if (typeof value !== 'number' || Math.abs(value) > MOST_DAYS) continue;
      cells[column - area.column] = new Date(toInstant(value, workbook.timeZone));
    }
  });
  return rows;
}

/** A `Date` reaches no further; what Google answers for a number beyond is not documented, and it stays one here. */
const MOST_DAYS = 99_000_000;

/** The texts that an area shows. */
export function readDisplay(workbook: Workbook, tab: Tab, area: Area): string[][] {
  return readSerials(workbook, tab, area).map((cells, i) =>
    cells.map((value, j) => toDisplay(value, formatAt(tab, area.row + i, area.column + j), workbook.locale)),
  );
}

/** The formulas of an area with their `=`; `''` for cells without. */
export function readFormulas(workbook: Workbook, tab: Tab, area: Area): string[][] {
  const nameOf = (id: number): string | null => workbook.tabs.find((each) => each.id === id)?.name ?? null;
  return mapRows(area, (row) =>
    Array.from({ length: area.columns }, (_, j) => {
      const place = { row, column: area.column + j };
      const formula = tab.grid.formulaAt(place.row, place.column);
      return formula ? renderFormula(formula, place, nameOf) : '';
    }),
  );
}

/** The number format of a cell; undefined when automatic. */
export function formatAt(tab: Tab, row: number, column: number): string | undefined {
  return tab.grid.styleAt(row, column)?.numberFormat;
}

/**
 * Writes values as if they were typed, as setValues does: texts are parsed, dates become serial numbers, null and
 * undefined empty the cell. `now` is the instant that dates without a year take theirs from.
 */
export function enterValues(
  workbook: Workbook,
  tab: Tab,
  area: Area,
  values: readonly (readonly unknown[])[],
  now: number,
): void {
  const year = new Date(now).getUTCFullYear();
  const formats: (string | undefined)[][] = [];
  for (let i = 0; i < area.rows; i++) {
    const row = area.row + i;
    const cells: Value[] = [];
    const formulas: [number, string][] = [];
    for (let j = 0; j < area.columns; j++) {
      const column = area.column + j;
      const entered = enter(workbook, values[i]?.[j], formatAt(tab, row, column), year);
      if (entered.format !== undefined) (formats[i] ??= [])[j] = entered.format;
      if (entered.formula !== undefined) formulas.push([column, entered.formula]);
      cells.push(entered.value);
    }
    tab.grid.writeValues(row, area.column, cells);
    for (const [column, source] of formulas) writeFormula(workbook, tab, row, column, source);
  }
  if (formats.length === 0) return;
  tab.grid.restyle(
    area,
    'numberFormat',
    (i, j) => formats[i]?.[j] ?? formatAt(tab, area.row + i, area.column + j) ?? null,
  );
}

/** Writes values as they are, as valueInputOption RAW does: nothing is parsed and null leaves the cell alone. */
export function writeRaw(tab: Tab, area: Area, values: readonly (readonly unknown[])[]): void {
  values.forEach((cells, i) => {
    const kept = cells.map((value, j) =>
      value === null || value === undefined ? null : toRaw(value, tab, area, i, j),
    );
    let start = 0;
    while (start < kept.length) {
      const run = takeRun(kept, start);
      if (run.length > 0) tab.grid.writeValues(area.row + i, area.column + start, run);
      start += run.length + 1;
    }
  });
}

/** Writes one formula; its source starts with `=`. */
export function writeFormula(workbook: Workbook, tab: Tab, row: number, column: number, source: string): void {
  const formula = parseFormula(source, { row, column }, (name) => tabByName(workbook, name)?.id ?? null);
  tab.grid.writeFormula(row, column, formula);
}

interface Entered {
  readonly value: Value;
  readonly formula?: string;
  readonly format?: string | undefined;
}

function enter(workbook: Workbook, given: unknown, numberFormat: string | undefined, year: number): Entered {
  if (given === null || given === undefined || given === '') return { value: '' };
  if (typeof given === 'number') return { value: Number.isFinite(given) ? given : '#NUM!' };
  if (typeof given === 'boolean') return { value: given };
  if (given instanceof Date) {
    if (Number.isNaN(given.getTime())) return { value: '#NUM!' };
    const value = toSerial(given.getTime(), workbook.timeZone);
    const { date, dateTime } = toLocale(workbook.locale);
    return { value, format: numberFormat === undefined ? (Number.isInteger(value) ? date : dateTime) : undefined };
  }
  const entry = toEntry(toText(given, workbook.timeZone), {
    locale: workbook.locale,
    year,
    numberFormat,
  });
  if (entry.kind === 'formula') return { value: '', formula: entry.source };
  return { value: entry.value, format: numberFormat === undefined ? entry.numberFormat : undefined };
}

/** What Google's servers, which are Java, make of a value that no cell can hold (not documented; seen in spreadsheets). */
function toText(given: unknown, timeZone: string): string {
  if (Array.isArray(given)) return '[Ljava.lang.Object;@4f2d1a6b';
  return typeof given === 'string' ? given : javaText(given, timeZone);
}

function toRaw(value: unknown, tab: Tab, area: Area, i: number, j: number): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`Cell ${String(area.row + i)}, ${String(area.column + j)} of ${tab.name} is no plain value.`);
}

function takeRun(cells: readonly (Value | null)[], start: number): Value[] {
  const run: Value[] = [];
  for (let i = start; i < cells.length; i++) {
    const value = cells[i] ?? null;
    if (value === null) break;
    run.push(value);
  }
  return run;
}

const dates = new WeakMap<RowStyle, readonly number[]>();

/** The columns of a row that are in a date format; asked once for all rows that look alike. */
function dateColumns(style: RowStyle | undefined): readonly number[] {
  if (!style) return [];
  let known = dates.get(style);
  if (!known) {
    known = style.flatMap((cell, column) => (isDateFormat(cell?.numberFormat) ? [column] : []));
    dates.set(style, known);
  }
  return known;
}

function mapRows<T>({ row, rows }: Area, read: (row: number) => T): T[] {
  return Array.from({ length: rows }, (_, i) => read(row + i));
}
