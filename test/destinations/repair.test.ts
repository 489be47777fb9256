import { planRepair } from '../../src/destinations/repair';
import type { WritePlan } from '../../src/destinations/plan-write';

const plan = (changed: readonly number[], added: readonly string[]): WritePlan => ({
  patches: changed.map((row) => ({ row, column: 2, cells: ['x'] })),
  formats: new Map(),
  appends: [],
  appendFormats: [],
  usualFormats: [],
  appendKeys: added,
  counts: { inserted: 0, updated: 0, removed: 0, cut: 0 },
});

describe('the repair of a tab that was rearranged under a write', () => {
  const before = ['a', 'b', 'c', 'd'];

  it('empties the rows that hold another record than the write meant', () => {
    const repair = planRepair(before, plan([2, 4], []), 6, ['d', 'b', 'c', 'a']);
    expect(repair).toEqual({ emptied: [2], restored: [] });
  });

  it('gives a record its row back when rows inserted above pushed it under the added ones', () => {
    // two rows were inserted at the top: c and d stood where x, y, z were then written
    const repair = planRepair(before, plan([], ['x', 'y', 'z']), 6, ['', '', 'a', 'b', 'x', 'y', 'z']);
    expect(repair.restored).toEqual([
      { row: 6, key: 'c' },
      { row: 7, key: 'd' },
    ]);
  });

  it('restores nothing when the user deleted a row above', () => {
    const repair = planRepair(before, plan([], ['x']), 6, ['a', 'c', 'd', '', 'x']);
    expect(repair).toEqual({ emptied: [], restored: [] });
  });

  it('finds nothing to mend when rows were sorted after the write', () => {
    const repair = planRepair(before, plan([], ['x']), 6, ['x', 'd', 'c', 'b', 'a']);
    expect(repair).toEqual({ emptied: [], restored: [] });
  });
});
