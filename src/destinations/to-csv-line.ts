import type { Kind } from '../core/columns';
import type { Cell } from '../platform/services';

/**
 * One line of a CSV file (RFC 4180), its line end included. Texts are never formulas: one that a spreadsheet program could
 * take for a formula gets an apostrophe before it (owasp.org, CSV Injection). Moments are `2026-02-02 10:00:00` in the
 * spreadsheet's zone, days `2026-02-02`. With the separator `;`, which is that of French programs, numbers have a decimal
 * comma and booleans are VRAI and FAUX, because those programs take `12.5` and TRUE for texts; else `.`, TRUE and FALSE.
 *
 * Every text is quoted, and nothing else: LibreOffice keeps them as texts with its import option "Format quoted field as
 * text"; without it, and in Excel, `007` opens as the number 7, as no CSV file can prevent.
 */
export function toCsvLine(cells: readonly Cell[], kinds: readonly Kind[], separator: string): string {
  return cells.map((cell, index) => toField(cell, kinds[index] ?? 'text', separator)).join(separator) + '\r\n';
}

function toField(cell: Cell, kind: Kind, separator: string): string {
  if (typeof cell === 'string') return toText(cell);
  const isFrench = separator === ';';
  if (typeof cell === 'boolean') return isFrench ? (cell ? 'VRAI' : 'FAUX') : cell ? 'TRUE' : 'FALSE';
  if (kind === 'moment' && isDate(cell)) return toIso(cell).replace('T', ' ');
  if (kind === 'day' && isDate(cell)) return toIso(cell).slice(0, 10);
  return isFrench ? String(cell).replace('.', ',') : String(cell);
}

/** Signs that begin a formula, the full-width ones of East Asian keyboards included, and what programs skip before them. */
const FORMULA = /^(?:[\t\r\n\0]|[\s"'\u200b]*[=+\-@＝＋－＠])/;
/** Half a surrogate pair, which no UTF-8 holds. */
const HALF = /[\ud800-\udfff]/gu;

function toText(text: string): string {
  if (text === '') return '';
  const safe = (FORMULA.test(text) ? `'${text}` : text).replace(HALF, '\ufffd');
  return `"${safe.replace(/"/g, '""')}"`;
}

const EPOCH_DAYS = 25_569;
/** The day after 9999-12-31, the last that spreadsheets know. */
const END_OF_DAYS = 2_958_466;

function isDate(serial: number): boolean {
  return serial >= 0 && serial < END_OF_DAYS;
}

/** `2026-02-02T10:00:00`, to the nearest second. */
function toIso(serial: number): string {
  return new Date(Math.round((serial - EPOCH_DAYS) * 86_400) * 1000).toISOString().slice(0, 19);
}
