import type { Area, Cell, Sheet } from '../platform/services';
import { toBlocks } from './key-index';

/** Blocks of neighbouring rows or columns: [first, how many]. */
export type Blocks = readonly (readonly [number, number])[];

/** The user's columns between two of ours that are read along rather than asked around. */
const WIDEST_GAP = 10;

/**
 * The cells of some columns in blocks of rows, row by row, in the columns' order; `more`: the cells of further areas, whose
 * empty ends are left out. One spreadsheet call, or a few when the blocks are many.
 */
export function readCells(
  sheet: Sheet,
  blocks: Blocks,
  columns: readonly number[],
  more: readonly Area[] = [],
): { readonly rows: readonly (readonly Cell[])[]; readonly more: readonly (readonly (readonly Cell[])[])[] } {
  const spans = toSpans(columns);
  const areas = blocks.flatMap(([row, rows]) =>
    spans.map(([column, width]) => ({ row, column, rows, columns: width })),
  );
  const [only] = areas;
  const isOne = areas.length === 1 && more.length === 0;
  const read = isOne && only ? [sheet.read(only)] : sheet.readAll([...areas, ...more]);
  const places = columns.map((column) => placeIn(spans, column));
  const rows: Cell[][] = [];
  blocks.forEach(([, count], block) => {
    for (let line = 0; line < count; line += 1) {
      rows.push(places.map(([span, place]) => read[block * spans.length + span]?.[line]?.[place] ?? ''));
    }
  });
  return { rows, more: read.slice(areas.length) };
}

function toSpans(columns: readonly number[]): Blocks {
  const spans: [number, number][] = [];
  for (const [first, width] of toBlocks([...columns].sort((a, b) => a - b))) {
    const last = spans[spans.length - 1];
    if (last && first - last[0] - last[1] <= WIDEST_GAP) last[1] = first + width - last[0];
    else spans.push([first, width]);
  }
  return spans;
}

function placeIn(spans: Blocks, column: number): readonly [number, number] {
  const span = spans.findIndex(([first, width]) => column >= first && column < first + width);
  return [span, column - (spans[span]?.[0] ?? 0)];
}
