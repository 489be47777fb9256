import type { Order } from '../protocol';
import type { Session } from './session.js';

/** What of a tab the user has selected: rows and columns from 1. */
type Selection = Omit<Extract<Order, { readonly do: 'select' }>, 'do'>;

/** A cell that the user is on. */
export interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

/**
 * Tells the script what the user has selected, after each click and key in `grid`; with Shift all from the cell before to
 * this one, which is `here()`. `redraw` is called when another selection is to be seen. Returns whether a cell is one of
 * several that are selected.
 */
export function followSelection(
  session: Session,
  grid: HTMLElement,
  here: () => Place | null,
  redraw: () => void,
): (row: number, column: number) => boolean {
  let anchor: Place | undefined;
  let selection: Selection | undefined;
  const follow = (extend: boolean): void => {
    const place = here();
    if (!place) return;
    if (!extend || anchor?.tab !== place.tab) anchor = place;
    const next = between(anchor, place);
    if (JSON.stringify(next) === JSON.stringify(selection)) return;
    selection = next;
    redraw();
    void session.act({ do: 'select', ...next });
  };
  grid.addEventListener('mouseup', ({ shiftKey }) => {
    follow(shiftKey);
  });
  grid.addEventListener('keyup', ({ key, shiftKey }) => {
    if (MOVES.test(key)) follow(shiftKey);
  });
  return (row, column) => selection !== undefined && isWithin(selection, row, column);
}

const MOVES = /^(Arrow|Page|Home|End|Enter)/;

function between(start: Place, end: Place): Selection {
  return {
    tab: start.tab,
    row: Math.min(start.row, end.row),
    column: Math.min(start.column, end.column),
    rows: Math.abs(start.row - end.row) + 1,
    columns: Math.abs(start.column - end.column) + 1,
  };
}

function isWithin({ row, column, rows, columns }: Selection, y: number, x: number): boolean {
  return rows * columns > 1 && y >= row && y < row + rows && x >= column && x < column + columns;
}
