import type { Row } from '../core/model';
import { joinKey, toBlocks } from './key-index';
import type { OwnColumn } from './layout';
import { refresh, type OpenTab } from './open-tab';
import type { KnownRow } from './plan-write';
import { readCells } from './read-cells';
import { rearranged } from './rearranged';
import type { View } from './view';

/** Records sorted by whether the tab has them. */
export interface Probed {
  readonly view: View;
  /** The columns that were looked at, in the order of `KnownRow.actual`. */
  readonly columns: readonly OwnColumn[];
  readonly known: readonly KnownRow[];
  readonly unknown: readonly { readonly key: string; readonly record: Row }[];
}

/**
 * Looks at the rows of the tab that a write is about to touch, and makes sure that they still are where `view` saw them:
 * otherwise the tab is read again. `only`: the columns that the write is about, beside those of the key; absent: all of
 * ours. One spreadsheet call when nobody touched it and few rows are concerned. Throws `StaleError` when the tab never
 * holds still.
 */
export function probeRows(
  tab: OpenTab,
  view: View,
  records: ReadonlyMap<string, Row>,
  only?: ReadonlySet<string>,
): Probed {
  let current = view;
  for (let tries = 0; tries < 3; tries += 1) {
    const probed = probeOnce(tab, current, records, only);
    if (probed) return probed;
    current = refresh(tab, view.sheet);
  }
  throw rearranged('the tab changed between three reads');
}

function probeOnce(
  tab: OpenTab,
  view: View,
  records: ReadonlyMap<string, Row>,
  only: ReadonlySet<string> | undefined,
): Probed | null {
  const { key: keys } = tab.target;
  const columns = view.layout.own.filter(({ name }) => !only || only.has(name) || keys.includes(name));
  const known: { key: string; row: number; record: Row }[] = [];
  const unknown: { key: string; record: Row }[] = [];
  records.forEach((record, key) => {
    const row = view.index.rowOf.get(key);
    if (row === undefined) unknown.push({ key, record });
    else known.push({ key, row, record });
  });
  if (known.length === 0) {
    const isStill = unknown.length === 0 || view.sheet.lastRow() === view.lastContent;
    return isStill ? { view, columns, known: [], unknown } : null;
  }
  known.sort((a, b) => a.row - b.row);
  const isEndInside = unknown.length > 0 && view.lastContent < view.rows;
  const end = isEndInside ? [{ row: view.lastContent + 1, column: 1, columns: view.sheet.columns() }] : [];
  const blocks = toBlocks(known.map(({ row }) => row));
  const places = columns.map(({ column }) => column);
  const { rows, more } = readCells(view.sheet, blocks, places, end);
  const parts = keys.map((name) => columns.findIndex((column) => column.name === name));
  const isStill = known.every(({ key }, n) => joinKey(parts.map((part) => rows[n]?.[part])) === key);
  if (!isStill || (more[0]?.length ?? 0) > 0) return null;
  return { view, columns, known: known.map((row, n) => ({ ...row, actual: rows[n] ?? [] })), unknown };
}
