/** A date without time or an instant, read from a vendor's text. */
export type Moment =
  | { readonly kind: 'date'; readonly serial: number }
  /** `ms`: milliseconds since 1970, UTC. */
  | { readonly kind: 'instant'; readonly ms: number };

/** Days from Sheets' epoch (1899-12-30) to 1970-01-01. */
const EPOCH_DAYS = 25569;
const DAY_MS = 86_400_000;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const RFC_1123 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * The date or instant that a text in ISO 8601 form (or RFC 1123, as HTTP writes dates) names; an instant without zone is
 * UTC. Null for any other text, for days that no calendar has and for years before 1900, which Sheets cannot show as dates.
 */
export function parseMoment(text: string): Moment | null {
  const first = text.charCodeAt(0);
  if (first >= 65 && first <= 90) return RFC_1123.test(text) ? { kind: 'instant', ms: Date.parse(text) } : null;
  if (text.charCodeAt(4) !== 45) return null;
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone = 'Z'] = parts;
  const midnight = midnightOf(Number(year), Number(month), Number(day));
  if (midnight === null) return null;
  if (hour === undefined) return { kind: 'date', serial: midnight / DAY_MS + EPOCH_DAYS };
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  if (clock[0] > 24 || clock[1] > 59 || clock[2] > 60) return null;
  const time = ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  return { kind: 'instant', ms: midnight + time - zoneMinutes(zone) * 60_000 };
}

/** The serial number of an instant, shown as the wall clock `offset` minutes ahead of UTC. */
export function toSerial(ms: number, offset: number): number {
  return (ms + offset * 60_000) / DAY_MS + EPOCH_DAYS;
}

function midnightOf(year: number, month: number, day: number): number | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  const midnight = Date.UTC(year, month - 1, day);
  return new Date(midnight).getUTCDate() === day ? midnight : null;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}
