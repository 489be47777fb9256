import { isWellFormed } from './evaluate';
import { parseFormula } from './formula';
import { toLocale, type Locale } from './locale';
import { toDateEntry } from './entry-date';
import { TEXT } from './number-format';
import type { Value } from './row';

/** What a typed text becomes: a formula's source, or a value with the number format that its writing calls for. */
export type Entry =
  | { readonly kind: 'formula'; readonly source: string }
  | { readonly kind: 'value'; readonly value: Value; readonly numberFormat?: string };

export interface EntryContext {
  /** The spreadsheet's locale, such as `fr_FR`. */
  readonly locale: string;
  /** The year that a date without one falls in. */
  readonly year: number;
  /** The number format of the cell, absent when automatic. */
  readonly numberFormat: string | undefined;
}

/**
 * What a text becomes when it is typed into a cell, or written by setValues or with valueInputOption USER_ENTERED
 * (developers.google.com, Sheets API, ValueInputOption; Apps Script, Range.setValues). Not verified on Google, and
 * therefore taken the dangerous way: `=` in a plain-text cell is a formula; a text that starts with `+` or `-` and reads
 * as an expression is one too (`+1+1`, `-abc`, `+1-555-0100`). A text that starts with `@` stays text.
 */
export function toEntry(text: string, context: EntryContext): Entry {
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', source: text };
  const locale = toLocale(context.locale);
  if (context.numberFormat === TEXT || isPlainlyText(text, locale)) return { kind: 'value', value: text };
  const typed = text.trim();
  return (
    toTruth(typed, locale) ??
    toNumberEntry(typed, locale) ??
    toDateEntry(typed, locale, context.year) ??
    toExpression(typed) ?? { kind: 'value', value: text }
  );
}

/** Settles most texts before any expression is tried: they start with no sign, or are words without a digit. */
function isPlainlyText(text: string, { yes, no }: Locale): boolean {
  if (/^\s*[+-]/.test(text)) return false;
  if (text.length > 60) return true;
  return !/\d/.test(text) && !yes.includes(text.trim().toLowerCase()) && !no.includes(text.trim().toLowerCase());
}

function toTruth(typed: string, { yes, no }: Locale): Entry | null {
  const word = typed.toLowerCase();
  if (yes.includes(word)) return { kind: 'value', value: true };
  return no.includes(word) ? { kind: 'value', value: false } : null;
}

const CURRENCIES: Readonly<Record<string, string>> = { $: '[$$]', '€': '[$€]', '£': '[$£]' };

/** `12`, `00123`, `1e5`, `1,234.5` or `1 234,5` by locale, `10%`, `$5.00`, `5,00 €`, `(5)`, `+33612345678`. */
function toNumberEntry(typed: string, locale: Locale): Entry | null {
  const bracketed = /^\((.+)\)$/.exec(typed);
  const inner = bracketed?.[1] ?? typed;
  const [, sign = '', before = '', digits = '', after = ''] =
    /^([+-]?)\s*([$€£]?)\s*([+-]?[\d.,\s\u00a0\u202f]*\d[\d.,]*(?:[eE][+-]?\d+)?)\s*([%$€£]?)$/.exec(inner) ?? [];
  if (digits === '' || (before !== '' && after !== '') || (bracketed && sign !== '')) return null;
  if (sign !== '' && /^[+-]/.test(digits)) return null;
  const size = toPlainNumber(digits.trim(), locale);
  if (size === null) return null;
  const value = (sign === '-' || bracketed ? -1 : 1) * size;
  if (after === '%') {
    return { kind: 'value', value: value / 100, numberFormat: digits.includes(locale.decimal) ? '0.00%' : '0%' };
  }
  const symbol = CURRENCIES[before === '' ? after : before];
  if (symbol !== undefined) {
    const shape = /[.,]\d/.test(digits) ? '#,##0.00' : '#,##0';
    return { kind: 'value', value, numberFormat: before === '' ? `${shape} ${symbol}` : `${symbol}${shape}` };
  }
  const numberFormat = numberFormatOf(digits, locale);
  return numberFormat === null ? { kind: 'value', value } : { kind: 'value', value, numberFormat };
}

function numberFormatOf(digits: string, { group, decimal }: Locale): string | null {
  if (/e/i.test(digits)) return '0.00E+00';
  if (!new RegExp(`[${group}]`).test(digits)) return null;
  return digits.includes(decimal) ? '#,##0.00' : '#,##0';
}

function toPlainNumber(digits: string, { group, decimal }: Locale): number | null {
  const point = decimal === '.' ? '\\.' : ',';
  const shape = new RegExp(`^[+-]?(?:\\d{1,3}(?:[${group}]\\d{3})+|\\d*)(?:${point}\\d*)?(?:[eE][+-]?\\d+)?$`);
  if (!shape.test(digits) || !/\d/.test(digits)) return null;
  const number = Number(digits.replace(new RegExp(`[${group}]`, 'g'), '').replace(decimal, '.'));
  return Number.isFinite(number) ? toFifteenDigits(number) : null;
}

/** Sheets keeps fifteen significant digits of a typed number: longer ids lose their end. */
function toFifteenDigits(number: number): number {
  return Number(number.toPrecision(15));
}

function toExpression(typed: string): Entry | null {
  if (!/^[+-]\s*\S/.test(typed)) return null;
  const source = `=${typed}`;
  const formula = parseFormula(source, { row: 0, column: 0 }, () => null);
  return isWellFormed(formula) ? { kind: 'formula', source } : null;
}
