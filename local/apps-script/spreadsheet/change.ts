import type { Axis, Span } from './area';

/** A change to the rows or columns of one tab, as what becomes of any run of them: null when all of it is deleted. */
export interface Change {
  readonly sheetId: number;
  readonly axis: Axis;
  readonly map: (span: Span) => Span | null;
}

/** `count` lines opened before `at`: what ends there does not grow. */
export function insertion(sheetId: number, axis: Axis, at: number, count: number): Change {
  return {
    sheetId,
    axis,
    map: ({ start, end }) => ({ start: start >= at ? start + count : start, end: end > at ? end + count : end }),
  };
}

/** Lines taken away: what lay in them shrinks or is lost. */
export function deletion(sheetId: number, axis: Axis, gone: Span): Change {
  const count = gone.end - gone.start;
  const move = (edge: number): number => (edge <= gone.start ? edge : edge >= gone.end ? edge - count : gone.start);
  return {
    sheetId,
    axis,
    map({ start, end }) {
      const moved = { start: move(start), end: move(end) };
      return moved.start < moved.end ? moved : null;
    },
  };
}

/** Lines moved before `destination`: what lay in them goes with them. */
export function relocation(sheetId: number, axis: Axis, moved: Span, destination: number): Change {
  const count = moved.end - moved.start;
  const to = destination > moved.start ? destination - count : destination;
  const place = (line: number): number => {
    if (line >= moved.start && line < moved.end) return line - moved.start + to;
    const rest = line >= moved.end ? line - count : line;
    return rest >= to ? rest + count : rest;
  };
  return {
    sheetId,
    axis,
    map({ start, end }) {
      const first = place(start);
      const last = place(end - 1);
      return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
    },
  };
}
