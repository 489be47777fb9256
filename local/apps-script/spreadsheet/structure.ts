import { spanOf, withSpan, type Area, type Axis, type Span } from './area';
import { followChart } from './chart';
import { deletion, insertion, relocation, type Change } from './change';
import { followChange } from './formula';
import { checkCells, checkColumns } from './limits';
import { deleteLines, insertLines, moveLines } from './lines';
import { Refusal } from './refusal';
import type { Tab, Workbook } from './workbook';

/** Opens `count` rows or columns before `at`, looking like the line `like`; everything that hangs on cells follows. */
export function insert(workbook: Workbook, tab: Tab, axis: Axis, at: number, count: number, like: number): void {
  checkInsert(workbook, tab, axis, at, count);
  const change = insertion(tab.id, axis, at, count);
  followFormulas(workbook, change);
  insertLines(tab.grid, axis, at, count, like);
  followSpans(workbook, tab, change);
  followFrozen(tab, change);
}

/** Refuses what `insert` cannot do, in Google's words. */
export function checkInsert(workbook: Workbook, tab: Tab, axis: Axis, at: number, count: number): void {
  const { grid } = tab;
  if (count < 1) throw new Refusal('The value you entered is too small.');
  if (at < 0 || at > lineCount(tab, axis)) throw outOfBounds(axis);
  checkCells(workbook, count * (axis === 'row' ? grid.maxColumns : grid.maxRows));
  if (axis === 'column') checkColumns(grid.maxColumns + count);
}

/** Takes rows or columns away. */
export function remove(workbook: Workbook, tab: Tab, axis: Axis, gone: Span): void {
  checkRemove(tab, axis, gone);
  const change = deletion(tab.id, axis, gone);
  followFormulas(workbook, change);
  deleteLines(tab.grid, axis, gone);
  followSpans(workbook, tab, change);
  followFrozen(tab, change);
}

/** Refuses what `remove` cannot do: lines that are not there, or all that are not frozen. */
export function checkRemove(tab: Tab, axis: Axis, gone: Span): void {
  const count = lineCount(tab, axis);
  if (gone.start < 0 || gone.end > count || gone.end <= gone.start) throw outOfBounds(axis);
  const left = count - (gone.end - gone.start);
  const frozen = axis === 'row' ? tab.frozenRows : tab.frozenColumns;
  const stillFrozen = frozen - Math.max(0, Math.min(gone.end, frozen) - gone.start);
  const lines = `${axis}s`;
  if (left === 0) throw new Refusal(`You can't delete all the ${lines} on the sheet.`);
  if (left <= stillFrozen) throw new Refusal(`Sorry, it is not possible to delete all non-frozen ${lines}.`);
}

/** Moves rows or columns before what stands at `destination`. */
export function move(workbook: Workbook, tab: Tab, axis: Axis, span: Span, destination: number): void {
  checkMove(tab, axis, destination);
  if (destination >= span.start && destination <= span.end) return;
  const change = relocation(tab.id, axis, span, destination);
  followFormulas(workbook, change);
  moveLines(tab.grid, axis, span, destination);
  followSpans(workbook, tab, change);
}

/** Refuses a destination that the tab does not have. */
export function checkMove(tab: Tab, axis: Axis, destination: number): void {
  if (destination < 0 || destination > lineCount(tab, axis)) throw outOfBounds(axis);
}

/** How many rows or columns a tab has. */
export function lineCount(tab: Tab, axis: Axis): number {
  return axis === 'row' ? tab.grid.maxRows : tab.grid.maxColumns;
}

function outOfBounds(axis: Axis): Refusal {
  return new Refusal(`Those ${axis}s are out of bounds.`);
}

/** Rewrites references while cells still stand at their old places. */
function followFormulas(workbook: Workbook, change: Change): void {
  for (const tab of workbook.tabs) {
    tab.grid.rows.forEach((row, index) => {
      if (!row?.formulas) return;
      for (const [column, formula] of row.formulas) {
        const from = { row: index, column };
        const to = tab.id === change.sheetId ? placeAfter(from, change) : from;
        if (to) row.formulas.set(column, followChange(formula, change, tab.id, from, to));
      }
    });
  }
}

function placeAfter(place: { row: number; column: number }, change: Change): { row: number; column: number } | null {
  const line = place[change.axis];
  const moved = change.map({ start: line, end: line + 1 });
  return moved && { ...place, [change.axis]: moved.start };
}

function followSpans(workbook: Workbook, tab: Tab, change: Change): void {
  const { axis } = change;
  const follow = (area: Area): Area | null => {
    const span = change.map(spanOf(area, axis));
    return span && withSpan(area, axis, span);
  };
  followTab(tab, change, follow);
  for (const each of workbook.tabs) {
    each.charts = each.charts.map((chart) => followChart(chart, each.id, change, follow));
  }
  workbook.namedRanges = keep(workbook.namedRanges, (named) => {
    const area = named.sheetId === tab.id ? follow(named.area) : named.area;
    return area && { ...named, area };
  });
  workbook.metadata = keep(workbook.metadata, (each) => {
    if (each.sheetId !== tab.id || each.lines?.axis !== axis) return each;
    const span = change.map(each.lines);
    return span && Object.assign(each, { lines: { ...span, axis } });
  });
}

function followTab(tab: Tab, change: Change, follow: (area: Area) => Area | null): void {
  const line = (index: number): number | null => change.map({ start: index, end: index + 1 })?.start ?? null;
  if (change.axis === 'column') {
    tab.columnWidths = new Map(keep([...tab.columnWidths], ([at, width]) => pairOf(line(at), width)));
    tab.hiddenColumns = new Set(keep([...tab.hiddenColumns], line));
  }
  if (tab.filter) {
    const area = follow(tab.filter.area);
    const hidden = [...tab.filter.hiddenValues];
    const hiddenValues = change.axis === 'row' ? hidden : keep(hidden, ([at, texts]) => pairOf(line(at), texts));
    tab.filter = area && { area, hiddenValues: new Map(hiddenValues) };
  }
  tab.protections = keep(tab.protections, (each) => {
    const area = each.area && follow(each.area);
    if (each.area && !area) return null;
    return Object.assign(each, { area, unprotected: keep(each.unprotected, follow) });
  });
}

function followFrozen(tab: Tab, { axis, map }: Change): void {
  const frozen = axis === 'row' ? tab.frozenRows : tab.frozenColumns;
  if (frozen === 0) return;
  const end = Math.min(map({ start: 0, end: frozen })?.end ?? 0, lineCount(tab, axis) - 1);
  if (axis === 'row') tab.frozenRows = end;
  else tab.frozenColumns = end;
}

function keep<T, U>(items: readonly T[], follow: (item: T) => U | null): U[] {
  const kept: U[] = [];
  for (const item of items) {
    const next = follow(item);
    if (next !== null) kept.push(next);
  }
  return kept;
}

function pairOf<T>(at: number | null, value: T): [number, T] | null {
  return at === null ? null : [at, value];
}
