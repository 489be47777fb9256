import { DAY } from './account';
import { badParameter } from './problem';

/** Instants in milliseconds, both included. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

const ROLLING: Readonly<Record<string, number>> = { rollingWeek: 7, rollingMonth: 30, rollingYear: 365 };

const NAMES = /^((next|previous|current)(Week|Month|Year)|rolling(Week|Month|Year)(Future)?|tomorrow|wedofInvoice)$/;

/**
 * The period a list is asked for, or undefined for all of it. `since` and `until` are checked whenever they are there
 * but honoured with `period=custom` only. Throws a Problem for a date without numeric offset, such as one whose `+`
 * was not percent-encoded and arrives as a blank.
 */
export function readPeriod(query: URLSearchParams, now: number): Period | undefined {
  const since = readInstant(query, 'since');
  const until = readInstant(query, 'until');
  const name = query.get('period');
  const today = Math.floor(now / DAY) * DAY;
  const days = name === null ? undefined : ROLLING[name];
  if (name === null || name === 'all') return undefined;
  if (name === 'custom') return { since: since ?? -Infinity, until: until ?? Infinity };
  if (name === 'today') return { since: today, until: today + DAY - 1 };
  if (name === 'yesterday') return { since: today - DAY, until: today - 1 };
  if (days !== undefined) return { since: now - days * DAY, until: now };
  if (NAMES.test(name)) throw badParameter('period', 'This local server does not serve that period.');
  throw badParameter('period', 'The value you selected is not a valid choice.');
}

function readInstant(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) throw badParameter(name, 'This value is not a valid datetime (Y-m-d\\TH:i:sP).');
  return instant;
}
