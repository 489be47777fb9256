import { createKeyIndex } from '../../src/destinations/key-index';
import type { WritePlan } from '../../src/destinations/plan-write';
import { noteWriting, suspectRows } from '../../src/destinations/writing';
import type { Store } from '../../src/platform/services';

const createStore = (): Store & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (name) => kept.get(name) ?? null,
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    all: () => Object.fromEntries(kept),
  };
};

const plan = (rows: readonly number[], appendKeys: readonly string[]): WritePlan => ({
  patches: rows.map((row) => ({ row, column: 2, cells: ['x'] })),
  formats: new Map(),
  appends: [],
  appendFormats: [],
  usualFormats: [],
  appendKeys,
  counts: { inserted: 0, updated: 0, removed: 0, cut: 0 },
});

const keys = Array.from({ length: 150_000 }, (_, n) => `k${String(n)}`);
const scattered = Array.from({ length: 1000 }, (_, n) => 2 + n * 149 + (n % 7));

describe('the note of a write', () => {
  it('suspects nothing when the rows still hold the keys that they held', () => {
    const store = createStore();
    noteWriting(store, 't', createKeyIndex(keys), plan(scattered, ['new']), 150_002);
    expect(suspectRows(store, 't', createKeyIndex(keys))).toEqual([]);
    expect(suspectRows(store, 't', createKeyIndex([...keys, 'new']))).toEqual([]);
  });

  it('suspects every row of a page of scattered changes when one of them holds another key', () => {
    const store = createStore();
    noteWriting(store, 't', createKeyIndex(keys), plan(scattered, []), 150_002);
    const sorted = keys.map((key, n) => (n === (scattered[999] ?? 0) - 2 ? 'other' : key));
    expect(suspectRows(store, 't', createKeyIndex(sorted))).toEqual(scattered);
  });

  it('tells blocks of neighbours and added rows apart', () => {
    const store = createStore();
    noteWriting(store, 't', createKeyIndex(['a', 'b', 'c', 'd']), plan([2, 3, 5], ['e', 'f']), 6);
    expect(suspectRows(store, 't', createKeyIndex(['b', 'a', 'c', 'd', 'f', 'e']))).toEqual([2, 3, 5, 6, 7]);
  });

  it('fits into a property, however many rows a write touches', () => {
    const store = createStore();
    const rows = keys.flatMap((_, n) => (n % 2 === 0 ? [n + 2] : []));
    noteWriting(store, 't', createKeyIndex(keys), plan(rows, ['new']), 150_002);
    expect([...store.kept.values()].join('').length).toBeLessThan(9000);
    expect(suspectRows(store, 't', createKeyIndex([...keys].reverse())).length).toBeGreaterThan(3000);
  });
});
