import { createWorkbook, type Tab, type Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import { compareCsv } from '../../../local/expected/compare-csv';

let workbook: Workbook;
let tab: Tab;

beforeEach(() => {
  workbook = createWorkbook('id', 'Classeur', 'fr_FR', 'Europe/Paris');
  const [first] = workbook.tabs;
  if (!first) throw new Error('no tab');
  tab = first;
  tab.grid.writeValues(0, 0, ['id', 'n', 'ok', 'day', 'at']);
  tab.grid.writeValues(1, 0, ['=1+1', -2.5, true, 46055, 46055.5]);
  const formats = [null, null, null, 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss'];
  const area = { row: 1, column: 0, rows: 1, columns: 5 };
  tab.grid.restyle(area, 'numberFormat', (_, column) => formats[column] ?? null);
});

const HEADER = 'id;n;ok;day;at\r\n';
const RIGHT = `${HEADER}'=1+1;-2,5;VRAI;2026-02-02;2026-02-02 12:00:00\r\n`;

const differences = (text: string, separator = ';'): readonly string[] => compareCsv(workbook, tab, text, separator);

test('finds nothing where each field says what its cell says', () => {
  expect(differences(RIGHT)).toEqual([]);
  expect(differences(RIGHT.replaceAll(',', '.').replaceAll(';', ',').replace('VRAI', 'TRUE'), ',')).toEqual([]);
});

test.each([
  ['a text that would be run', RIGHT.replace("'=", '=')],
  ['a text that would be run after a space', RIGHT.replace("'=", ' =')],
  ['another value', RIGHT.replace('-2,5', '-2,6')],
  ['a decimal point where a comma is due', RIGHT.replace('-2,5', '-2.5')],
  ['an English boolean where a French one is due', RIGHT.replace('VRAI', 'TRUE')],
  ['a field too few', RIGHT.replace(';VRAI', '')],
  ['a line too many', `${RIGHT}x;;;;\r\n`],
  ['a line too few', HEADER],
])('finds %s', (_name, text) => {
  expect(differences(text).length).toBeGreaterThan(0);
});
