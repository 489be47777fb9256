import { walk, type List } from '../../../src/connectors/wedof/walk';
import { readWalkState, type WalkState } from '../../../src/connectors/wedof/walk-state';
import { DataError } from '../../../src/core/errors';
import type { Json, JsonObject } from '../../../src/core/model';
import type { Scripted } from '../../fixtures/scripted-send';
import { createTestApi } from '../../fixtures/test-api';
import { thrown } from '../../fixtures/thrown';

const list: List = { path: '/things', limit: 2 };
const things = (...ids: readonly number[]): JsonObject[] => ids.map((id) => ({ id }));

interface Headers {
  readonly total?: number;
  readonly size?: number;
}

function page(ids: readonly number[], { total, size }: Headers = {}): Scripted {
  const headers: Record<string, string> = {};
  if (total !== undefined) headers['x-total-count'] = String(total);
  if (size !== undefined) headers['x-item-per-page'] = String(size);
  return { text: JSON.stringify(things(...ids)), headers };
}

/** Walks to the end; returns the pages asked for and the ids read, with the state through JSON in between. */
function walkAll(script: readonly Scripted[], which: List = list) {
  const { api, requests } = createTestApi(script);
  const ids: unknown[] = [];
  let state: WalkState | null = null;
  for (let steps = 0; ; steps++) {
    if (steps > 400) throw new Error('The walk never ends');
    const step = walk(api, which, state);
    ids.push(...step.records.map((record) => record.id));
    state = step.next && readWalkState(JSON.parse(JSON.stringify(step.next)) as Json);
    const asked = requests.map(({ url }) => Number(/page=(\d+)/.exec(url)?.[1]));
    if (state === null) return { ids, asked, unsure: step.unsure };
  }
}

test('the total tells the last page, when that is not full', () => {
  const headers = { total: 3, size: 2 };
  expect(walkAll([page([1, 2], headers), page([3], headers)])).toEqual({
    ids: [1, 2, 3],
    asked: [1, 2],
    unsure: false,
  });
});

test('a total that is too small does not end the walk', () => {
  const headers = { total: 2, size: 2 };
  expect(walkAll([page([1, 2], headers), page([3, 4], headers), page([5], headers)]).ids).toEqual([1, 2, 3, 4, 5]);
  const none = { total: 0, size: 2 };
  expect(walkAll([page([1, 2], none), page([3], none)]).ids).toEqual([1, 2, 3]);
});

test('a list that sends its last page again beyond the end is at its end', () => {
  const headers = { total: 4, size: 2 };
  expect(walkAll([page([1, 2], headers), page([3, 4], headers), page([3, 4], headers)]).asked).toEqual([1, 2, 3]);
});

test('an empty list takes one request', () => {
  expect(walkAll([page([], { total: 0, size: 2 })]).asked).toEqual([1]);
  expect(walkAll([page([])]).asked).toEqual([1]);
});

test('a server that gives smaller pages than asked for is read by its own size', () => {
  const big = { ...list, limit: 100 };
  const headers = { total: 5, size: 2 };
  expect(walkAll([page([1, 2], headers), page([3, 4], headers), page([5], headers)], big).asked).toEqual([1, 2, 3]);
  expect(walkAll([page([1, 2]), page([3, 4]), page([5])], big).ids).toEqual([1, 2, 3, 4, 5]);
  const unsized = { total: 5 };
  expect(walkAll([page([1, 2], unsized), page([3, 4], unsized), page([5], unsized)], big).ids).toHaveLength(5);
});

test('a page that comes twice is an error, not a loop', () => {
  expect(() => walkAll([page([1, 2], { total: 9, size: 2 })])).toThrow(DataError);
  expect(() => walkAll([page([1, 2])])).toThrow(DataError);
  expect(() => walkAll([page([1, 2]), page([3, 4])])).toThrow(DataError);
});

test('a list that may ignore the page is complete when its first page comes again, unless that is full', () => {
  const lenient = { ...list, mayIgnorePage: true };
  expect(walkAll([page([1])], lenient)).toEqual({ ids: [1], asked: [1, 2], unsure: false });
  expect(walkAll([page([1, 2])], lenient)).toEqual({ ids: [1, 2], asked: [1, 2], unsure: true });
  // But not when the server says that there is more.
  expect(() => walkAll([page([1, 2], { total: 9 })], lenient)).toThrow(DataError);
});

test('a page that comes empty before the end is read once more, from the page before', () => {
  const headers = { total: 3, size: 2 };
  expect(walkAll([page([1, 2], headers), page([], headers), page([1, 2], headers), page([3], headers)])).toEqual({
    ids: [1, 2, 1, 2, 3],
    asked: [1, 2, 1, 2],
    unsure: false,
  });
});

test('a page that stays empty before the end is an error', () => {
  const headers = { total: 4, size: 2 };
  const script = [page([1, 2], headers), page([], headers), page([1, 2], headers), page([], headers)];
  expect(() => walkAll(script)).toThrow(DataError);
  expect(() => walkAll([page([], headers)])).toThrow(DataError);
});

test('when a record leaves, the one that moved up into the page before is read too', () => {
  const before = { total: 6, size: 2 };
  const after = { total: 5, size: 2 };
  // 1 leaves after the first page: 3 moves up.
  const script = [page([1, 2], before), page([4, 5], after), page([2, 3], after), page([6], after)];
  const { ids, asked } = walkAll(script);
  expect(new Set(ids)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(asked).toEqual([1, 2, 1, 3]);
});

test('no record is missed while one leaves after every page', () => {
  let all = Array.from({ length: 30 }, (_, i) => i + 1);
  const gone: number[] = [];
  const size = 5;
  const serve: Scripted = ({ url }) => {
    const from = (Number(/page=(\d+)/.exec(url)?.[1]) - 1) * size;
    const answer = { text: JSON.stringify(things(...all.slice(from, from + size))) };
    const headers = { 'x-total-count': String(all.length), 'x-item-per-page': String(size) };
    const leaving = all[from] ?? 0;
    gone.push(leaving);
    all = all.filter((id) => id !== leaving);
    return { ...answer, headers };
  };
  const { ids, unsure } = walkAll([serve], { ...list, limit: size });
  const read = new Set(ids);
  expect(all.filter((id) => !read.has(id))).toEqual([]);
  expect(unsure).toBe(false);
});

test('a total that goes up and down for ever ends the walk without proof', () => {
  let turn = 0;
  const serve: Scripted = ({ url }) => {
    const number = Number(/page=(\d+)/.exec(url)?.[1]);
    const total = turn++ % 2 === 0 ? 400 : 300;
    const ids = number > 150 ? [] : [number * 1000 + turn * 2, number * 1000 + turn * 2 + 1];
    return {
      text: JSON.stringify(things(...ids)),
      headers: { 'x-total-count': String(total), 'x-item-per-page': '2' },
    };
  };
  expect(walkAll([serve]).unsure).toBe(true);
});

test('pages that change their size are an error', () => {
  expect(() => walkAll([page([1, 2], { total: 9, size: 2 }), page([3], { total: 9, size: 1 })])).toThrow(DataError);
});

test.each(['{"items":[]}', '"text"', '[1,2]', 'null'])('an answer of %s is no list', (text) => {
  const { api } = createTestApi([{ text }]);
  expect(thrown(DataError, () => walk(api, list, null)).advice.en).toContain('not with a list');
});
