import type { Faithful } from '../faithful';
import { spanOf, type Axis } from './area';
import type { SheetScope } from './sheet';
import { checkInsert, checkMove, checkRemove, insert, lineCount, move, remove } from './structure';
import { Refusal } from './refusal';
import { tabById, type Tab } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How rows and columns come, go and move. Positions count from 1. */
export function sheetLines(scope: SheetScope): ReturnType<typeof rowLines> & ReturnType<typeof columnLines> {
  return { ...rowLines(scope), ...columnLines(scope) };
}

type RowNames =
  | 'insertRowsAfter'
  | 'insertRowAfter'
  | 'insertRowsBefore'
  | 'insertRowBefore'
  | 'insertRows'
  | 'deleteRow'
  | 'deleteRows'
  | 'moveRows';

function rowLines(scope: SheetScope): Faithful<Sheet, RowNames> {
  const { after, before, drop, shift } = reshaping(scope, 'row');
  return {
    insertRowsAfter: after,
    insertRowAfter: (position: number) => after(position, 1),
    insertRowsBefore: before,
    insertRowBefore: (position: number) => before(position, 1),
    insertRows: (position: number, count?: number) => void before(position, count ?? 1),
    deleteRow: (position: number) => drop(position, 1),
    deleteRows: (position: number, count: number) => void drop(position, count),
    moveRows: shift,
  };
}

type ColumnNames =
  | 'insertColumnsAfter'
  | 'insertColumnAfter'
  | 'insertColumnsBefore'
  | 'insertColumnBefore'
  | 'insertColumns'
  | 'deleteColumn'
  | 'deleteColumns'
  | 'moveColumns';

function columnLines(scope: SheetScope): Faithful<Sheet, ColumnNames> {
  const { after, before, drop, shift } = reshaping(scope, 'column');
  return {
    insertColumnsAfter: after,
    insertColumnAfter: (position: number) => after(position, 1),
    insertColumnsBefore: before,
    insertColumnBefore: (position: number) => before(position, 1),
    insertColumns: (position: number, count?: number) => void before(position, count ?? 1),
    deleteColumn: (position: number) => drop(position, 1),
    deleteColumns: (position: number, count: number) => void drop(position, count),
    moveColumns: shift,
  };
}

interface Reshaping {
  readonly after: (position: number, count: number) => object;
  readonly before: (position: number, count: number) => object;
  readonly drop: (position: number, count: number) => object;
  readonly shift: (lines: object, destination: number) => void;
}

function reshaping(scope: SheetScope, axis: Axis): Reshaping {
  const { session, workbook } = scope;
  const open = (position: number, at: number, count: number): object =>
    reshape(
      scope,
      (tab) => {
        checkPosition(tab, axis, position);
        checkInsert(workbook, tab, axis, at, count);
      },
      (tab) => {
        insert(workbook, tab, axis, at, count, position - 1);
      },
    );
  return {
    after: (position, count) => open(position, position, count),
    before: (position, count) => open(position, position - 1, count),
    drop(position, count) {
      const gone = { start: position - 1, end: position - 1 + count };
      const check = (tab: Tab): void => {
        checkRemove(tab, axis, gone);
      };
      return reshape(scope, check, (tab) => {
        remove(workbook, tab, axis, gone);
      });
    },
    shift(lines, destination) {
      const span = spanOf(session.targetOf(lines, 'range').area, axis);
      const check = (tab: Tab): void => {
        checkMove(tab, axis, destination - 1);
      };
      reshape(scope, check, (tab) => {
        move(workbook, tab, axis, span, destination - 1);
      });
    },
  };
}

/** A change is refused at once where Google does so, and carried out with the other writes that wait. */
function reshape(
  { session, workbook, tabId, self }: SheetScope,
  check: (tab: Tab) => void,
  act: (tab: Tab) => void,
): object {
  check(session.tab(workbook, tabId));
  session.reshape(() => {
    act(tabById(workbook, tabId));
  });
  return self();
}

function checkPosition(tab: Tab, axis: Axis, position: number): void {
  if (position < 1 || position > lineCount(tab, axis)) throw new Refusal(`Those ${axis}s are out of bounds.`);
}
