import { isDue, latestDay } from '../../src/app/schedule';

describe('a daily schedule', () => {
  const at = (local: string): number => Date.parse(`${local}Z`);

  it('is due once its hour has come', () => {
    const schedule = { hour: 6, done: '2026-11-19' };
    expect(isDue(schedule, at('2026-11-20T05:59:59'))).toBe(false);
    expect(isDue(schedule, at('2026-11-20T06:00:00'))).toBe(true);
  });

  it('is due once a day', () => {
    expect(isDue({ hour: 6, done: '2026-11-20' }, at('2026-11-20T23:59:59'))).toBe(false);
    expect(isDue({ hour: 6, done: '2026-11-20' }, at('2026-11-21T06:10:00'))).toBe(true);
  });

  it('makes up for a day that was missed, after midnight too', () => {
    expect(isDue({ hour: 23, done: '2026-11-18' }, at('2026-11-20T00:30:00'))).toBe(true);
    expect(latestDay(at('2026-11-20T00:30:00'), 23)).toBe('2026-11-19');
  });

  it('makes up for many missed days with one run', () => {
    const local = at('2026-11-20T07:00:00');
    expect(isDue({ hour: 6, done: latestDay(local, 6) }, local)).toBe(false);
  });

  it('takes midnight as an hour', () => {
    expect(latestDay(at('2026-11-20T00:00:00'), 0)).toBe('2026-11-20');
  });
});
