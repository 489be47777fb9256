import { entryOf, toGridRows } from '../../../../local/workbench/page/grid-row';

const CELLS = {
  rows: [
    ['Nom', 'Total'],
    ['Élise', '42'],
  ],
  numbers: [[], [2]],
  entries: [{ row: 12, column: 2, text: '=41+1' }],
  notes: [{ row: 11, column: 1, text: 'Prénom et nom' }],
  looks: [{ row: 11, column: 1, look: { isBold: true as const } }],
  sparklines: [{ row: 12, column: 3, values: [1, 2] }],
};

describe('rows of the grid', () => {
  test('are numbered from the first row that was asked for', () => {
    expect(toGridRows(CELLS, 11, 2).map(({ row }) => row)).toEqual([11, 12]);
  });

  test('are empty where the answer ends before what was asked for', () => {
    const rows = toGridRows(CELLS, 11, 3);
    expect(rows).toHaveLength(3);
    expect(rows[2]?.shown.size).toBe(0);
  });

  test('show the result of a formula, and hold the formula', () => {
    const [, row] = toGridRows(CELLS, 11, 2);
    expect(row?.shown.get(2)).toBe('42');
    expect(row && entryOf(row, 2)).toBe('=41+1');
  });

  test('hold what they show where nothing else was typed, and nothing beyond', () => {
    const [row] = toGridRows(CELLS, 11, 2);
    expect(row && [entryOf(row, 1), entryOf(row, 3)]).toEqual(['Nom', '']);
  });

  test('know which cells hold numbers', () => {
    expect(toGridRows(CELLS, 11, 2).map(({ numbers }) => [...numbers])).toEqual([[], [2]]);
  });

  test('carry their own notes only', () => {
    const rows = toGridRows(CELLS, 11, 2);
    expect(rows.map(({ notes }) => [...notes])).toEqual([[[1, 'Prénom et nom']], []]);
  });

  test('know which cells look in their own way', () => {
    expect(toGridRows(CELLS, 11, 2).map(({ looks }) => [...looks])).toEqual([[[1, { isBold: true }]], []]);
  });

  test('know which cells draw a line', () => {
    expect(toGridRows(CELLS, 11, 2).map(({ sparklines }) => [...sparklines])).toEqual([[], [[3, [1, 2]]]]);
  });
});
