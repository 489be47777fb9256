import { toSerial } from '../core/serial';

/** A date without time or an instant, read from a vendor's text. */
export type Moment =
  | { readonly kind: 'date'; readonly serial: number }
  /** `ms`: milliseconds since 1970, UTC. */
  | { readonly kind: 'instant'; readonly ms: number };

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const SIGNS = '0000-00-00T00:00:00.000';
const RFC_1123 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * The date or instant that a text in ISO 8601 form (or RFC 1123, as HTTP writes dates) names; an instant without zone is
 * UTC. Null for any other text, for days that no calendar has and for years before 1900, which Sheets cannot show as dates.
 */
export function parseMoment(text: string): Moment | null {
  const first = text.charCodeAt(0);
  if (first >= 65 && first <= 90) return RFC_1123.test(text) ? { kind: 'instant', ms: Date.parse(text) } : null;
  // Long lists of records are mostly dates in one form: it is read without the regular expression.
  if (text.length === 24 && text.charCodeAt(23) === 90 && isUsual(text)) return usualInstant(text);
  return text.charCodeAt(4) === 45 ? parseIso(text) : null;
}

/** `2026-02-02T10:00:00.000Z`, by the places of its signs and digits. */
function isUsual(text: string): boolean {
  for (let n = 0; n < 23; n += 1) {
    const code = text.charCodeAt(n);
    const sign = SIGNS.charCodeAt(n);
    if (sign === 48 ? code < 48 || code > 57 : code !== sign) return false;
  }
  return true;
}

function usualInstant(text: string): Moment | null {
  const midnight = midnightOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  const time = timeOf(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19), digits(text, 20, 23));
  return midnight === null || time === null ? null : { kind: 'instant', ms: midnight + time };
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let n = start; n < end; n += 1) value = value * 10 + text.charCodeAt(n) - 48;
  return value;
}

function parseIso(text: string): Moment | null {
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone = 'Z'] = parts;
  const midnight = midnightOf(Number(year), Number(month), Number(day));
  if (midnight === null) return null;
  if (hour === undefined) return { kind: 'date', serial: toSerial(midnight, 0) };
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const time = timeOf(Number(hour), Number(minute), Number(second), milliseconds);
  return time === null ? null : { kind: 'instant', ms: midnight + time - zoneMinutes(zone) * 60_000 };
}

function timeOf(hour: number, minute: number, second: number, milliseconds: number): number | null {
  if (hour > 24 || minute > 59 || second > 60) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

function midnightOf(year: number, month: number, day: number): number | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  const midnight = Date.UTC(year, month - 1, day);
  // beyond the 28th a day may belong to the next month
  return day <= 28 || new Date(midnight).getUTCDate() === day ? midnight : null;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}
