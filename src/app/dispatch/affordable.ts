import { dueAt } from '../schedule';
import type { Allowance } from './allowance';
import type { Scheduled } from './duties';
import type { Reason } from './postponed';

/** What can be begun now, what must wait, and why. */
export interface Affordable {
  readonly begun: readonly Scheduled[];
  readonly left: readonly Scheduled[];
  readonly why: Extract<Reason, 'allowance' | 'requests'>;
}

/** When it is: an instant and the spreadsheet's wall clock at that instant, in milliseconds. */
export interface Moment {
  readonly now: number;
  readonly local: number;
}

/**
 * Which of the `due` connections of a person fit into the day's allowance, in their order; `own` are all of theirs, `costs` says how
 * many milliseconds each took last. Time is kept for the others that are due before the day is over, half of it at most; and hourly
 * ones take no more than the share of the day that has passed, so that what does not fit is spread.
 */
export function affordable(
  due: readonly Scheduled[],
  own: readonly Scheduled[],
  allowance: Allowance,
  costs: (connection: string) => number | undefined,
  { now, local }: Moment,
): Affordable {
  if (allowance.usedRequests >= allowance.requests) return { begun: [], left: due, why: 'requests' };
  const costOf = ({ connection }: Scheduled): number => Math.min(allowance.ms / 4, costs(connection.id) ?? USUAL_MS);
  const rare = own.filter(({ schedule }) => schedule.every !== 'hour' && dueAt(schedule) < local + DAY);
  const passed = Math.min(DAY, now - allowance.since + SLACK) / DAY;
  let used = allowance.usedMs;
  const begun = due.filter((each) => {
    const kept = rare.reduce((sum, other) => sum + (other === each ? 0 : costOf(other)), 0);
    const isHourly = each.schedule.every === 'hour';
    const limit = isHourly
      ? Math.min(allowance.ms - Math.min(kept, allowance.ms / 2), allowance.ms * passed)
      : allowance.ms;
    if (used + costOf(each) > limit) return false;
    used += costOf(each);
    return true;
  });
  return { begun, left: due.filter((each) => !begun.includes(each)), why: 'allowance' };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** An hourly sync may run ahead of its share by so much. */
const SLACK = 3 * HOUR;
/** Of a first run nobody knows. */
const USUAL_MS = 60_000;
