import * as fc from 'fast-check';
import { advance, beginSchedule, isDue, type Rhythm, type Schedule } from '../../src/app/schedule';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const at = (local: string): number => Date.parse(`${local}Z`);

/** The wall clock of a zone, as the spreadsheet gives it: UTC plus the offset. */
function wallClock(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (ms) => {
    const hour = Math.floor(ms / (HOUR / 4));
    const found = known.get(hour) ?? readOffset(format, ms);
    known.set(hour, found);
    return ms + found;
  };
}

function readOffset(format: Intl.DateTimeFormat, ms: number): number {
  const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000);
}

/** The dates for which an hourly tick starts a run, each with the instant at which it does. */
function runs(start: Schedule, zone: string, ticks: readonly number[]): { date: string; at: number }[] {
  const local = wallClock(zone);
  let schedule = start;
  return ticks.flatMap((ms) => {
    if (!isDue(schedule, local(ms))) return [];
    const date = schedule.next;
    schedule = advance(schedule, local(ms));
    return [{ date, at: ms }];
  });
}

/** Ticks as Google fires them: every hour at some minute. */
function hourly(from: number, days: number, minute = 0): number[] {
  return Array.from({ length: days * 24 }, (_, n) => from + n * HOUR + minute * 60_000);
}

function dates(first: string, count: number, step = 1): string[] {
  return Array.from({ length: count }, (_, n) =>
    new Date(Date.parse(first) + n * step * DAY).toISOString().slice(0, 10),
  );
}

