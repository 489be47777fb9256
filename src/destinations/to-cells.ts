import type { Kind } from '../core/columns';
import { beginsWithSign } from '../core/formula-sign';
import type { Value } from '../core/model';
import type { Cell } from '../platform/services';
import { toSerial } from '../core/serial';
import { parseMoment } from './moments';

/** The number formats that this project gives to cells. */
export const FORMATS = {
  text: '@',
  general: 'General',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
} as const;
export type Format = (typeof FORMATS)[keyof typeof FORMATS];

/** A cell holds at most 50,000 characters (Google's text: "more than the maximum of 50000 characters in a single cell"). */
const LONGEST_TEXT = 50_000;

export interface FormattedCell {
  readonly cell: Cell;
  readonly format: Format;
  /** The text was longer than a cell may be. */
  readonly cut: boolean;
}

const EMPTY: Readonly<Record<Kind, FormattedCell>> = {
  text: { cell: '', format: FORMATS.text, cut: false },
  number: { cell: '', format: FORMATS.general, cut: false },
  boolean: { cell: '', format: FORMATS.general, cut: false },
  moment: { cell: '', format: FORMATS.instant, cut: false },
  day: { cell: '', format: FORMATS.date, cut: false },
  any: { cell: '', format: FORMATS.general, cut: false },
};

/** The format of a column's cells, empty ones included. */
export function defaultFormat(kind: Kind): Format {
  return EMPTY[kind].format;
}

/**
 * What a value becomes in a cell of a column of that kind. `offset` gives minutes ahead of UTC in the spreadsheet's zone
 * at an instant. A text over 50,000 characters is cut with `…`.
 */
export function toCell(value: Value | undefined, kind: Kind, offset: (ms: number) => number): FormattedCell {
  if (value === null || value === undefined || value === '') return EMPTY[kind];
  if (typeof value !== 'string') return { cell: value, format: FORMATS.general, cut: false };
  if (kind === 'moment' || kind === 'day' || kind === 'any') {
    const moment = parseMoment(value);
    if (moment?.kind === 'date') return { cell: moment.serial, format: FORMATS.date, cut: false };
    if (moment) return instantCell(toSerial(moment.ms, offset(moment.ms)), kind);
  }
  if (fits(value)) return { cell: value, format: FORMATS.text, cut: false };
  return { cell: shorten(value), format: FORMATS.text, cut: true };
}

function instantCell(serial: number, kind: Kind): FormattedCell {
  if (kind === 'day') return { cell: Math.floor(serial), format: FORMATS.date, cut: false };
  return { cell: serial, format: FORMATS.instant, cut: false };
}

/** Whether a value is its cell as it stands, in the format that the column's cells have anyway. */
export function isCell(value: Value, kind: Kind): value is Cell {
  if (typeof value === 'string') return kind === 'text' && fits(value);
  return value !== null && EMPTY[kind].format === FORMATS.general;
}

/** Whether a cell already shows what it should: numbers to the precision that a spreadsheet keeps. */
export function sameCell(wanted: FormattedCell, actual: Cell): boolean {
  const { cell } = wanted;
  if (cell === actual) return true;
  if (typeof cell !== 'number' || typeof actual !== 'number') return false;
  const isMoment = wanted.format === FORMATS.date || wanted.format === FORMATS.instant;
  // 1e-8 days is under a millisecond
  return Math.abs(cell - actual) <= (isMoment ? 1e-8 : Math.abs(cell) * 1e-14);
}

function fits(text: string): boolean {
  return text.length < LONGEST_TEXT || (text.length === LONGEST_TEXT && !beginsWithSign(text));
}

function shorten(text: string): string {
  const end = LONGEST_TEXT - (beginsWithSign(text) ? 2 : 1);
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(0, splitsPair ? end - 1 : end) + '…';
}
