import { Random } from '../random';

/** What a Zendesk account is made of; everything in it follows from these values alone. Instants are whole seconds. */
export interface Account {
  readonly seed: number;
  readonly tickets: number;
  readonly users: number;
  readonly organizations: number;
  /** Active fields that the account defined. */
  readonly customFields: number;
  /** Whether one ticket's description is longer than a spreadsheet cell holds. */
  readonly longText: boolean;
  /** Midnight UTC, in seconds: no record of the start is dated later. */
  readonly today: number;
}

export const DAY = 86_400;

/** Where the account's links point, whatever address the server itself is reached by. */
export const HOST = 'https://acme.zendesk.com';

/** The source of chance of one record. */
export function chanceOf(account: Account, kind: string, index: number): Random {
  return new Random(account.seed, kind, index);
}

/** ISO 8601 in UTC without fractions, as Zendesk writes instants. */
export function toIso(seconds: number): string {
  // A page of tickets holds ten thousand instants on few days: Date alone would take a fifth of its time.
  const day = Math.floor(seconds / DAY);
  let date = DATES.get(day);
  if (date === undefined) {
    date = new Date(day * DAY * 1000).toISOString().slice(0, 11);
    DATES.set(day, date);
  }
  const rest = seconds - day * DAY;
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${date}${parts.map((part) => (part < 10 ? `0${String(part)}` : String(part))).join(':')}Z`;
}

const DATES = new Map<number, string>();

/** Whole seconds of an instant in milliseconds. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The address of a record in the API. */
export function toUrl(list: string, id: number): string {
  return `${HOST}/api/v2/${list}/${String(id)}.json`;
}

/** What a record is placed by in exports and pages: the instant of its last change, and its id. */
export interface Placed {
  readonly id: number;
  /** Seconds. */
  at: number;
}

/** When a record of the start was made: spread over three years, in the order of their numbers. */
export function createdAt(account: Account, index: number, size: number): number {
  const span = 3 * 365 * DAY;
  return account.today - span + Math.floor((Math.min(index, size) * (span - DAY)) / Math.max(1, size));
}
