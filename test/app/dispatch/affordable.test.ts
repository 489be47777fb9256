import type { Allowance } from '../../../src/app/dispatch/allowance';
import { affordable } from '../../../src/app/dispatch/affordable';
import type { Scheduled } from '../../../src/app/dispatch/duties';
import type { Rhythm } from '../../../src/app/schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MIDNIGHT = Date.UTC(2026, 10, 30);

function scheduled(id: string, every: Rhythm['every'], next: string, hour = 0): Scheduled {
  const connection = { id, connector: 'x', title: id, settings: {}, streams: [], owner: 'anne', createdAt: '' };
  return { connection, schedule: { every, hour, next } };
}

function allowance(usedMinutes: number, more: Partial<Allowance> = {}): Allowance {
  return { ms: 80 * MINUTE, usedMs: usedMinutes * MINUTE, requests: 1000, usedRequests: 0, since: MIDNIGHT, ...more };
}

/** The ids that are begun at an hour of the day whose allowance began at midnight. */
function begun(
  hour: number,
  given: Allowance,
  due: readonly Scheduled[],
  costs: Record<string, number>,
  own = due,
): string[] {
  const now = MIDNIGHT + hour * HOUR;
  const cost = (id: string): number | undefined => (costs[id] === undefined ? undefined : costs[id] * MINUTE);
  return affordable(due, own, given, cost, { now, local: now }).begun.map(({ connection }) => connection.id);
}

describe('what a day allows', () => {
  const hourly = scheduled('often', 'hour', '2026-11-30T05');
  const nightly = scheduled('nightly', 'day', '2026-11-30', 2);
  const tomorrow = scheduled('tomorrow', 'day', '2026-12-01', 2);

  it('begins all that is due while there is enough for all', () => {
    expect(begun(5, allowance(10), [nightly, hourly], { often: 1, nightly: 3 })).toEqual(['nightly', 'often']);
  });

  it('begins in the order given as many as fit', () => {
    const due = ['a', 'b', 'c'].map((id) => scheduled(id, 'day', '2026-11-30', 2));
    expect(begun(5, allowance(40), due, { a: 15, b: 15, c: 15 })).toEqual(['a', 'b']);
  });

  it('lets hourly syncs take their share of the day and no more', () => {
    const at = [1, 2, 4, 8, 12, 20, 23].filter((hour) => begun(hour, allowance(30), [hourly], { often: 5 }).length > 0);
    expect(at).toEqual([8, 12, 20, 23]);
  });

  it('keeps time for what is due before the day is over', () => {
    const own = [hourly, tomorrow];
    expect(begun(20, allowance(55), [hourly], { often: 5, tomorrow: 10 }, own)).toEqual(['often']);
    expect(begun(20, allowance(55), [hourly], { often: 5, tomorrow: 20 }, own)).toEqual(['often']);
    expect(begun(20, allowance(60), [hourly], { often: 5, tomorrow: 20 }, own)).toEqual([]);
  });

  it('leaves half of the day to hourly syncs however much others take', () => {
    const own = [hourly, ...['a', 'b', 'c', 'd', 'e'].map((id) => scheduled(id, 'day', '2026-12-01', 2))];
    const costs = { often: 1, a: 20, b: 20, c: 20, d: 20, e: 20 };
    expect(begun(20, allowance(30), [hourly], costs, own)).toEqual(['often']);
    expect(begun(20, allowance(40), [hourly], costs, own)).toEqual([]);
  });

  it('begins one that takes more than a day allows all the same, when the day is young', () => {
    expect(begun(2, allowance(0), [nightly], { nightly: 400 })).toEqual(['nightly']);
    expect(begun(23, allowance(0), [hourly], { often: 400 })).toEqual(['often']);
  });

  it('begins nothing when the requests are spent, and says that', () => {
    const now = MIDNIGHT + HOUR;
    const spent = allowance(0, { usedRequests: 1000 });
    const found = affordable([nightly], [nightly], spent, () => MINUTE, { now, local: now });
    expect(found).toEqual({ begun: [], left: [nightly], why: 'requests' });
  });
});
