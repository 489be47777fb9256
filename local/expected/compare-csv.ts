import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import { readCells } from './compare-tab';
import { readCsv } from './read-csv';
import { wallText } from './to-cell';

/**
 * Compares a copy in CSV with the tab that it was made of, and returns the differences in words: lines, fields, and fields
 * that a spreadsheet program would run as a formula. With the separator `;` numbers and booleans are as French programs read
 * them (`2,5`, VRAI), else as all others do.
 */
export function compareCsv(workbook: Workbook, tab: Tab, text: string, separator: string): readonly string[] {
  const cells = readCells(workbook, tab);
  const lines = readCsv(text, separator);
  const count = lines.length === cells.length ? [] : [`${String(lines.length)} lines, not ${String(cells.length)}`];
  const differences = lines.flatMap((fields, row) => {
    const wanted = cells[row] ?? [];
    const width = fields.length === wanted.length ? [] : [`${String(fields.length)} fields`];
    const wrong = fields.flatMap((field, column) => compareField(field, wanted[column] ?? '', separator));
    return [...width, ...wrong].map((difference) => `line ${String(row + 1)}: ${difference}`);
  });
  return [...count, ...differences];
}

function compareField(field: string, cell: string, separator: string): string[] {
  const [kind, value] = [cell.slice(0, 1), cell.slice(2)];
  const shown = JSON.stringify(field.slice(0, 80));
  if (!NUMBER.test(field) && FORMULA.test(field)) return [`${shown} is run as a formula`];
  const expected = kind === 't' ? [value, `'${value}`] : [toField(kind, value, separator)];
  return expected.includes(field) ? [] : [`${shown} instead of ${JSON.stringify(cell.slice(0, 80))}`];
}

const NUMBER = /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i;
/** What a field begins with that is read as a formula, in full width too (owasp.org, CSV Injection). */
const FORMULA = /^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function toField(kind: string, value: string, separator: string): string {
  const isFrench = separator === ';';
  if (kind === 'b') return isFrench ? (value === 'true' ? 'VRAI' : 'FAUX') : value.toUpperCase();
  if (kind === 'n' && isFrench) return value.replace('.', ',');
  return kind === 'i' ? toSeconds(value) : value;
}

/** An instant of the spreadsheet's clock, to the nearest second. */
function toSeconds(wall: string): string {
  const rounded = Math.round(Date.parse(`${wall.replace(' ', 'T')}Z`) / 1000) * 1000;
  return wallText(rounded).slice(0, 19);
}
