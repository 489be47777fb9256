import type { WritePlan } from './plan-write';

/** What a write left wrong because someone rearranged the tab meanwhile. Row numbers are those of the tab as it is now. */
export interface Repair {
  /** Rows that hold cells of another record: all but their key must be emptied. */
  readonly emptied: readonly number[];
  /** Rows whose record was overwritten by an added one: they get their key back, and nothing else. */
  readonly restored: readonly { readonly row: number; readonly key: string }[];
}

/**
 * Compares the keys that a tab held before a write (whose added rows begin at `row`) with those it holds now, each from
 * row 2 down. Pure.
 */
export function planRepair(before: readonly string[], plan: WritePlan, row: number, now: readonly string[]): Repair {
  const changed = plan.patches.map((patch) => patch.row);
  const emptied = changed.filter((place) => (now[place - 2] ?? '') !== before[place - 2]);
  const kept = new Set(now);
  const held = before.filter((key) => key !== '');
  const lost = held.filter((key) => !kept.has(key));
  // Rows inserted above push the last records down to where the new ones are written: those, and only those, are lost.
  const wereLast = held.slice(held.length - lost.length).every((key) => !kept.has(key));
  const overwritten = wereLast ? lost.slice(0, plan.appendKeys.length) : [];
  return { emptied, restored: overwritten.map((key, n) => ({ row: row + n, key })) };
}
