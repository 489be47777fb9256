import { readExport, type CursorExport } from '../../../src/connectors/zendesk/cursor-export';
import { BusyError, DataError } from '../../../src/core/errors';
import type { Cursor, Json, JsonObject } from '../../../src/core/model';
import { thrown } from '../../fixtures/thrown';
import { createScriptedZendesk, inTurn, ok, type ScriptedZendesk, type ZendeskRoute } from '../../fixtures/zendesk';

const plan: CursorExport = {
  path: '/api/v2/incremental/things/cursor.json',
  list: 'things',
  query: { include: 'others' },
  timeOf: ({ time }) => Number(time ?? 0),
};

const exportOf = (route: ZendeskRoute): ScriptedZendesk =>
  createScriptedZendesk({ 'incremental/things/cursor': route });
const page = (times: readonly number[], after: string | null, end?: boolean): JsonObject => ({
  things: times.map((time) => ({ id: time, time })),
  after_cursor: after,
  ...(end !== undefined && { end_of_stream: end }),
});
const refusal = (status: number, description = 'cursor is not valid'): { status: number; text: string } => ({
  status,
  text: JSON.stringify({ error: description }),
});

/** Reads until a pass is done; each cursor goes through JSON. */
function readAll(
  system: ScriptedZendesk,
  from: Cursor | null = null,
): { times: readonly (Json | undefined)[]; cursor: Cursor } {
  const times: (Json | undefined)[] = [];
  let cursor = from;
  for (let pages = 0; pages < 100; pages++) {
    const step = readExport(system.api, plan, cursor);
    times.push(...step.records.map(({ time }) => time));
    cursor = JSON.parse(JSON.stringify(step.cursor)) as Cursor;
    if (step.done) return { times, cursor };
  }
  throw new Error('The export never ends');
}

const fromOf = (asked: readonly string[]): readonly (string | undefined)[] =>
  asked.map((text) => /(?:start_time|cursor)=[^&]*/.exec(text)?.[0]);
const sizesOf = (asked: readonly string[]): readonly number[] =>
  asked.map((text) => Number(/per_page=(\d+)/.exec(text)?.[1]));

test('a first pass begins at 0 and follows the cursors, each request with the same other parameters', () => {
  const system = exportOf(inTurn(page([1, 2], 'c2', false), page([3], 'c3', true)));
  expect(readAll(system).times).toEqual([1, 2, 3]);
  expect(system.asked()).toEqual([
    'incremental/things/cursor?start_time=0&include=others&per_page=1000',
    'incremental/things/cursor?cursor=c2&include=others&per_page=1000',
  ]);
});

test('the cursor is kept over an empty last page, whose own is null', () => {
  const system = exportOf(inTurn(page([1], 'c1', true), page([], null, true), page([2], 'c2', true)));
  const first = readAll(system);
  const second = readAll(system, first.cursor);
  expect(second.times).toEqual([]);
  expect(readAll(system, second.cursor).times).toEqual([2]);
  expect(fromOf(system.asked())).toEqual(['start_time=0', 'cursor=c1', 'cursor=c1']);
});

test('a later pass never asks by time, so that nothing between two passes is skipped', () => {
  const system = exportOf(inTurn(page([1], 'c1', true), page([], null, true)));
  let { cursor } = readAll(system);
  for (let day = 0; day < 3; day++) {
    system.clock.pass(86_400_000);
    cursor = readAll(system, cursor).cursor;
  }
  expect(fromOf(system.asked()).slice(1)).toEqual(['cursor=c1', 'cursor=c1', 'cursor=c1']);
});

test('an account without records is asked from the beginning again', () => {
  const system = exportOf(inTurn(page([], null, true)));
  readAll(system, readAll(system).cursor);
  expect(fromOf(system.asked())).toEqual(['start_time=0', 'start_time=0']);
});

test('a last page with records and no cursor is the place to go on from, with an overlap', () => {
  const system = exportOf(inTurn(page([5000], null, true)));
  readAll(system, readAll(system).cursor);
  expect(fromOf(system.asked())).toEqual(['start_time=0', 'start_time=4880']);
});

test('an answer that does not say whether it is the last goes on with its cursor', () => {
  const system = exportOf(inTurn(page([1], 'c1'), page([2], 'c2', true)));
  expect(readAll(system).times).toEqual([1, 2]);
});

test('an answer that says neither where to go on nor that it is the last is an error', () => {
  expect(() => readAll(exportOf(inTurn(page([1], null))))).toThrow(DataError);
  expect(() => readAll(exportOf(inTurn(page([1], null, false))))).toThrow(DataError);
});

test('a cursor that leads to itself stops instead of looping', () => {
  const system = exportOf(inTurn(page([1], 'c1', false)));
  expect(() => readAll(system)).toThrow('the same cursor again');
  expect(system.asked()).toHaveLength(2);
});

