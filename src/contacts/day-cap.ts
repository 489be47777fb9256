import { parseJson } from '../core/parse-json';
import type { Store } from '../platform/services';

/**
 * How many contacts syncs made since a day began that ends 24 hours after its first. Google allows 1,000 a day to a consumer account
 * (developers.google.com, Quotas for Google Services); half of that is left to the person.
 */
export interface DayCap {
  left(now: number): number;
  /** When all are there again, in milliseconds since 1970. */
  renewsAt(now: number): number;
  count(created: number, now: number): void;
}

const MOST = 500;
const DAY = 24 * 3_600_000;
const PROPERTY = 'contacts.created';

export function openDayCap(store: Store): DayCap {
  const read = (now: number): { since: number; count: number } => {
    const stored = parseJson(store.get(PROPERTY)) as { since: number; count: number } | null;
    return stored && now < stored.since + DAY ? stored : { since: now, count: 0 };
  };
  return {
    left: (now) => Math.max(0, MOST - read(now).count),
    renewsAt: (now) => read(now).since + DAY,
    count(created, now) {
      const { since, count } = read(now);
      store.set(PROPERTY, JSON.stringify({ since, count: count + created }));
    },
  };
}
