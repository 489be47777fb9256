import { toText, type Json } from '../vendors/json';

/**
 * What a plain value of an answer must be in a cell, as a text with its type: `t:` text, `n:` number, `b:` boolean, `d:`
 * date, `i:` instant as the spreadsheet's clock shows it (Europe/Paris), and nothing for an empty cell. Texts in the forms
 * of ISO 8601, and of HTTP's dates, are dates and instants, UTC when they name no zone.
 */
export function toCell(value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return `n:${String(value)}`;
  if (typeof value === 'boolean') return `b:${String(value)}`;
  if (typeof value !== 'string') throw new TypeError(`Not a plain value: ${JSON.stringify(value)}`);
  if (DATE.test(value)) return isDay(value) ? `d:${value}` : `t:${value}`;
  if (INSTANT.test(value) && isDay(value.slice(0, 10))) return `i:${toWall(Date.parse(withZone(value)))}`;
  if (HTTP_DATE.test(value)) return `i:${toWall(Date.parse(value))}`;
  return toTextCell(value);
}

/** What a plain value must be in a column of texts, whatever it looks like. */
export function toTextCell(value: Json | undefined): string {
  const text = value === null || value === undefined ? '' : toText(value);
  if (text === '') return '';
  return `t:${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}`;
}

/** A date or an instant of the wall clock, in milliseconds since 1970, as `toCell` writes it. */
export function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 23).replace('T', ' ');
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
/** A cell's most characters (support.google.com, Files you can store in Google Drive). */
const LONGEST = 50_000;

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** ISO 8601 without a zone is local time to `Date.parse`; its fraction has three digits there. */
function withZone(text: string): string {
  const cut = text.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1');
  return /(Z|[+-]\d\d:\d\d)$/.test(cut) ? cut : `${cut}Z`;
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });

function toWall(instant: number): string {
  return `${CLOCK.format(instant)}.${String(instant % 1000).padStart(3, '0')}`;
}
