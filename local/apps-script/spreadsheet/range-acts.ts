import { isEnumValue } from '../enumeration';
import type { Faithful } from '../faithful';
import type { Area } from './area';
import { copyArea, putCells, sortArea, takeCells, type SortKey } from './arrange';
import { enterValues, readFormulas, readSerials, writeFormula } from './cells';
import { createFilter } from './filter';
import { addMetadata, metadataAt, wholeLines } from './metadata';
import { addProtection } from './protection';
import type { RangeScope } from './range';
import { access, fill } from './range-values';
import { Refusal } from './refusal';
import { checkInside } from './sheet-area';
import { tabById, type Tab } from './workbook';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What a script does to a range as a whole. */
export function rangeActs(scope: RangeScope): ReturnType<typeof edits> & ReturnType<typeof attachments> {
  return { ...edits(scope), ...attachments(scope) };
}

type EditNames = 'clear' | 'sort' | 'copyTo' | 'moveTo' | 'insertCheckboxes' | 'removeCheckboxes' | 'removeDuplicates';

function edits(scope: RangeScope): Faithful<Range, EditNames> {
  const { session, workbook, area } = scope;
  const { write } = access(scope);
  return {
    clear: (options: ClearOptions = {}) =>
      write((tab) => {
        clearArea(tab, scope, options);
      }),
    sort(specification: unknown) {
      const keys = toSortKeys(specification, area);
      return write((tab) => {
        sortArea(workbook, tab, area, keys);
      });
    },
    copyTo(destination: object, options?: unknown) {
      copyTo(scope, destination, Object(options ?? {}) as object);
    },
    moveTo(destination: object) {
      moveTo(scope, destination);
    },
    insertCheckboxes: () =>
      write((tab) => {
        tab.grid.restyle(area, 'validation', () => 'checkbox');
        const ticks = readSerials(workbook, tab, area).map((cells) =>
          cells.map((value) => (value === '' ? false : value)),
        );
        enterValues(workbook, tab, area, ticks, session.host.now());
      }),
    removeCheckboxes: () =>
      write((tab) => {
        tab.grid.restyle(area, 'validation', () => null);
      }),
    removeDuplicates: (columns?: number[]) =>
      write((tab) => {
        removeDuplicates(scope, tab, columns);
      }),
  };
}

type AttachmentNames = 'createFilter' | 'getFilter' | 'protect' | 'addDeveloperMetadata' | 'getDeveloperMetadata';

function attachments(scope: RangeScope): Faithful<Range, AttachmentNames> {
  const { session, workbook, tabId, area } = scope;
  return {
    createFilter: () =>
      session.read(() => {
        const tab = tabById(workbook, tabId);
        if (tab.filter) throw new Refusal("You can't create a filter in a sheet that already has a filter.");
        tab.filter = { area, hiddenValues: new Map() };
        return createFilter(session, workbook, tabId);
      }),
    getFilter: () =>
      session.read(() => (tabById(workbook, tabId).filter ? createFilter(session, workbook, tabId) : null)),
    protect: () => addProtection(session, workbook, tabId, area),
    addDeveloperMetadata(key: string, ...rest: unknown[]) {
      const lines = wholeLines(session.tab(workbook, tabId), area);
      addMetadata(session, workbook, { sheetId: tabId, lines }, key, rest);
      return scope.self();
    },
    getDeveloperMetadata: () => session.read(() => metadataAt(session, workbook, tabId, area)),
  };
}

interface ClearOptions {
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
  readonly commentsOnly?: boolean | undefined;
}

function clearArea(tab: Tab, scope: RangeScope, { contentsOnly, formatOnly, commentsOnly }: ClearOptions): void {
  const { area } = scope;
  const isAll = !contentsOnly && !formatOnly && !commentsOnly;
  if (isAll || contentsOnly) tab.grid.clearContent(area);
  if (isAll || formatOnly) tab.grid.clearStyle(area);
  if (!commentsOnly) return;
  fill(scope, '').forEach((cells, i) => {
    cells.forEach((note, j) => {
      tab.grid.writeNote(area.row + i, area.column + j, note);
    });
  });
}

