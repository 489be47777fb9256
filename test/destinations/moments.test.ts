import { toSerial } from '../../src/core/serial';
import { parseMoment } from '../../src/destinations/moments';

const instant = (text: string): string | null => {
  const moment = parseMoment(text);
  return moment?.kind === 'instant' ? new Date(moment.ms).toISOString() : null;
};

describe('a moment read from a vendor’s text', () => {
  it.each([
    ['2026-01-05T08:00:00.000Z', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T08:00:00', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T08:00', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05 08:00:00', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T08:00:00.123456', '2026-01-05T08:00:00.123Z'],
    ['2026-01-05T08:00:00+02:00', '2026-01-05T06:00:00.000Z'],
    ['2026-01-05T08:00:00-0530', '2026-01-05T13:30:00.000Z'],
    ['2026-01-05T08:00:00+02', '2026-01-05T06:00:00.000Z'],
    ['Mon, 02 Feb 2026 10:00:00 GMT', '2026-02-02T10:00:00.000Z'],
  ])('reads %s as the instant %s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it('reads a date without time as a date', () => {
    expect(parseMoment('2026-02-02')).toEqual({ kind: 'date', serial: 46055 });
  });

  it.each([
    '1/2',
    '2026-13-01',
    '2026-02-30',
    '2026-02',
    '20260202',
    '0001-01-01T00:00:00Z',
    '2026-01-05T25:00:00Z',
    'Mon',
    '',
    '2026-01-05x',
    '2026-01-05T10',
  ])('leaves %p as text', (text) => {
    expect(parseMoment(text)).toBeNull();
  });

  it('gives an instant the serial number of the wall clock in its zone', () => {
    expect(toSerial(Date.UTC(2026, 1, 2, 11), 60)).toBe(46055.5);
  });
});
