import type { Axis, Span } from './area';
import type { Grid } from './grid';
import { deleteCells, emptyRow, insertCells, reorderCells, type Row } from './row';

/**
 * Opens `count` rows or columns before `at`, that look like the line `like` (Sheet.insertRowsAfter: new rows take the
 * format of the row before).
 */
export function insertLines(grid: Grid, axis: Axis, at: number, count: number, like: number): void {
  grid.revision++;
  if (axis === 'row') {
    grid.maxRows += count;
    const style = grid.rows[like]?.style;
    if (at >= grid.rows.length && !style?.length) return;
    while (grid.rows.length < at) grid.rows.push(undefined);
    const fresh: (Row | undefined)[] = Array.from({ length: count }, () =>
      style?.length ? emptyRow(style) : undefined,
    );
    spliceIn(grid.rows, at, fresh);
    return;
  }
  grid.maxColumns += count;
  for (const row of grid.rows) if (row) insertCells(row, at, count, like);
}

/** Takes rows or columns away. */
export function deleteLines(grid: Grid, axis: Axis, { start, end }: Span): void {
  grid.revision++;
  if (axis === 'row') {
    grid.maxRows -= end - start;
    grid.rows.splice(start, end - start);
    return;
  }
  grid.maxColumns -= end - start;
  for (const row of grid.rows) if (row) deleteCells(row, start, end - start);
}

/** Moves a run of rows or columns so that it stands before what was at `destination`. */
export function moveLines(grid: Grid, axis: Axis, span: Span, destination: number): void {
  grid.revision++;
  if (axis === 'row') {
    while (grid.rows.length < Math.max(span.end, destination)) grid.rows.push(undefined);
    const moved = grid.rows.splice(span.start, span.end - span.start);
    spliceIn(grid.rows, destination > span.start ? destination - moved.length : destination, moved);
    return;
  }
  const order = Array.from({ length: grid.maxColumns }, (_, i) => i);
  const moved = order.splice(span.start, span.end - span.start);
  order.splice(destination > span.start ? destination - moved.length : destination, 0, ...moved);
  for (const row of grid.rows) if (row) reorderCells(row, order);
}

function spliceIn(rows: (Row | undefined)[], at: number, fresh: readonly (Row | undefined)[]): void {
  // Spreading tens of thousands of rows into one call overflows the stack.
  const tail = rows.splice(at);
  for (const row of fresh) rows.push(row);
  for (const row of tail) rows.push(row);
}
