import { addCounts, NO_COUNTS, type Counts, type Row } from '../core/model';
import type { Cell } from '../platform/services';
import { applyWrite } from './apply-write';
import { joinKey } from './key-index';
import { refresh, type OpenTab } from './open-tab';
import { planWrite } from './plan-write';
import { repairTab } from './prepare-tab';
import { probeRows } from './probe-rows';
import { readPiece } from './read-piece';
import { rearranged } from './rearranged';
import type { View } from './view';

/** How many cells one call reads, at most. */
const MOST_CELLS = 200_000;
const MOST_ROWS = 20_000;
/** What one write changes, at most: its blocks of rows are noted in one property. */
const MOST_CHANGES = 10_000;
const MOST_BLOCKS = 2000;

type Change = (row: Row) => Row | null;

/** A changed row: which, and where it stood. */
interface Changed {
  readonly key: string;
  readonly row: number;
  readonly record: Row;
}

/**
 * Shows `change` the named columns of every row, from the top down, and writes what it returns. Begins again when someone
 * rearranges the tab meanwhile, so that no row is missed. Throws `StaleError` when the tab never holds still.
 */
export function editRows(tab: OpenTab, names: readonly string[], change: Change): Counts {
  if (!tab.sheet || !tab.view) return NO_COUNTS;
  const changes = collect(tab, names, change);
  if (changes.length === 0) return NO_COUNTS;
  repairTab(tab, tab.view);
  return toPortions(changes).reduce((counts, portion) => addCounts(counts, write(tab, portion)), NO_COUNTS);
}

function collect(tab: OpenTab, names: readonly string[], change: Change): readonly Changed[] {
  for (let tries = 0; tries < 3; tries += 1) {
    const changes = tab.view && collectOnce(tab, tab.view, names, change);
    if (changes) return changes;
    if (tab.sheet) refresh(tab, tab.sheet);
  }
  throw rearranged('the tab changed between three reads');
}

/** Null when the rows are not those of the view. */
function collectOnce(tab: OpenTab, view: View, names: readonly string[], change: Change): readonly Changed[] | null {
  const { key: keys } = tab.target;
  const columns = view.layout.own.filter(({ name }) => names.includes(name) || keys.includes(name));
  const parts = keys.map((key) => columns.findIndex(({ name }) => name === key));
  const shown = names.map((name) => [name, columns.findIndex((column) => column.name === name)] as const);
  const seen = shown.filter(([, place]) => place >= 0);
  const step = Math.min(MOST_ROWS, Math.floor(MOST_CELLS / columns.length));
  const changes: Changed[] = [];
  for (let first = 2; first <= view.index.lastRow; first += step) {
    const cells = readPiece(view, first, Math.min(step, view.index.lastRow - first + 1), columns);
    if (!cells) return null;
    for (const [n, line] of cells.entries()) {
      const key = joinKey(parts.map((part) => line[part]));
      if (key !== (view.index.keys[first + n - 2] ?? '')) return null;
      const changed = key === '' ? null : change(toRow(line, seen));
      if (changed) changes.push({ key, row: first + n, record: withoutKeys(changed, keys) });
    }
  }
  return changes;
}

function toRow(line: readonly Cell[], shown: readonly (readonly [string, number])[]): Row {
  return Object.fromEntries(shown.map(([name, place]) => [name, line[place] ?? '']));
}

/** The key of a known row is never written. */
function withoutKeys(record: Row, keys: readonly string[]): Row {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !keys.includes(name)));
}

function toPortions(changes: readonly Changed[]): readonly (readonly Changed[])[] {
  const portions: Changed[][] = [[]];
  let blocks = 0;
  let before = 0;
  for (const changed of changes) {
    if (changed.row !== before + 1) blocks += 1;
    before = changed.row;
    const last = portions[portions.length - 1];
    if (last && last.length < MOST_CHANGES && blocks <= MOST_BLOCKS) {
      last.push(changed);
      continue;
    }
    portions.push([changed]);
    blocks = 1;
  }
  return portions;
}

/** Rows that went meanwhile are not added. */
function write(tab: OpenTab, changes: readonly Changed[]): Counts {
  if (!tab.view) return NO_COUNTS;
  const names = new Set(changes.flatMap(({ record }) => Object.keys(record)));
  const records = new Map(changes.map(({ key, record }) => [key, record]));
  const { view, columns, known } = probeRows(tab, tab.view, records, names);
  const plan = planWrite(known, [], {
    columns,
    keys: tab.target.key,
    complete: false,
    insertOnly: false,
    offset: (ms) => tab.context.workbook.offset(ms),
  });
  applyWrite(tab, view, plan, { total: 0, last: true });
  return plan.counts;
}
