import { createWorkbook, type Tab, type Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import { writeFormula } from '../../../local/apps-script/spreadsheet/cells';
import { compareTab } from '../../../local/expected/compare-tab';
import { flatten } from '../../../local/expected/flatten';
import type { JsonObject } from '../../../local/vendors/json';

const DATE = 'yyyy-mm-dd';
const INSTANT = 'yyyy-mm-dd hh:mm:ss';

/** A workbook with one tab of these rows, the header first. */
function tabOf(...rows: (string | number | boolean)[][]): { workbook: Workbook; tab: Tab } {
  const workbook = createWorkbook('id', 'Classeur', 'fr_FR', 'Europe/Paris');
  const [tab] = workbook.tabs;
  if (!tab) throw new Error('no tab');
  rows.forEach((row, i) => {
    tab.grid.writeValues(i, 0, row);
  });
  return { workbook, tab };
}

function differences(
  { workbook, tab }: { workbook: Workbook; tab: Tab },
  ...records: readonly JsonObject[]
): readonly string[] {
  return compareTab(workbook, tab, {
    key: ['id'],
    records: records.map((record) => flatten(record, (field) => field === 'secret')),
  });
}

test('finds nothing where every cell is as it must be, in any order of rows and columns', () => {
  const found = tabOf(['n', 'id', 'ok', 'a.b'], [2.5, 'x', true, 'deep'], ['', 'y', false, 'a, b']);
  const wanted = [
    { id: 'y', ok: false, a: { b: ['a', 'b', null] }, n: null },
    { id: 'x', ok: true, n: 2.5, a: { b: 'deep' }, secret: 'never' },
  ];
  expect(differences(found, ...wanted)).toEqual([]);
});

test.each<[string, (string | number | boolean)[][], JsonObject[]]>([
  [
    'a value',
    [
      ['id', 'n'],
      ['x', 2],
    ],
    [{ id: 'x', n: 3 }],
  ],
  [
    'a number that became a text',
    [
      ['id', 'n'],
      ['x', '2'],
    ],
    [{ id: 'x', n: 2 }],
  ],
  [
    'a text that became a number',
    [
      ['id', 'n'],
      ['x', 7],
    ],
    [{ id: 'x', n: '007' }],
  ],
  [
    'a boolean that became a text',
    [
      ['id', 'n'],
      ['x', 'TRUE'],
    ],
    [{ id: 'x', n: true }],
  ],
  [
    'a cell that should be empty',
    [
      ['id', 'n'],
      ['x', 2],
    ],
    [{ id: 'x', n: null }],
  ],
  ['a column that is missing', [['id'], ['x']], [{ id: 'x', n: 2 }]],
  ['a row that is missing', [['id'], ['x']], [{ id: 'x' }, { id: 'y' }]],
  ['a row too many', [['id'], ['x'], ['y']], [{ id: 'x' }]],
  ['a row that stands twice', [['id'], ['x'], ['x']], [{ id: 'x' }]],
  [
    'an instant that stayed a text',
    [
      ['id', 't'],
      ['x', '2026-02-02T10:00:00Z'],
    ],
    [{ id: 'x', t: '2026-02-02T10:00:00Z' }],
  ],
  [
    'a hidden field',
    [
      ['id', 'secret'],
      ['x', 's'],
    ],
    [{ id: 'x', secret: 's' }],
  ],
])('finds %s', (_name, rows, records) => {
  expect(differences(tabOf(...rows), ...records)).toHaveLength(1);
});

test('tells dates and instants by the format of the cell, on the clock of Paris', () => {
  const found = tabOf(['id', 'day', 'at', 'local', 'http'], ['x', 46055, 46055.5, 46055.5, 46055.5]);
  const formats = [null, DATE, INSTANT, INSTANT, INSTANT];
  found.tab.grid.restyle(
    { row: 1, column: 0, rows: 1, columns: 5 },
    'numberFormat',
    (_, column) => formats[column] ?? null,
  );
  const record = {
    id: 'x',
    day: '2026-02-02',
    at: '2026-02-02T12:00:00.000+01:00',
    local: '2026-02-02T11:00:00.000999',
    http: 'Mon, 02 Feb 2026 11:00:00 GMT',
  };
  expect(differences(found, record)).toEqual([]);
  expect(differences(found, { ...record, at: '2026-02-02T12:00:00Z' })).toHaveLength(1);
  expect(differences(found, { ...record, day: '2026-02-02T00:00:00+01:00' })).toHaveLength(1);
});

test('finds a formula even where its value is right', () => {
  const found = tabOf(['id', 'n'], ['x', '']);
  writeFormula(found.workbook, found.tab, 1, 1, '=1+1');
  expect(differences(found, { id: 'x', n: 2 })).toHaveLength(1);
});
