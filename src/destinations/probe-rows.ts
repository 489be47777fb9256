import type { Row } from '../core/model';
import type { Cell } from '../platform/services';
import { joinKey, toBlocks } from './key-index';
import { refresh, type OpenTab } from './open-tab';
import { spanOf, type KnownRow } from './plan-write';
import { rearranged } from './rearranged';
import { keyColumns, type View } from './view';

/** Records sorted by whether the tab has them. */
export interface Probed {
  readonly view: View;
  readonly known: readonly KnownRow[];
  readonly unknown: readonly { readonly key: string; readonly record: Row }[];
}

/**
 * Looks at the rows of the tab that a write is about to touch, and makes sure that they still are where `view` saw them:
 * otherwise the tab is read again. One spreadsheet call when nobody touched it. Throws `StaleError` when the tab never
 * holds still.
 */
export function probeRows(tab: OpenTab, view: View, records: ReadonlyMap<string, Row>): Probed {
  let current = view;
  for (let tries = 0; tries < 3; tries += 1) {
    const probed = probeOnce(tab, current, records);
    if (probed) return probed;
    current = refresh(tab, view.sheet);
  }
  throw rearranged('the tab changed between three reads');
}

function probeOnce(tab: OpenTab, view: View, records: ReadonlyMap<string, Row>): Probed | null {
  const known: { key: string; row: number; record: Row }[] = [];
  const unknown: { key: string; record: Row }[] = [];
  records.forEach((record, key) => {
    const row = view.index.rowOf.get(key);
    if (row === undefined) unknown.push({ key, record });
    else known.push({ key, row, record });
  });
  if (known.length === 0) {
    const isStill = unknown.length === 0 || view.sheet.lastRow() === view.lastContent;
    return isStill ? { view, known: [], unknown } : null;
  }
  known.sort((a, b) => a.row - b.row);
  const actual = readRows(view, known, unknown.length > 0);
  const { first } = spanOf(view.layout.own);
  const keys = keyColumns(view.layout, tab.target);
  const isStill = known.every(
    ({ key }, n) => joinKey(keys.map((column) => actual.rows[n]?.[column - first] ?? '')) === key,
  );
  if (!isStill || actual.below) return null;
  return { view, known: known.map((row, n) => ({ ...row, actual: actual.rows[n] ?? [] })), unknown };
}

/** Our columns of the given rows; `below`: there is content now under what the view saw as the end. */
function readRows(
  view: View,
  known: readonly { readonly row: number }[],
  withEnd: boolean,
): { readonly rows: readonly (readonly Cell[])[]; readonly below: boolean } {
  const { first, width } = spanOf(view.layout.own);
  const blocks = toBlocks(known.map(({ row }) => row));
  const areas = blocks.map(([row, rows]) => ({ row, column: first, rows, columns: width }));
  const [only] = areas;
  if (areas.length === 1 && only && !withEnd) return { rows: view.sheet.read(only), below: false };
  const isEndInside = withEnd && view.lastContent < view.rows;
  const end = isEndInside ? [{ row: view.lastContent + 1, column: 1, columns: view.sheet.columns() }] : [];
  const read = view.sheet.readAll([...areas, ...end]);
  const rows = blocks.flatMap(([, count], n) => Array.from({ length: count }, (_, place) => read[n]?.[place] ?? []));
  return { rows, below: isEndInside && (read[blocks.length]?.length ?? 0) > 0 };
}
