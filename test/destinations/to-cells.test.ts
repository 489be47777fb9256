import { sameCell, toCell } from '../../src/destinations/to-cells';

const paris = (): number => 60;

describe('what a value becomes in a cell', () => {
  it.each(['=1+1', '+33612345678', '007', '1/2', '1234567890123456789', 'TRUE', '10%', "'quoted"])(
    'keeps the text %p as plain text',
    (text) => {
      expect(toCell(text, 'text', paris)).toEqual({ cell: text, format: '@', cut: false });
      expect(toCell(text, 'any', paris)).toEqual({ cell: text, format: '@', cut: false });
    },
  );

  it('keeps numbers and booleans as what they are in a column of texts', () => {
    expect(toCell(12.5, 'text', paris)).toEqual({ cell: 12.5, format: 'General', cut: false });
    expect(toCell(false, 'text', paris)).toEqual({ cell: false, format: 'General', cut: false });
  });

  it('makes an instant a serial number in the spreadsheet’s zone', () => {
    expect(toCell('2026-02-02T11:00:00Z', 'moment', paris)).toEqual({
      cell: 46055.5,
      format: 'yyyy-mm-dd hh:mm:ss',
      cut: false,
    });
  });

  it('makes a date without time a date, in a column of instants too', () => {
    expect(toCell('2026-02-02', 'moment', paris)).toEqual({ cell: 46055, format: 'yyyy-mm-dd', cut: false });
  });

  it('keeps a date in a column of texts as it was written', () => {
    expect(toCell('2026-02-02', 'text', paris).cell).toBe('2026-02-02');
  });

  it('cuts a text over 50,000 characters with an ellipsis and says so', () => {
    const { cell, cut } = toCell('a'.repeat(50_001), 'text', paris);
    expect(cut).toBe(true);
    expect(cell).toBe('a'.repeat(49_999) + '…');
    expect(toCell('a'.repeat(50_000), 'text', paris).cut).toBe(false);
  });

  it('does not cut a character in two', () => {
    const { cell } = toCell('a'.repeat(49_998) + '😀😀', 'text', paris);
    expect(cell).toBe('a'.repeat(49_998) + '…');
  });

  it('knows a moment that the spreadsheet rounded, and no other number', () => {
    const wanted = toCell('2026-02-02T11:00:00.001Z', 'moment', paris);
    expect(sameCell(wanted, Number(wanted.cell) + 1e-9)).toBe(true);
    expect(sameCell(wanted, Number(wanted.cell) + 1 / 86400)).toBe(false);
    expect(sameCell(toCell(10, 'number', paris), 10.0001)).toBe(false);
    expect(sameCell(toCell('10', 'text', paris), 10)).toBe(false);
  });
});

describe('what a day becomes in a cell', () => {
  /** Paris in 2026: UTC+2 from 29 March, 01:00 UTC, to 25 October, 01:00 UTC. */
  const inParis = (ms: number): number => (ms >= Date.UTC(2026, 2, 29, 1) && ms < Date.UTC(2026, 9, 25, 1) ? 120 : 60);
  const day = (text: string): string => {
    const { cell } = toCell(text, 'day', inParis);
    return new Date((Number(cell) - 25_569) * 86_400_000).toISOString();
  };

  it.each([
    ['2026-02-02', '2026-02-02'],
    ['2026-02-02T22:59:59.999Z', '2026-02-02'],
    ['2026-02-02T23:00:00Z', '2026-02-03'],
    ['2026-02-02T23:30:00-05:00', '2026-02-03'],
    // the night in which clocks go forward, and the one before
    ['2026-03-27T23:00:00Z', '2026-03-28'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    // the night in which they go back
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('gives %s the date %s in Paris', (text, date) => {
    expect(day(text)).toBe(`${date}T00:00:00.000Z`);
    expect(toCell(text, 'day', inParis).format).toBe('yyyy-mm-dd');
  });

  it('leaves what is no date as it was written', () => {
    expect(toCell('soon', 'day', inParis)).toEqual({ cell: 'soon', format: '@', cut: false });
    expect(toCell('', 'day', inParis)).toEqual({ cell: '', format: 'yyyy-mm-dd', cut: false });
  });
});
