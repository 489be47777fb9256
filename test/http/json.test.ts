import { parseJson } from '../../src/http/json';

test('an integer of 16 digits or more comes as text, digit for digit', () => {
  const text = '{"id": 1234567890123456789, "list":[-9007199254740993,1234567890123456]}';
  expect(parseJson(text)).toEqual({ id: '1234567890123456789', list: ['-9007199254740993', '1234567890123456'] });
});

test('shorter integers, fractions and exponents stay numbers beside a long one', () => {
  const text = '{"a":123456789012345,"b":0.12345678901234567,"c":1e21,"d":-2,"id":1234567890123456789}';
  expect(parseJson(text)).toMatchObject({ a: 123456789012345, b: Number('0.12345678901234567'), c: 1e21, d: -2 });
});

test('digits inside texts stay as they are, also after quotes and backslashes', () => {
  const value = { a: 'id: 1234567890123456789', 'b "': '\\"1234567890123456789', c: ',1234567890123456789' };
  const text = JSON.stringify(value).replace('}', ',"n":1234567890123456789}');
  expect(parseJson(text)).toEqual({ ...value, n: '1234567890123456789' });
});

test('a byte order mark is no part of the value', () => {
  expect(parseJson('\uFEFF[1]')).toEqual([1]);
});

test.each(['', '{"a":', '[1,2', '<html></html>', 'OK'])('%j is refused', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});

test('a long integer alone on its line is found too', () => {
  expect(parseJson('{\n  "id":\n    1234567890123456789,\n  "list": [\n    -1234567890123456789\n  ]\n}')).toEqual({
    id: '1234567890123456789',
    list: ['-1234567890123456789'],
  });
});
