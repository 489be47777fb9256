import { cellName, columnName } from '../../../../local/workbench/page/cell-name';

describe('the names of cells', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [18_278, 'ZZZ'],
  ])('column %d is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  test('a cell is named by its column, then its row', () => {
    expect(cellName(2, 3)).toBe('C2');
  });
});
