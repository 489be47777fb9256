import { createWorkbook, type Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import { toSerial } from '../../../local/apps-script/spreadsheet/zone';
import { toCsv } from '../../../local/cli/to-csv';

/** The CSV of a tab with one row of these values and number formats below the header `a`, `b`, ... */
function csvOf(...cells: readonly (readonly [value: string | number | boolean, format?: string])[]): string {
  const workbook: Workbook = createWorkbook('id', 'Classeur', 'fr_FR', 'Europe/Paris');
  const [tab] = workbook.tabs;
  if (!tab) throw new Error('no tab');
  tab.grid.writeValues(
    0,
    0,
    cells.map((_, column) => String.fromCharCode(97 + column)),
  );
  tab.grid.writeValues(
    1,
    0,
    cells.map(([value]) => value),
  );
  const area = { row: 1, column: 0, rows: 1, columns: cells.length };
  tab.grid.restyle(area, 'numberFormat', (_, column) => cells[column]?.[1] ?? null);
  return [...toCsv(workbook, tab)].join('');
}

test('ends every line in CRLF, the header first', () => {
  expect(csvOf(['x'], ['y'])).toBe('a,b\r\nx,y\r\n');
});

test('quotes commas, quotes and line breaks, and nothing else', () => {
  expect(csvOf(['a,b'], ['say "x"'], ['1\n2'], ['1\r2'], ['a;b'])).toBe(
    'a,b,c,d,e\r\n"a,b","say ""x""","1\n2","1\r2",a;b\r\n',
  );
});

test('writes booleans as TRUE and FALSE', () => {
  expect(csvOf([true], [false])).toBe('a,b\r\nTRUE,FALSE\r\n');
});

test('writes numbers without an exponent', () => {
  expect(csvOf([1.5], [-2], [1e21], [-1.25e22], [1e-7], [-2.5e-8])).toBe(
    'a,b,c,d,e,f\r\n1.5,-2,1000000000000000000000,-12500000000000000000000,0.0000001,-0.000000025\r\n',
  );
});

test('writes a date as a day and an instant in UTC, out of summer and winter time', () => {
  const winter = toSerial(Date.UTC(2026, 0, 5, 8, 0, 0, 7), 'Europe/Paris');
  const summer = toSerial(Date.UTC(2026, 6, 5, 8), 'Europe/Paris');
  const format = 'yyyy-mm-dd hh:mm:ss';
  expect(csvOf([46055, 'yyyy-mm-dd'], [winter, format], [summer, format])).toBe(
    'a,b,c\r\n2026-02-02,2026-01-05T08:00:00.007Z,2026-07-05T08:00:00.000Z\r\n',
  );
});

test('leaves a duration and a price of the user’s own the numbers that they are', () => {
  expect(csvOf([0.5, '[h]:mm'], [12.5, '#,##0.00 "h"'])).toBe('a,b\r\n0.5,12.5\r\n');
});
