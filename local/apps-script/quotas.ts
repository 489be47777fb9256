import type { Spent, UserStore } from './state';

export type AccountKind = 'consumer' | 'workspace';

/** Google's allowances and what was used of them; see developers.google.com, Quotas for Google Services. */
export interface Quotas {
  /** Uses up `amount`, or returns Google's refusal when less than that is left. A name without an allowance is free. */
  spend(name: string, amount: number, now: number): string | null;
  /** Adds to what was used even beyond the allowance. */
  charge(name: string, amount: number, now: number): void;
  /** What is left; infinite without an allowance. */
  left(name: string, now: number): number;
}

/** A user's quotas, of an account kind, over the persisted `spent`. */
export function createQuotas(kind: AccountKind, spent: Record<string, Spent>, user: UserStore): Quotas {
  const windowOf = (name: string, allowance: Allowance, now: number): Spent => {
    const key = user === 'user' ? name : `${name} ${user}`;
    const known = spent[key];
    if (known && now < known.since + allowance.window) return known;
    return (spent[key] = { since: now, used: 0 });
  };
  const left = (name: string, now: number): number => {
    const allowance = ALLOWANCES[name];
    return allowance ? allowance[kind] - windowOf(name, allowance, now).used : Infinity;
  };
  const charge = (name: string, amount: number, now: number): void => {
    const allowance = ALLOWANCES[name];
    if (allowance) windowOf(name, allowance, now).used += amount;
  };
  return {
    left,
    charge,
    spend(name, amount, now) {
      if (left(name, now) < amount) return ALLOWANCES[name]?.refusal ?? null;
      charge(name, amount, now);
      return null;
    },
  };
}

interface Allowance {
  readonly consumer: number;
  readonly workspace: number;
  /** Milliseconds after the first use when the allowance is whole again. */
  readonly window: number;
  readonly refusal: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Per user; the Sheets API's 300 a minute and project are out of one user's reach. */
const ALLOWANCES: Readonly<Record<string, Allowance>> = {
  urlfetch: daily(20_000, 100_000, 'Service invoked too many times for one day: urlfetch.'),
  properties: daily(50_000, 500_000, 'Service invoked too many times for one day: properties.'),
  email: daily(100, 1_500, 'Service invoked too many times for one day: email.'),
  triggerRuntime: daily(90 * MINUTE, 360 * MINUTE, 'Service using too much computer time for one day'),
  'spreadsheets.created': daily(250, 3_200, 'Service invoked too many times for one day: create spreadsheets.'),
  'sheets.reads': sheetsApi('Read'),
  'sheets.writes': sheetsApi('Write'),
};

function daily(consumer: number, workspace: number, refusal: string): Allowance {
  return { consumer, workspace, window: DAY, refusal };
}

/** developers.google.com, Sheets API usage limits: 60 a minute, user and project. */
function sheetsApi(kind: 'Read' | 'Write'): Allowance {
  const refusal =
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' ` +
    "of service 'sheets.googleapis.com' for consumer 'project_number:0'.";
  return { consumer: 60, workspace: 60, window: MINUTE, refusal };
}