test('two cursors that lead to each other stop instead of looping', () => {
  const system = exportOf((_query, before) => ok(page([before], before % 2 === 0 ? 'a' : 'b', false)));
  expect(() => readAll(system)).toThrow('the same cursor again');
  expect(system.asked()).toHaveLength(3);
});

test('the cursor of the last page may be the one that was asked with', () => {
  const system = exportOf(inTurn(page([1], 'c1', false), page([2], 'c1', true)));
  expect(readAll(system).times).toEqual([1, 2]);
});

test.each([{ status: 504, text: 'upstream request timeout' }, { text: '{"things":[{"id":1},{"i' }])(
  'a page that is too much (%j) is asked for again, half as large',
  (heavy) => {
    const system = exportOf((query) => (Number(query.get('per_page')) > 250 ? heavy : ok(page([1], 'c1', true))));
    const before = readExport(system.api, plan, null);
    expect([before.records, before.done]).toEqual([[], false]);
    expect(readAll(system, before.cursor).times).toEqual([1]);
    expect(sizesOf(system.asked())).toEqual([1000, 500, 250]);
    expect(new Set(fromOf(system.asked()))).toEqual(new Set(['start_time=0']));
  },
);

test('after five good pages twice as much is asked for, up to a thousand', () => {
  let number = 0;
  const system = exportOf((query, before) =>
    before < 2 && Number(query.get('per_page')) > 250
      ? { status: 504 }
      : ok(page([++number], `c${number}`, number === 13)),
  );
  readAll(system);
  expect(sizesOf(system.asked())).toEqual([
    1000, 500, 250, 250, 250, 250, 250, 500, 500, 500, 500, 500, 1000, 1000, 1000,
  ]);
});

test('when not even a single record comes through, the system is busy', () => {
  const system = exportOf(inTurn({ status: 504 }));
  expect(() => readAll(system)).toThrow(BusyError);
  const sizes = sizesOf(system.asked());
  expect(Math.min(...sizes)).toBe(1);
  // There is no asking for less, so that one try is not enough.
  expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(1);
});

test.each([400, 422])(
  'a saved cursor that is refused (%i) gives way to the time of the last record, with an overlap',
  (status) => {
    const system = exportOf(
      inTurn(
        page([1_700_000_000], 'old', true),
        refusal(status),
        page([1_700_000_000, 1_700_000_500], 'new', true),
        page([], null, true),
      ),
    );
    const { cursor } = readAll(system);
    const second = readAll(system, cursor);
    expect(second.times).toEqual([1_700_000_000, 1_700_000_500]);
    readAll(system, second.cursor);
    expect(fromOf(system.asked())).toEqual(['start_time=0', 'cursor=old', 'start_time=1699999880', 'cursor=new']);
  },
);

test('a cursor that is refused again before anything new came is an error', () => {
  const system = exportOf(inTurn(page([5000], 'a', true), refusal(400), page([5000], 'b', false), refusal(400)));
  const { cursor } = readAll(system);
  expect(() => readAll(system, cursor)).toThrow(DataError);
  expect(system.asked()).toHaveLength(4);
});

test('a cursor may be refused in two passes, even if nothing changed between them', () => {
  const system = exportOf(
    inTurn(page([5000], 'a', true), refusal(400), page([5000], 'b', true), refusal(400), page([5000], 'c', true)),
  );
  const first = readAll(system);
  expect(readAll(system, readAll(system, first.cursor).cursor).times).toEqual([5000]);
});

test('a refusal of the very first request is an error', () => {
  expect(() => readAll(exportOf(inTurn(refusal(422))))).toThrow(DataError);
});

test.each([
  { status: 400, text: '{"error":"StartTimeTooRecent","description":"Too recent start_time."}' },
  {
    status: 422,
    text: '{"error":"InvalidValue","description":"Too recent start_time. Use a start_time older than 60 seconds"}',
  },
])('a start_time that is too recent ($status) means that there is nothing new yet', (recent) => {
  const system = exportOf(inTurn(page([1], 'c1', true), refusal(400), recent, page([2], 'c2', true)));
  const first = readAll(system);
  const second = readAll(system, first.cursor);
  expect(second.times).toEqual([]);
  expect(readAll(system, second.cursor).times).toEqual([2]);
});

test('a start_time is never less than two minutes old', () => {
  const system = exportOf(inTurn(page([], null, true)));
  const now = Math.floor(system.clock.now() / 1000);
  readAll(system, { start: now, cursor: '', last: now });
  expect(fromOf(system.asked())).toEqual([`start_time=${now - 120}`]);
});

test('an answer without a list is an error', () => {
  expect(thrown(DataError, () => readAll(exportOf(inTurn({ things: null })))).message).toContain('no list of things');
});
