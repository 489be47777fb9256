import { Random } from '../random';

/** What a Wedof account is made of; everything in it follows from these values alone. */
export interface Account {
  readonly seed: number;
  /** How many registration folders there are at the start; the other kinds follow from it. */
  readonly folders: number;
  /** Midnight UTC, in milliseconds: no record of the start is dated later, except business dates. */
  readonly today: number;
  /** Whether one folder's notes are longer than a spreadsheet cell holds. */
  readonly longNote: boolean;
}

export const DAY = 86_400_000;

/** The source of chance of one record. */
export function chanceOf(account: Account, kind: string, index: number): Random {
  return new Random(account.seed, kind, index);
}

/** ISO 8601 in UTC with milliseconds, as Wedof writes instants. */
export function toIso(instant: number): string {
  // A page of folders holds a thousand instants on few days: Date alone would take a third of the time of a page.
  const day = Math.floor(instant / DAY);
  let date = DATES.get(day);
  if (date === undefined) {
    date = new Date(instant).toISOString().slice(0, 11);
    DATES.set(day, date);
  }
  const ms = instant - day * DAY;
  const minutes = Math.floor(ms / 60_000);
  const millis = ms % 1000;
  return `${date}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[Math.floor(ms / 1000) % 60]}.${millis < 10 ? '00' : millis < 100 ? '0' : ''}${millis}Z`;
}

const DATES = new Map<number, string>();
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** A site-relative link below the API, each part percent-encoded. */
export function toHref(...parts: readonly (string | number)[]): string {
  return '/api/' + parts.map((part) => encodeURIComponent(part)).join('/');
}

/** Whether a record is among the last tenth of `size`, where fields that no documentation knows appear. */
export function isLate(index: number, size: number): boolean {
  return index >= size * 0.9;
}
