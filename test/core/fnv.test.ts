import { hashText } from '../../src/core/fnv';

// isthe.com/chongo/src/fnv/test_fnv.c
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of %j is that of FNV-1a', (text, hash) => {
  expect(hashText(text)).toBe(hash);
});

it('tells apart texts that differ in the high half of a character alone', () => {
  expect(hashText('\u0141')).not.toBe(hashText('A'));
});
