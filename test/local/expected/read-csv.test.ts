import { readCsv } from '../../../local/expected/read-csv';

test.each<[string, string, string[][]]>([
  [
    'fields without quotes',
    'a;b\r\n1;\r\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'separators, quotes and line ends in quotes',
    '"a;b";"say ""hi"""\r\n"x\r\ny";z\r\n',
    [
      ['a;b', 'say "hi"'],
      ['x\r\ny', 'z'],
    ],
  ],
  ['a quoted field that is empty', '"";b\r\n', [['', 'b']]],
  ['a last line without an end', 'a;b', [['a', 'b']]],
  ['a byte order mark', '\uFEFFa\r\n', [['a']]],
  ['nothing', '', []],
])('reads %s', (_name, text, records) => {
  expect(readCsv(text, ';')).toEqual(records);
});

test('reads other separators', () => {
  expect(readCsv('a,b;c\r\n', ',')).toEqual([['a', 'b;c']]);
});

test.each([
  ['a quote that does not end', '"a;b\r\n'],
  ['text after a closing quote', '"a"b;c\r\n'],
])('refuses %s', (_name, text) => {
  expect(() => readCsv(text, ';')).toThrow();
});
