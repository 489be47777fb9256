/** A rectangle of cells: where it starts, from 0, and how many rows and columns it has. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type Axis = 'row' | 'column';

/** A run of whole rows or columns: `start` from 0, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The run of rows or of columns that an area covers. */
export function spanOf(area: Area, axis: Axis): Span {
  return axis === 'row'
    ? { start: area.row, end: area.row + area.rows }
    : { start: area.column, end: area.column + area.columns };
}

/** The same area with another run of rows or columns. */
export function withSpan(area: Area, axis: Axis, { start, end }: Span): Area {
  return axis === 'row' ? { ...area, row: start, rows: end - start } : { ...area, column: start, columns: end - start };
}
