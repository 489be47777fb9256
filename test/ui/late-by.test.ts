import { lateBy } from '../../ui/late-by';

const MINUTE = 60_000;
const DUE = Date.UTC(2026, 10, 30, 1);
const cause = { kind: 'schedule', due: DUE } as const;

describe('a run is late', () => {
  it.each([
    [0, 0],
    [65, 0],
    [66, 66],
    [2880, 2880],
  ])('that begins %i minutes after it was due by %i', (minutes, late) => {
    expect(lateBy({ cause, startedAt: DUE + minutes * MINUTE, status: 'failed' })).toBe(late * MINUTE);
  });

  it('never when it did not begin, or when somebody started it', () => {
    const startedAt = DUE + 2880 * MINUTE;
    expect([
      lateBy({ cause, startedAt, status: 'missed' }),
      lateBy({ cause: { kind: 'call' }, startedAt, status: 'finished' }),
      lateBy({ startedAt, status: 'finished' }),
    ]).toEqual([0, 0, 0]);
  });
});
