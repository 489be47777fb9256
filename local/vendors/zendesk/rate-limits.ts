import { Refusal } from './refusal';

/** A limit that some routes share beside that of the account, as its header calls it. */
export type Bucket =
  'incremental-exports' | 'incremental-exports-cursor' | 'ticket-fields-index' | 'deleted-tickets-index';

export interface RateLimitOptions {
  /** Requests a minute to the whole account: 200 to 2500, by its plan. */
  readonly accountLimit: number;
  /** Whether requests beyond a limit are refused; they are violations either way. */
  readonly rateLimits: boolean;
  /** Whether a refusal says how long to wait. */
  readonly retryAfter: boolean;
}

/** What the limits say to one request. */
export interface Allowance {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: Refusal | undefined;
  readonly violations: readonly string[];
}

/**
 * The limits of an account, each over the 60 seconds before a request. Requests that do not say when they were sent are
 * neither counted nor refused: beside a client on virtual time the server's own clock proves nothing.
 */
export class RateLimits {
  private readonly sent = new Map<string, readonly number[]>();

  constructor(private readonly options: RateLimitOptions) {}

  /** Counts a request sent at `time` (milliseconds since 1970), unless it is refused. */
  take(bucket: Bucket | undefined, time: number | undefined): Allowance {
    const account = this.window('account', this.options.accountLimit, time);
    const own = bucket === undefined ? undefined : this.window(bucket, TOTALS[bucket], time);
    const full = [own, account].find((window) => window !== undefined && window.left < 0);
    const isRefused = full !== undefined && this.options.rateLimits;
    if (time !== undefined && !isRefused) {
      for (const window of [account, own]) if (window) this.sent.set(window.name, [...window.recent, time]);
    }
    return {
      headers: { ...accountHeaders(account), ...(own ? bucketHeaders(own) : {}) },
      refusal: isRefused ? this.refusal(full) : undefined,
      violations: full ? [`more than ${String(full.total)} requests a minute: ${full.name}`] : [],
    };
  }

  private window(name: string, total: number, time: number | undefined): Window {
    const sent = time === undefined ? [] : (this.sent.get(name) ?? []);
    const recent = sent.filter((one) => one > (time ?? 0) - MINUTE);
    const first = recent[Math.max(0, recent.length - total)] ?? time ?? 0;
    return {
      name,
      total,
      recent,
      left: total - recent.length - 1,
      resets: Math.max(1, Math.ceil((first + MINUTE - (time ?? 0)) / 1000)),
    };
  }

  private refusal({ name, resets }: Window): Refusal {
    const kind = name.startsWith('incremental') ? 'incremental export API' : 'API';
    const description = `Number of allowed ${kind} requests per minute exceeded`;
    const headers: Record<string, string> = this.options.retryAfter ? { 'Retry-After': String(resets) } : {};
    return new Refusal(429, { error: 'APIRateLimitExceeded', description }, headers);
  }
}

/** Requests a minute (developer.zendesk.com, Rate limits and Incremental Exports). */
const TOTALS: Readonly<Record<Bucket, number>> = {
  'incremental-exports': 10,
  'incremental-exports-cursor': 20,
  'ticket-fields-index': 20,
  'deleted-tickets-index': 10,
};

const MINUTE = 60_000;

interface Window {
  readonly name: string;
  readonly total: number;
  /** When the requests of the last minute were sent. */
  readonly recent: readonly number[];
  /** How many are left after this one; negative when it is too many. */
  readonly left: number;
  /** Seconds until one more is let through. */
  readonly resets: number;
}

function accountHeaders({ total, left, resets }: Window): Record<string, string> {
  const remaining = String(Math.max(0, left));
  return {
    'X-Rate-Limit': String(total),
    'X-Rate-Limit-Remaining': remaining,
    'RateLimit-Limit': String(total),
    'RateLimit-Remaining': remaining,
    'RateLimit-Reset': String(resets),
  };
}

function bucketHeaders({ name, total, left, resets }: Window): Record<string, string> {
  const text = `total=${String(total)}; remaining=${String(Math.max(0, left))}; resets=${String(resets)}`;
  return { [`Zendesk-RateLimit-${name}`]: text };
}
