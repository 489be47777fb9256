import { loadWorkbook, saveWorkbook } from '../../../local/apps-script/spreadsheet/saved';
import { sparklineAt } from '../../../local/apps-script/spreadsheet/evaluate';
import type { Tab } from '../../../local/apps-script/spreadsheet/workbook';
import { createDesk, type Desk, messageOf } from './desk';

const TAB = 'Feuille 1';
/** A chart of A1:B3, anchored at D6. */
const CHART = `
  const sheet = SpreadsheetApp.getActive().getActiveSheet();
  const build = () => sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange('A1:B3'))
    .setPosition(6, 4, 10, 20).setNumHeaders(1).setOption('title', 'Lignes').build();`;

function tabOf({ workbook }: Desk, index = 0): Tab {
  const tab = workbook.tabs[index];
  if (!tab) throw new Error('There is no such tab');
  return tab;
}

describe('the charts of a tab', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = createDesk();
    desk.run(`${CHART} sheet.insertChart(build());`);
  });

  function look(): unknown {
    return tabOf(desk).charts.map(({ ranges, anchor }) => [ranges.map(({ area }) => area), anchor.row, anchor.column]);
  }

  test('come back when the spreadsheet is saved and loaded', () => {
    const lines = [...saveWorkbook(desk.workbook)];
    const [tab] = loadWorkbook(lines).tabs;
    expect(tab?.charts).toEqual(tabOf(desk).charts);
    expect(tab?.charts).toMatchObject([{ type: 'LINE', headers: 1, options: { title: 'Lignes' } }]);
  });

  test('move with their cells', () => {
    desk.hands.insertRow(TAB, 1);
    desk.hands.insertColumn(TAB, 1);
    expect(look()).toEqual([[[{ row: 1, column: 1, rows: 3, columns: 2 }], 6, 4]]);
    desk.hands.deleteRow(TAB, 7);
    desk.hands.deleteRow(TAB, 3);
    expect(look()).toEqual([[[{ row: 1, column: 1, rows: 2, columns: 2 }], 5, 4]]);
  });

  test('stay, without what they draw, when all of that is deleted', () => {
    for (let row = 0; row < 3; row++) desk.hands.deleteRow(TAB, 1);
    expect(look()).toEqual([[[], 2, 3]]);
  });

  test('go with their tab, and no chart draws it any more', () => {
    desk.hands.addTab('Autre');
    desk.run(`
      const [first, other] = SpreadsheetApp.getActive().getSheets();
      other.insertChart(other.newChart().addRange(first.getRange('A1:B3')).setPosition(1, 1, 0, 0).build());`);
    expect(tabOf(desk, 1).charts[0]?.ranges).toHaveLength(1);
    desk.hands.deleteTab(TAB);
    expect(tabOf(desk).charts[0]?.ranges).toEqual([]);
  });

  test('are copied with their tab, and the copies draw the copy', () => {
    desk.run('SpreadsheetApp.getActive().duplicateActiveSheet();');
    const [from, copy] = [tabOf(desk), tabOf(desk, 1)];
    expect(copy.charts.map(({ ranges }) => ranges[0]?.sheetId)).toEqual([copy.id]);
    expect(copy.charts[0]?.id).not.toBe(from.charts[0]?.id);
  });

  test('are changed where they stand, by what was got from the tab', () => {
    const [before] = tabOf(desk).charts;
    desk.run(`${CHART} const [chart] = sheet.getCharts();
      sheet.updateChart(chart.modify().setOption('title', 'Autre').setPosition(1, 1, 0, 0).build());`);
    expect(tabOf(desk).charts).toEqual([
      { ...before, options: { title: 'Autre' }, anchor: { row: 0, column: 0, x: 0, y: 0 } },
    ]);
  });

  test('cannot be changed or removed when they are not there', () => {
    expect(messageOf(() => desk.run(`${CHART} sheet.updateChart(build());`))).toContain('not on this sheet');
    expect(
      messageOf(() =>
        desk.run(`${CHART} const [chart] = sheet.getCharts(); sheet.removeChart(chart); sheet.removeChart(chart);`),
      ),
    ).toContain('not on this sheet');
    expect(
      messageOf(() => desk.run(`${CHART} sheet.insertChart(sheet.newChart().setPosition(1001, 1, 0, 0).build());`)),
    ).toBe('Those rows are out of bounds.');
  });

  test('have the methods that the local Apps Script knows, and say which it lacks', () => {
    expect(messageOf(() => desk.run(`${CHART} sheet.newChart().asPieChart();`))).toContain(
      'The local Apps Script has no EmbeddedChartBuilder.asPieChart',
    );
    expect(messageOf(() => desk.run(`${CHART} sheet.newChart().setChartType('LINE');`))).toContain(
      "(String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setChartType",
    );
  });
});

test('a sparkline draws the numbers of its cells, and its own cell is blank', () => {
  const { hands, workbook } = createDesk();
  for (const [cell, text] of [
    ['A1', '3'],
    ['A2', 'a text'],
    ['A3', '4,5'],
    ['B1', '=SPARKLINE(A1:A4)'],
    ['B2', '=SPARKLINE(C1)'],
    ['C1', '=1/0'],
  ] as const)
    hands.type(TAB, cell, text);
  const [tab] = workbook.tabs;
  if (!tab) throw new Error('There is no tab');
  expect(sparklineAt(workbook, tab, 0, 1)).toEqual([3, 4.5]);
  expect(sparklineAt(workbook, tab, 0, 0)).toBeNull();
  expect(hands.shown(TAB).map((row) => row[1])).toEqual(['', '#DIV/0!', '']);
});
