import { toDateAndTime, toDuration, toTime } from '../../../../local/workbench/page/time';

const NOON = Date.UTC(2026, 10, 20, 11, 5, 9);

describe('instants', () => {
  test('are shown in the time zone of the spreadsheet', () => {
    expect(toTime(NOON, 'Europe/Paris', 'fr')).toBe('12:05:09');
    expect(toTime(NOON, 'America/New_York', 'en')).toBe('06:05:09');
  });

  test('midnight is the hour 0', () => {
    expect(toTime(Date.UTC(2026, 10, 20), 'UTC', 'en')).toBe('00:00:00');
  });

  test('come with their day in the language of the browser', () => {
    expect(toDateAndTime(NOON, 'Europe/Paris', 'fr')).toBe('ven. 20 nov. 2026 12:05:09');
    expect(toDateAndTime(NOON, 'Europe/Paris', 'en')).toBe('Fri, Nov 20, 2026 12:05:09');
  });
});

describe('durations', () => {
  test.each([
    [0, '0 s'],
    [400, '0,4 s'],
    [9_999, '10 s'],
    [12_300, '12 s'],
    [320_000, '5 min 20 s'],
    [360_000, '6 min'],
    [3_900_000, '1 h 5 min'],
    [3_605_000, '1 h'],
    [183_600_000, '2 j 3 h'],
  ])('%d ms is %s', (ms, text) => {
    expect(toDuration(ms, 'fr')).toBe(text);
  });

  test('days have the letter of the language', () => {
    expect(toDuration(86_400_000, 'en')).toBe('1 d');
  });
});
