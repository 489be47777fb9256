import type { Row } from '../core/model';
import type { Sheet } from '../platform/services';
import { checkCapacity } from './capacity';
import type { Pass, WriteOptions } from './destination';
import { emptyRows } from './empty-rows';
import { findLayout, undiscovered, type PlannedColumn } from './layout';
import { declareColumns, declaredTarget, refresh, saveTag, TAG, type OpenTab } from './open-tab';
import { spanOf } from './plan-write';
import { removeRows } from './remove-rows';
import { defaultFormat } from './to-cells';
import type { View } from './view';
import { clearWriting } from './writing';

/**
 * The tab with every column that `rows` need, and without what a killed run left torn. Throws `DataError`, before
 * anything is written, when the spreadsheet cannot hold the rows that the whole pass will bring.
 */
export function prepareTab(tab: OpenTab, rows: readonly Row[], pass: Pass, options: WriteOptions): View {
  declareColumns(tab, options.columns ?? []);
  const cells = tab.view?.cells ?? [];
  const layout = tab.view?.layout ?? findLayout(declaredTarget(tab), tab.headers, cells, tab.context.locale);
  const found = undiscovered(layout, rows, declaredTarget(tab), tab.headers, cells);
  const planned = [...layout.missing, ...found];
  checkRoom(tab, planned.length, rows.length, pass);
  const sheet = tab.sheet ?? createSheet(tab, planned.length);
  if (planned.length > 0) addColumns(tab, sheet, planned);
  forgetDormant(tab);
  saveTag(tab, sheet);
  return repairTab(tab, tab.view ?? refresh(tab, sheet));
}

/** Mends what a killed run left torn: rows that may hold another record's values, and second rows of a record. */
export function repairTab(tab: OpenTab, view: View): View {
  if (tab.suspects.length === 0 && view.index.doubles.length === 0) return view;
  emptyRows(tab, view, tab.suspects);
  clearWriting(tab.context.store, tab.target.id);
  tab.suspects = [];
  removeRows(tab, view, view.index.doubles);
  return refresh(tab, view.sheet);
}

/** Looks at the sizes of all tabs where the table grows wider, or where a pass begins that may make it longer. */
function checkRoom(tab: OpenTab, added: number, rows: number, pass: Pass): void {
  const { total = 0, page } = pass;
  const there = tab.view?.rows ?? 1;
  if (added === 0 && (page > 0 || total < there)) return;
  checkCapacity(tab.context.workbook.sizes(), {
    id: tab.sheet?.id ?? null,
    title: nameOf(tab),
    rows: Math.max(total + 1, rows + 1, there),
    columns: (tab.sheet?.columns() ?? 0) + added,
    slimming: tab.target.slimming,
  });
}

/** The name that the user gave the tab, or the one it will get. */
function nameOf(tab: OpenTab): string {
  return tab.sheet?.name() ?? tab.target.title[tab.context.locale];
}

/** The longest name that Google gives a tab. */
const LONGEST_NAME = 100;

/** A tab of its own: one that a killed run made and left empty, or a new one under a name that is free. */
function createSheet(tab: OpenTab, columns: number): Sheet {
  const { workbook } = tab.context;
  const owner = tab.target.owner.slice(0, LONGEST_NAME / 2);
  for (let n = 0; ; n += 1) {
    const ending = ['', ` (${owner})`][n] ?? ` (${owner} ${String(n)})`;
    const name = nameOf(tab).slice(0, LONGEST_NAME - ending.length) + ending;
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
  sheet.formatColumns(
    last + 1,
    planned.map(({ kind }) => defaultFormat(kind)),
  );
  refresh(tab, sheet);
}

/** A dormant column of a page that the user deleted is no longer ours: else every run would find the tab incomplete. */
function forgetDormant(tab: OpenTab): void {
  const there = new Set(tab.view?.layout.own.map(({ name }) => name));
  const dormant = tab.columns
    .slice(tab.target.columns.length)
    .filter(({ name, dormant }) => dormant && !there.has(name));
  const gone = new Set(dormant.map(({ name }) => name));
  tab.headers = Object.fromEntries(Object.entries(tab.headers).filter(([name]) => !gone.has(name)));
}
