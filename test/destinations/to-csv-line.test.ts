import type { Kind } from '../../src/core/columns';
import { toCsvLine } from '../../src/destinations/to-csv-line';
import type { Cell } from '../../src/platform/services';

const field = (cell: Cell, kind: Kind = 'text', separator = ','): string =>
  toCsvLine([cell], [kind], separator).replace(/\r\n$/, '');

describe('a line of a CSV file', () => {
  it('stands between separators and ends as RFC 4180 says', () => {
    expect(toCsvLine(['a', 1, true, ''], ['text', 'number', 'boolean', 'text'], ',')).toBe('"a",1,TRUE,\r\n');
  });

  it.each(['a,b', 'a;b', 'a\tb', 'a\nb', 'a\r\nb', ' a', 'a '])('quotes %j whatever the separator is', (text) => {
    for (const separator of [',', ';', '\t']) expect(field(text, 'text', separator)).toBe(`"${text}"`);
  });

  it('doubles the quotes of a text', () => {
    expect(field('say "é"')).toBe('"say ""é"""');
  });

  it('quotes a text that holds an unusual separator', () => {
    expect(field('a|b', 'text', '|')).toBe('"a|b"');
  });

  it.each([
    '=1+1',
    '+33612345678',
    '-5',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1+1',
    "'=1+1",
    '\u00a0=1',
    '\u200b=1',
  ])('keeps %j from being a formula', (text) => {
    expect(field(text)).toMatch(/^"'/);
    expect(field(text)).toContain(text);
  });

  it('keeps a formula behind a quote from being one', () => {
    expect(field('"=1+1')).toBe(`"'""=1+1"`);
  });

  it.each(['\t=1', '\r=1', '\n=1', '\tx'])('keeps what follows %j from beginning a field', (text) => {
    expect(field(text)).toBe(`"'${text}"`);
  });

  it('guards a header as it guards a text', () => {
    expect(toCsvLine(['=A1', 'été'], [], ';')).toBe('"\'=A1";"été"\r\n');
  });

  it.each(['0123', '12345678901234', '2026-02-02', '1/2', '.5', 'TRUE', 'faux', '€12', 'mars 2026', '(12)'])(
    'quotes the text %s, which looks like something else',
    (text) => {
      expect(field(text)).toBe(`"${text}"`);
    },
  );

  it('leaves numbers bare, negative ones too, with a decimal point', () => {
    expect([12.5, -5, 0, 1e21].map((cell) => field(cell, 'number'))).toEqual(['12.5', '-5', '0', '1e+21']);
  });

  it('writes numbers and booleans as French programs read them where the separator is theirs', () => {
    expect(toCsvLine([12.5, -0.25, true, false], ['number', 'any', 'boolean', 'any'], ';')).toBe(
      '12,5;-0,25;VRAI;FAUX\r\n',
    );
  });

  it('writes a moment to the second, in the spreadsheet’s own time', () => {
    expect(field(46055 + (10 * 3600 + 62) / 86_400, 'moment')).toBe('2026-02-02 10:01:02');
    expect(field(46055, 'moment')).toBe('2026-02-02 00:00:00');
  });

  it('rounds a moment that a spreadsheet keeps a hair too small', () => {
    expect(field(46055.9999999999, 'moment')).toBe('2026-02-03 00:00:00');
  });

  it('writes a day without a time', () => {
    expect(field(46055, 'day')).toBe('2026-02-02');
  });

  it('leaves a number that is no date as it is in a column of moments', () => {
    expect([field(-3, 'moment'), field(1e12, 'day')]).toEqual(['-3', '1000000000000']);
  });

  it('puts a sign that UTF-8 has in place of half a character', () => {
    expect(field('a\ud83db😀')).toBe('"a\ufffdb😀"');
  });
});
