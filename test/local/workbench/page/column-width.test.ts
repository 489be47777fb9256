import { columnWidth, EMPTY_WIDTH } from '../../../../local/workbench/page/column-width';
import type { GridRow } from '../../../../local/workbench/page/grid-row';

function rowsOf(...texts: string[]): GridRow[] {
  return texts.map((text, i) => ({
    row: i + 1,
    shown: new Map([[2, text]]),
    numbers: new Set<number>(),
    entries: new Map(),
    notes: new Map(),
    looks: new Map(),
    sparklines: new Map(),
  }));
}

describe('the width of a column', () => {
  test('is open while the column has no text', () => {
    expect(columnWidth(rowsOf('', ''), 2)).toBeUndefined();
    expect(columnWidth(rowsOf('Élise'), 1)).toBeUndefined();
    expect(columnWidth([], 2)).toBeUndefined();
  });

  test('is that of an empty column for short texts', () => {
    expect(columnWidth(rowsOf('oui', 'non'), 2)).toBe(EMPTY_WIDTH);
  });

  test('follows the longest text', () => {
    const short = columnWidth(rowsOf('elise.durand@exemple.fr'), 2) ?? 0;
    expect(short).toBeGreaterThan(EMPTY_WIDTH);
    expect(columnWidth(rowsOf('oui', 'elise.durand-lemoine@exemple.fr'), 2)).toBeGreaterThan(short);
  });

  test('leaves room for other columns beside a very long text', () => {
    expect(columnWidth(rowsOf('x'.repeat(500)), 2)).toBe(columnWidth(rowsOf('x'.repeat(50_000)), 2));
  });
});
