import type { Field, Fields } from './fields';
import { phoneKey, toDialable } from './phone-key';

/** What tells whether two values of a field are the same; blank for a value that is none. */
export function fieldKey(field: Field, value: string): string {
  const known = (keys[field] ??= new Map<string, string>());
  const found = known.get(value);
  if (found !== undefined) return found;
  const key = KEYS[field]?.(value) ?? textKey(value);
  known.set(value, key);
  return key;
}

/** Whether two values of a field are the same but for their form. */
export function isSame(field: Field, a: string, b: string): boolean {
  return a === b || fieldKey(field, a) === fieldKey(field, b);
}

/**
 * What tells whether two e-mail addresses are the same. Case counts for nothing, dots and what follows `+` do: outside Gmail
 * they are other mailboxes.
 */
export function emailKey(value: string): string {
  return toEmail(value).toLowerCase();
}

/** Whether a text is one e-mail address. */
export function isEmail(value: string): boolean {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(toEmail(value));
}

/**
 * A client's value as the other side gets it: the user's own form, without what only a spreadsheet or a mail program added,
 * and with the zeros that a spreadsheet took away.
 */
export function toSendable(field: Field, fields: Fields): string {
  const value = fields[field].replace(/\r\n?/g, '\n').trim();
  if (field === 'email') return toEmail(value);
  if (field === 'telephone') return toDialable(value);
  // A Belgian or Swiss postcode has four digits.
  const isAbroad = /^\+(?!33|262|590|594|596|687|689)/.test(fieldKey('telephone', fields.telephone));
  return field === 'code_postal' && !isAbroad ? padPostcode(value) : value;
}

/** Looked up thousands of times a run, and an execution starts with fresh globals. */
const keys: Partial<Record<Field, Map<string, string>>> = {};

const KEYS: Partial<Record<Field, (value: string) => string>> = {
  email: emailKey,
  telephone: phoneKey,
  code_postal: (value) => padPostcode(textKey(value)),
};

function textKey(value: string): string {
  return value
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Sheets takes the first zero of `01000` for none of the number's. */
function padPostcode(value: string): string {
  return /^\d{4}$/.test(value) ? `0${value}` : value;
}

function toEmail(value: string): string {
  const bare = value
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\u00a0/g, ' ')
    .trim();
  return bare
    .replace(/^mailto:/i, '')
    .replace(/^<([^<>]*)>$/, '$1')
    .trim();
}
