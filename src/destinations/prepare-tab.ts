import type { Row } from '../core/model';
import type { Sheet } from '../platform/services';
import { checkCapacity } from './capacity';
import { findLayout, undiscovered, type PlannedColumn } from './layout';
import { refresh, saveTag, TAG, type OpenTab } from './open-tab';
import { emptyRows } from './empty-rows';
import { removeRows } from './remove-rows';
import { spanOf } from './plan-write';
import type { View } from './view';
import { clearWriting } from './writing';

/**
 * The tab with every column that `rows` need, and without what a killed run left torn. `total`: rows that the whole pass
 * will bring. Throws `DataError`, before anything is written, when the spreadsheet cannot hold them.
 */
export function prepareTab(tab: OpenTab, rows: readonly Row[], total: number): View {
  const layout = tab.view?.layout ?? findLayout(tab.target, tab.headers, [], tab.context.locale);
  const cells = tab.view?.cells ?? [];
  const found = undiscovered(layout, rows, tab.headers, cells, tab.target.owner);
  const planned = [...layout.missing, ...found];
  if (planned.length > 0) {
    checkCapacity(tab.context.workbook.sizes(), tab.sheet?.id ?? null, nameOf(tab), {
      rows: Math.max(total, rows.length, (tab.view?.rows ?? 1) - 1) + 1,
      columns: (tab.sheet?.columns() ?? 0) + planned.length,
    });
  }
  const sheet = tab.sheet ?? createSheet(tab, planned.length);
  if (planned.length > 0) addColumns(tab, sheet, planned);
  return repairTab(tab, tab.view ?? refresh(tab, sheet));
}

/** The name that the user gave the tab, or the one it will get. */
function nameOf(tab: OpenTab): string {
  return tab.sheet?.name() ?? tab.target.title[tab.context.locale];
}

/** A tab of its own: one that a killed run made and left empty, or a new one under a name that is free. */
function createSheet(tab: OpenTab, columns: number): Sheet {
  const { workbook } = tab.context;
  const { owner } = tab.target;
  const title = nameOf(tab);
  for (let n = 0; ; n += 1) {
    const name = [title, `${title} (${owner})`][n] ?? `${title} (${owner} ${String(n)})`;
    const there = workbook.named(name);
    if (there && (there.lastRow() > 0 || isTaken(tab, there.id))) continue;
    tab.sheet = there ?? workbook.insert(name, columns);
    return tab.sheet;
  }
}

function isTaken(tab: OpenTab, id: number): boolean {
  return tab.context.workbook.tagged(TAG).some(({ sheet }) => sheet.id === id);
}

/** The metadata first: after a kill between the two, the next run knows these columns as missing. */
function addColumns(tab: OpenTab, sheet: Sheet, planned: readonly PlannedColumn[]): void {
  tab.headers = { ...tab.headers, ...Object.fromEntries(planned.map(({ name, header }) => [name, header])) };
  saveTag(tab, sheet);
  const own = tab.view?.layout.own ?? [];
  const last = own.length === 0 ? 0 : spanOf(own).first + spanOf(own).width - 1;
  const isNew = last === 0 && sheet.lastRow() === 0 && sheet.columns() >= planned.length;
  if (!isNew) sheet.insertColumns(last, planned.length);
  sheet.writeHeader(
    last + 1,
    planned.map(({ header, note }) => ({ text: header, note })),
  );
  refresh(tab, sheet);
}

function repairTab(tab: OpenTab, view: View): View {
  if (tab.suspects.length === 0 && view.index.doubles.length === 0) return view;
  emptyRows(tab, view, tab.suspects);
  clearWriting(tab.context.store, tab.target.id);
  tab.suspects = [];
  removeRows(tab, view, view.index.doubles);
  return refresh(tab, view.sheet);
}