/** `3`, `{column: 3, ascending: false}` or a list of either; columns from 1, of the tab. */
function toSortKeys(specification: unknown, area: Area): SortKey[] {
  return (Array.isArray(specification) ? specification : [specification]).map((each: unknown) => {
    const { column, ascending } = (typeof each === 'number' ? { column: each } : Object(each)) as SortSpecification;
    if (column === undefined) throw new Refusal('The sort specification has no column.');
    if (column <= area.column || column > area.column + area.columns) {
      throw new Refusal('Sort column is outside of the range.');
    }
    return { column: column - 1, ascending: ascending !== false };
  });
}

interface SortSpecification {
  readonly column?: number;
  readonly ascending?: boolean;
}

function copyTo(scope: RangeScope, destination: object, options: object): void {
  const { session, area } = scope;
  const to = session.targetOf(destination, 'range');
  const kind = isEnumValue(options) ? options.name() : kindOf(options);
  session.write(() => {
    const from = tabById(scope.workbook, scope.tabId);
    const target = tabById(to.workbook, to.tabId);
    checkInside(from, area);
    for (const copy of repeats(area, to.area)) {
      checkInside(target, copy);
      if (kind === 'PASTE_NORMAL') copyArea(from, area, target, copy.row, copy.column);
      else copyPart(scope, from, target, copy, kind);
    }
  });
}

/** Where copies land: as often as the whole source fits into the destination, once at least (seen on Google's servers). */
function repeats(source: Area, target: Area): Area[] {
  const down = Math.max(1, Math.floor(target.rows / source.rows));
  const across = Math.max(1, Math.floor(target.columns / source.columns));
  return Array.from({ length: down * across }, (_, i) => ({
    row: target.row + Math.floor(i / across) * source.rows,
    column: target.column + (i % across) * source.columns,
    rows: source.rows,
    columns: source.columns,
  }));
}

function kindOf(options: object): string {
  const { contentsOnly, formatOnly } = options as { contentsOnly?: boolean; formatOnly?: boolean };
  return contentsOnly ? 'PASTE_VALUES' : formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
}

function copyPart({ workbook, area }: RangeScope, from: Tab, target: Tab, to: Area, kind: string): void {
  const values = readSerials(workbook, from, area);
  for (let i = 0; i < area.rows; i++) {
    const row = to.row + i;
    const cells = takeCells(from, area.row + i, area);
    const old = takeCells(target, row, { ...area, row, column: to.column });
    const mixed = cells.map((cell, j) => {
      const kept = old[j] ?? cell;
      if (kind === 'PASTE_FORMAT') return { ...kept, style: cell.style };
      if (kind === 'PASTE_FORMULA') return { ...kept, value: cell.value, formula: cell.formula };
      return { ...kept, value: values[i]?.[j] ?? '', formula: undefined };
    });
    putCells(target, row, to.column, mixed);
  }
}

/** Cuts and pastes: a moved formula still means the cells it meant. */
function moveTo({ session, workbook, tabId, area }: RangeScope, destination: object): void {
  const to = session.targetOf(destination, 'range');
  session.write(() => {
    const from = tabById(workbook, tabId);
    const target = tabById(to.workbook, to.tabId);
    const { row, column } = to.area;
    checkInside(from, area);
    checkInside(target, { ...area, row, column });
    const sources = readFormulas(workbook, from, area);
    const rows = sources.map((_, i) => takeCells(from, area.row + i, area));
    const blank = { value: '', formula: undefined, note: '', style: undefined };
    rows.forEach((cells, i) => {
      putCells(
        from,
        area.row + i,
        area.column,
        cells.map(() => blank),
      );
    });
    rows.forEach((cells, i) => {
      putCells(target, row + i, column, cells);
    });
    sources.forEach((cells, i) => {
      cells.forEach((source, j) => {
        if (source !== '') writeFormula(to.workbook, target, row + i, column + j, source);
      });
    });
  });
}

/** Keeps the first of equal rows and moves the rest of the range up (Range.removeDuplicates). */
function removeDuplicates({ workbook, area }: RangeScope, tab: Tab, columns: number[] | undefined): void {
  const seen = new Set<string>();
  const values = readSerials(workbook, tab, area);
  const kept = values.flatMap((cells, i) => {
    const compared = columns ? columns.map((column) => cells[column - 1 - area.column]) : cells;
    const key = JSON.stringify(compared).toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    return [takeCells(tab, area.row + i, area)];
  });
  tab.grid.clearContent(area);
  kept.forEach((cells, i) => {
    putCells(tab, area.row + i, area.column, cells);
  });
}
