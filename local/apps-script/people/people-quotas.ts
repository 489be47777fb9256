import type { Desk } from './contact-records';
import { errorInfo, PeopleRefusal } from './people-refusal';

/** What a request uses up: `fullSync` is the first page of one. */
export type Allowance = 'reads' | 'writes' | 'fullSync';

/** Uses up one request of the minute; refuses in Google's words when none is left (seen in published logs). */
export function spendRequest(desk: Desk, allowance: Allowance): void {
  const { rules } = desk;
  const most = allowance === 'fullSync' ? rules.fullSyncPerMinute : rules.perMinute[allowance];
  if (spend(desk, allowance, 1, most, MINUTE)) return;
  if (allowance === 'fullSync') {
    throw new PeopleRefusal(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded (FBS quota limit exceeded).');
  }
  const [title, metric, limit] = METRICS[allowance];
  throw new PeopleRefusal(
    ...([429, 'RESOURCE_EXHAUSTED'] as const),
    `Quota exceeded for quota metric '${title}' and limit '${title} per minute per user' of service 'people.googleapis.com' for consumer 'project_number:0'.`,
    [
      errorInfo('RATE_LIMIT_EXCEEDED', {
        ...{ consumer: 'projects/0', service: 'people.googleapis.com', quota_location: 'global' },
        ...{ quota_limit: limit, quota_metric: metric, quota_limit_value: String(most) },
      }),
    ],
  );
}

/** Uses up contacts that a script may create a day; false when fewer than that are left. */
export function spendCreated(desk: Desk, count: number): boolean {
  return spend(desk, 'created', count, desk.rules.createdPerDay, DAY);
}

const MINUTE = 60_000;
const DAY = 86_400_000;

const METRICS = {
  reads: [
    'Critical read requests (Contact and Profile Reads)',
    'people.googleapis.com/critical_read_requests',
    'CriticalReadsPerMinutePerProjectPerUser',
  ],
  writes: [
    'Critical write requests',
    'people.googleapis.com/critical_write_requests',
    'CriticalWritesPerMinutePerProjectPerUser',
  ],
} as const;

function spend({ book, now }: Desk, name: string, amount: number, most: number, window: number): boolean {
  const known = book.spent[name];
  const spent = known && now < known.since + window ? known : { since: now, used: 0 };
  book.spent[name] = spent;
  if (spent.used + amount > most) return false;
  spent.used += amount;
  return true;
}
