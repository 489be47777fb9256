import type { GridRow } from './grid-row.js';

/** Pixels of a column without text, as in Google Sheets. */
export const EMPTY_WIDTH = 100;

const LETTER = 6.6;
const MARGIN = 14;
const WIDEST = 280;

/** Pixels that show the texts of a column, `undefined` when there are none. Long texts are cut. */
export function columnWidth(rows: readonly GridRow[], column: number): number | undefined {
  const longest = Math.max(0, ...rows.map((row) => row.shown.get(column)?.length ?? 0));
  if (longest === 0) return undefined;
  return Math.min(WIDEST, Math.max(EMPTY_WIDTH, Math.ceil(longest * LETTER) + MARGIN));
}
