import { toQuery } from '../../src/http/query';

test('names and values are percent-encoded, the plus of a time zone too', () => {
  expect(toQuery({ since: '2026-03-02T09:00:00+00:00', 'a b': 'é&=' })).toBe(
    '?since=2026-03-02T09%3A00%3A00%2B00%3A00&a%20b=%C3%A9%26%3D',
  );
});

test('what is null or undefined is left out, zero and false are not', () => {
  expect(toQuery({ a: null, b: undefined, c: 0, d: false, e: '' })).toBe('?c=0&d=false&e=');
});

test('nothing left is an empty text', () => {
  expect(toQuery({ a: null })).toBe('');
});

test('after a path with a query it goes on with an ampersand', () => {
  expect(toQuery({ page: 2 }, '&')).toBe('&page=2');
});
