import type { Faithful } from '../faithful';
import type { Area } from './area';
import { enterValues, readSerials } from './cells';
import { ENUMS } from './enums';
import { createRange, type RangeScope } from './range';
import { access, fill } from './range-values';
import type { Tab } from './workbook';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Names = 'getNextDataCell' | 'getDataRegion' | 'check' | 'uncheck' | 'isChecked';

/** Cells that are found by what stands around a range, and the ticks of its checkboxes. */
export function rangeReach(scope: RangeScope): Faithful<Range, Names> {
  const { session, workbook, tabId, area } = scope;
  const { read, write } = access(scope);
  const tick = (isTicked: boolean): object =>
    write((tab) => {
      enterValues(workbook, tab, area, fill(scope, isTicked), session.host.now());
    });
  return {
    getNextDataCell: (direction: GoogleAppsScript.Spreadsheet.Direction) =>
      read((tab) => createRange(session, workbook, tabId, nextDataCell(scope, tab, String(direction)))),
    getDataRegion: () => read((tab) => createRange(session, workbook, tabId, dataRegion(scope, tab))),
    check: () => tick(true),
    uncheck: () => tick(false),
    isChecked: () =>
      read((tab) => {
        if (tab.grid.styleAt(area.row, area.column)?.validation !== 'checkbox') return null;
        const ticks = new Set(readSerials(workbook, tab, area).flat());
        return ticks.size > 1 ? null : ticks.has(true);
      }),
  };
}

const STEPS: Readonly<Record<keyof typeof ENUMS.Direction, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** As Ctrl and an arrow go: to the end of a run of filled cells, else to the next filled cell, else to the edge. */
function nextDataCell({ area }: RangeScope, tab: Tab, direction: string): Area {
  const [down, right] = STEPS[direction as keyof typeof STEPS];
  const { maxRows, maxColumns } = tab.grid;
  const isInside = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < maxRows && column < maxColumns;
  let { row, column } = area;
  const isRun = isFilled(tab, row, column) && isFilled(tab, row + down, column + right);
  while (isInside(row + down, column + right)) {
    if (isRun && !isFilled(tab, row + down, column + right)) break;
    row += down;
    column += right;
    if (!isRun && isFilled(tab, row, column)) break;
  }
  return { row, column, rows: 1, columns: 1 };
}

/** Grows a range until no filled cell touches it (Range.getDataRegion). */
function dataRegion({ area }: RangeScope, tab: Tab): Area {
  let { row, column } = area;
  let bottom = row + area.rows - 1;
  let right = column + area.columns - 1;
  const hasFilled = (top: number, left: number, low: number, far: number): boolean => {
    for (let i = top; i <= low; i++) for (let j = left; j <= far; j++) if (isFilled(tab, i, j)) return true;
    return false;
  };
  for (let grown = true; grown;) {
    grown = false;
    if (row > 0 && hasFilled(row - 1, column - 1, row - 1, right + 1)) grown = row-- > 0;
    if (column > 0 && hasFilled(row - 1, column - 1, bottom + 1, column - 1)) grown = column-- > 0;
    if (hasFilled(bottom + 1, column - 1, bottom + 1, right + 1)) grown = ++bottom > 0;
    if (hasFilled(row - 1, right + 1, bottom + 1, right + 1)) grown = ++right > 0;
  }
  return { row, column, rows: bottom - row + 1, columns: right - column + 1 };
}

function isFilled({ grid }: Tab, row: number, column: number): boolean {
  return row >= 0 && column >= 0 && (grid.valueAt(row, column) !== '' || grid.formulaAt(row, column) !== undefined);
}
