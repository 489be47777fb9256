import { formatAt, readSerials } from '../apps-script/spreadsheet/cells';
import { isDateFormat } from '../apps-script/spreadsheet/number-format';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import { toInstant } from '../apps-script/spreadsheet/zone';

type Value = string | number | boolean;

/**
 * The filled rows of a tab as lines of CSV (RFC 4180), header first, each ending in CRLF. A cell in a format of dates is
 * a date (`2026-02-02`), with hours an instant (ISO 8601, UTC, milliseconds); booleans are TRUE and FALSE; numbers are
 * plain decimals; a formula is its value.
 */
export function* toCsv(workbook: Workbook, tab: Tab): Generator<string> {
  const columns = tab.grid.contentColumns();
  const rows = tab.grid.contentRows();
  for (let row = 0; row < rows; row++) {
    const [values = []] = readSerials(workbook, tab, { row, column: 0, rows: 1, columns });
    const fields = values.map((value, column) => toField(value, formatAt(tab, row, column), workbook.timeZone));
    yield `${fields.join(',')}\r\n`;
  }
}

const DAY = 86_400_000;
/** 1899-12-30, day 0 of a spreadsheet. */
const EPOCH = Date.UTC(1899, 11, 30);

function toField(value: Value, format: string | undefined, timeZone: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return isMoment(format) ? toMoment(value, format, timeZone) : toDecimal(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A time of day or a duration has no year, and stays a number. */
function isMoment(format: string | undefined): format is string {
  return format !== undefined && isDateFormat(format) && /y/i.test(format);
}

function toMoment(serial: number, format: string, timeZone: string): string {
  if (/h/i.test(format)) return new Date(toInstant(serial, timeZone)).toISOString();
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** A number without an exponent. */
function toDecimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  const plain = point <= 0 ? `0.${'0'.repeat(-point)}${all}` : all.padEnd(point, '0');
  return value < 0 ? `-${plain}` : plain;
}
