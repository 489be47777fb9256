import { checkCapacity } from './capacity';
import { blankPatch, emptyRows } from './empty-rows';
import { addKeys, isSameIndex, splitKey } from './key-index';
import { isLayoutIn } from './layout';
import { refresh, type OpenTab } from './open-tab';
import { spanOf, type WritePlan } from './plan-write';
import { rearranged } from './rearranged';
import { planRepair, type Repair } from './repair';
import { keyColumns, readKeys, type View } from './view';
import { clearWriting, noteWriting } from './writing';

/** How many empty rows a tab gains at a time while a long pass fills it: each gain is two slow calls. */
const GROWTH = 10_000;
/** How many times the added rows it gains when nobody knows how many will follow. */
const FORESIGHT = 4;

/** The rows that a write may prepare for. */
export interface Prospect {
  /** Rows that the whole pass will bring; 0 when unknown. */
  readonly total: number;
  /** No further page of it will come. */
  readonly last: boolean;
}

/**
 * Carries out a plan, then reads the keys again. Throws `StaleError` when someone rearranged the tab between the look and
 * the write, after emptying what landed in another record's row.
 */
export function applyWrite(tab: OpenTab, view: View, plan: WritePlan, prospect: Prospect): void {
  if (plan.patches.length === 0 && plan.appends.length === 0) return;
  const row = makeRoom(tab, view, plan.appends.length, prospect);
  noteWriting(tab.context.store, tab.target.id, view.index, plan, row);
  if (plan.patches.length > 0) view.sheet.patch(plan.patches);
  plan.formats.forEach((cells, format) => {
    view.sheet.format(format, cells);
  });
  if (plan.appends.length > 0) addRows(view, plan, row);
  confirm(tab, view, plan, row);
}

/** Most rows need no number format that the empty ones there do not have: their values alone are half the work. */
function addRows(view: View, plan: WritePlan, row: number): void {
  const { sheet } = view;
  const { first } = spanOf(view.layout.own);
  if (isFormatted(view, plan, row, first))
    sheet.patch(plan.appends.map((cells, n) => ({ row: row + n, column: first, cells })));
  else sheet.write(row, first, plan.appends, plan.appendFormats);
}

/** Whether rows from `row` on have the formats that the additions need. Rows that were inserted together are alike. */
function isFormatted(view: View, plan: WritePlan, row: number, first: number): boolean {
  const { appends, appendFormats, usualFormats } = plan;
  if (appendFormats.some((formats) => formats !== usualFormats)) return false;
  if (row + appends.length - 1 <= view.formattedTo) return true;
  const there = view.sheet.formats(row, first, usualFormats.length);
  const isUsual = usualFormats.every((format, n) => format === there[n]);
  if (isUsual) view.formattedTo = view.rows;
  return isUsual;
}

/** The row from which `count` rows can be added without touching anything of the user's. */
function makeRoom(tab: OpenTab, view: View, count: number, prospect: Prospect): number {
  const { index, sheet } = view;
  if (count === 0) return index.lastRow + 1;
  const last = Math.max(index.lastRow, 1);
  const hasContentBelow = view.lastContent > last;
  const lacking = hasContentBelow ? count : last + count - view.rows;
  if (lacking <= 0) return last + 1;
  const most = checkCapacity(tab.context.workbook.sizes(), {
    id: sheet.id,
    title: sheet.name(),
    rows: Math.max(view.rows + lacking, hasContentBelow ? 0 : prospect.total + 1),
    columns: sheet.columns(),
    slimming: tab.target.slimming,
  });
  const hoped = Math.min(hopedRows(view, count, prospect), most - view.rows);
  const growth = hasContentBelow ? count : Math.max(lacking, hoped);
  sheet.insertRows(hasContentBelow ? last : view.rows, growth);
  view.rows += growth;
  if (hasContentBelow) view.lastContent += count;
  return last + 1;
}

function hopedRows(view: View, count: number, { total, last }: Prospect): number {
  const expected = total + 1 - view.rows;
  if (expected > 0) return Math.min(GROWTH, expected);
  return last ? 0 : FORESIGHT * count;
}

/** Reads the keys again: they must be where the plan put them. */
function confirm(tab: OpenTab, view: View, plan: WritePlan, row: number): void {
  const before = view.index.keys.length;
  addKeys(view.index, row, plan.appendKeys);
  const now = readKeys(view.sheet, view.layout, tab.target);
  const isInPlace = isLayoutIn(view.layout, now.cells);
  if (isInPlace && isSameIndex(view.index, now.keys)) {
    view.lastContent = Math.max(view.lastContent, view.index.lastRow);
    clearWriting(tab.context.store, tab.target.id);
    return;
  }
  const repair = isInPlace ? planRepair(view.index.keys.slice(0, before), plan, row, now.keys) : null;
  if (repair) carryOut(tab, view, repair);
  else undo(view, plan, row);
  clearWriting(tab.context.store, tab.target.id);
  if (!repair || !isWhole(repair, plan, now.keys)) throw rearranged('the tab was rearranged while it was written');
  refresh(tab, view.sheet);
}

/** Rows moved, but each kept its own values and none is lost. */
function isWhole(repair: Repair, plan: WritePlan, now: readonly string[]): boolean {
  const there = new Set(now);
  return repair.emptied.length === 0 && repair.restored.length === 0 && plan.appendKeys.every((key) => there.has(key));
}

function carryOut(tab: OpenTab, view: View, repair: Repair): void {
  emptyRows(tab, view, repair.emptied);
  const keys = keyColumns(view.layout, tab.target);
  const restored = repair.restored.map(({ row, key }) => {
    const patch = blankPatch(
      row,
      view.layout.own.map(({ column }) => column),
    );
    const parts = splitKey(key);
    return { ...patch, cells: patch.cells.map((cell, n) => parts[keys.indexOf(patch.column + n)] ?? cell) };
  });
  if (restored.length > 0) view.sheet.patch(restored);
}

/** The columns moved: what was written stands under other headers, and goes. */
function undo(view: View, plan: WritePlan, row: number): void {
  const { first } = spanOf(view.layout.own);
  const added = plan.appends.map((cells, n) => ({ row: row + n, column: first, cells }));
  const blank = [...plan.patches, ...added].map((patch) => ({
    ...patch,
    cells: patch.cells.map((cell) => (cell === null ? null : '')),
  }));
  view.sheet.patch(blank);
}