describe('a schedule', () => {
  const friday = at('2026-11-20T10:00:00');

  it('begins today when its hour is still to come', () => {
    expect(beginSchedule({ every: 'day', hour: 11 }, friday).next).toBe('2026-11-20');
  });

  it('begins at the next date when its hour has begun', () => {
    expect(beginSchedule({ every: 'day', hour: 10 }, friday).next).toBe('2026-11-21');
    expect(beginSchedule({ every: 'twoDays', hour: 10 }, friday).next).toBe('2026-11-21');
  });

  it('is due once the wall clock has reached its date and hour', () => {
    const schedule = beginSchedule({ every: 'day', hour: 6 }, friday);
    expect(isDue(schedule, at('2026-11-21T05:59:59'))).toBe(false);
    expect(isDue(schedule, at('2026-11-21T06:00:00'))).toBe(true);
    expect(isDue(schedule, at('2026-11-24T00:10:00'))).toBe(true);
  });

  it('is never due while it is switched off', () => {
    const schedule: Schedule = { every: 'day', hour: 6, next: '2026-11-20', paused: true };
    expect(isDue(schedule, friday)).toBe(false);
    expect(isDue({ ...schedule, paused: false }, friday)).toBe(true);
  });

  it('takes midnight for an hour', () => {
    expect(beginSchedule({ every: 'day', hour: 0 }, friday).next).toBe('2026-11-21');
  });

  it.each([
    ['day', '2026-11-25'],
    ['twoDays', '2026-11-26'],
    ['week', '2026-11-27'],
    ['month', '2026-12-20'],
  ] as const)('makes up once for all the runs of every %s that were missed, and keeps to its dates', (every, next) => {
    const schedule: Schedule = { every, hour: 6, day: every === 'month' ? 20 : 5, next: '2026-11-20' };
    expect(advance(schedule, at('2026-11-24T07:00:00')).next).toBe(next);
  });

  it('keeps its day of the week', () => {
    const first = beginSchedule({ every: 'week', day: 1, hour: 6 }, friday);
    expect(first.next).toBe('2026-11-23');
    expect(advance(first, at('2026-11-26T06:00:00')).next).toBe('2026-11-30');
  });

  it('begins next week when its hour of today’s weekday is over', () => {
    expect(beginSchedule({ every: 'week', day: 5, hour: 9 }, friday).next).toBe('2026-11-27');
    expect(beginSchedule({ every: 'week', day: 5, hour: 11 }, friday).next).toBe('2026-11-20');
    expect(beginSchedule({ every: 'week', day: 7, hour: 11 }, friday).next).toBe('2026-11-22');
  });

  it.each([
    [31, ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    [30, ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30', '2027-05-30']],
    [29, ['2027-01-29', '2027-02-28', '2027-03-29', '2027-04-29', '2027-05-29']],
    [1, ['2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01']],
  ])('is on day %d of each month, or on the last day of one that is shorter', (day, expected) => {
    let schedule = beginSchedule({ every: 'month', day, hour: 6 }, at('2026-12-31T12:00:00'));
    const found = expected.map(() => {
      const { next } = schedule;
      schedule = advance(schedule, at(`${next}T06:30:00`));
      return next;
    });
    expect(found).toEqual(expected);
  });

  it('knows the 29th of February', () => {
    const schedule: Schedule = { every: 'month', day: 31, hour: 6, next: '2028-01-31' };
    expect(advance(schedule, at('2028-01-31T06:00:00')).next).toBe('2028-02-29');
  });

  it('begins this month where the month has no such day', () => {
    expect(beginSchedule({ every: 'month', day: 31, hour: 6 }, at('2027-02-10T12:00:00')).next).toBe('2027-02-28');
  });
});

describe('when clocks change in Europe/Paris', () => {
  const PARIS = 'Europe/Paris';

  it.each([2, 3])('an hour %d that summer time leaves out or shortens runs once that day', (hour) => {
    const from = Date.UTC(2027, 2, 26, 12);
    const start = beginSchedule({ every: 'day', hour }, wallClock(PARIS)(from));
    const found = runs(start, PARIS, hourly(from, 4, 10));
    expect(found.map(({ date }) => date)).toEqual(dates('2027-03-27', 4));
    // 02:00 does not exist on the 28th: at 03:10 on the wall clock, 01:10 UTC, both are due.
    expect(found[1]?.at).toBe(Date.UTC(2027, 2, 28, 1, 10));
  });

  it.each([
    [2, Date.UTC(2026, 9, 25, 0, 10)],
    [3, Date.UTC(2026, 9, 25, 2, 10)],
  ])('an hour %d that comes twice, or after that, runs once that day', (hour, instant) => {
    const from = Date.UTC(2026, 9, 23, 12);
    const start = beginSchedule({ every: 'day', hour }, wallClock(PARIS)(from));
    const found = runs(start, PARIS, hourly(from, 4, 10));
    expect(found.map(({ date }) => date)).toEqual(dates('2026-10-24', 4));
    expect(found[1]?.at).toBe(instant);
  });
});

describe('whatever the zone, the rhythm and the minute of the ticks', () => {
  const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
  const hour = fc.integer({ min: 0, max: 23 });
  const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
    fc.record({ every: fc.constantFrom('day' as const, 'twoDays' as const), hour }),
    fc.record({ every: fc.constant('week' as const), hour, day: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ every: fc.constant('month' as const), hour, day: fc.integer({ min: 1, max: 31 }) }),
  );
  const from = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true });
  const minute = fc.integer({ min: 0, max: 59 });

  it('no date is run twice and none is skipped', () => {
    fc.assert(
      fc.property(zone, rhythm, from, minute, (where, how, first, at) => {
        const days = how.every === 'month' ? 400 : 60;
        const ticks = hourly(first.getTime(), days, at);
        const start = beginSchedule(how, wallClock(where)(first.getTime()));
        const found = runs(start, where, ticks).map(({ date }) => date);
        expect(found).toEqual(calendar(start, found.length));
        const end = wallClock(where)(ticks.at(-1) ?? 0);
        expect(Date.parse(calendar(start, found.length + 1).at(-1) ?? '') + how.hour * HOUR).toBeGreaterThan(end);
      }),
      { numRuns: 60 },
    );
  });

  it('each run begins less than two hours after its moment on the wall clock', () => {
    fc.assert(
      fc.property(zone, rhythm, from, minute, (where, how, first, at) => {
        const start = beginSchedule(how, wallClock(where)(first.getTime()));
        for (const run of runs(start, where, hourly(first.getTime(), 60, at))) {
          const late = wallClock(where)(run.at) - (Date.parse(run.date) + how.hour * HOUR);
          expect(late).toBeGreaterThanOrEqual(0);
          // Where a clock goes forward, the hour that it leaves out is late by that hour.
          expect(late).toBeLessThan(2 * HOUR);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ticks that fail to come delay a run and take none of the later ones', () => {
    fc.assert(
      fc.property(
        zone,
        rhythm,
        from,
        fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 40 }),
        (where, how, first, gaps) => {
          let ms = first.getTime();
          const ticks = gaps.map((hours) => (ms += hours * HOUR));
          const start = beginSchedule(how, wallClock(where)(first.getTime()));
          const found = runs(start, where, ticks).map(({ date }) => date);
          expect(new Set(found).size).toBe(found.length);
          const all = calendar(start, 1300);
          for (const date of found) expect(all).toContain(date);
          // After each tick nothing that has passed is left.
          let schedule = start;
          for (const tick of ticks) {
            const local = wallClock(where)(tick);
            if (isDue(schedule, local)) schedule = advance(schedule, local);
            expect(isDue(schedule, local)).toBe(false);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  /** The dates of a series, counted on a calendar. */
  function calendar({ every, next, day = 0 }: Schedule, count: number): string[] {
    const step = { hour: 0, day: 1, twoDays: 2, week: 7 };
    if (every !== 'month') return dates(next, count, step[every]);
    const [year = 0, month = 0] = next.split('-').map(Number);
    return Array.from({ length: count }, (_, n) => {
      const last = new Date(Date.UTC(year, month + n, 0));
      last.setUTCDate(Math.min(day, last.getUTCDate()));
      return last.toISOString().slice(0, 10);
    });
  }
});
