import { parisMidnight } from '../../../local/vendors/paris-midnight';

const asIso = (day: string): string => new Date(parisMidnight(Date.parse(day))).toISOString();

test('a winter day in France begins at 23:00 UTC of the day before', () => {
  expect(asIso('2026-02-02')).toBe('2026-02-01T23:00:00.000Z');
});

test('a summer day in France begins at 22:00 UTC of the day before', () => {
  expect(asIso('2026-07-14')).toBe('2026-07-13T22:00:00.000Z');
});

test('the days on which the clocks change begin under the old rule', () => {
  expect(asIso('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
  expect(asIso('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
  expect(asIso('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
  expect(asIso('2026-10-26')).toBe('2026-10-25T23:00:00.000Z');
});
