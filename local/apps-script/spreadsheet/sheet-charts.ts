import type { Faithful } from '../faithful';
import { type ChartDraft, createChartBuilder, createEmbeddedChart, NEW_CHART } from './embedded-chart';
import { Refusal } from './refusal';
import type { SheetScope } from './sheet';
import { newId, tabById } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A chart that is not on a tab yet: a handle. */
export function newCharts({ session, workbook }: SheetScope): Faithful<Sheet, 'newChart'> {
  return { newChart: () => createChartBuilder(session, workbook, NEW_CHART) };
}

/** The charts that stand on a tab. */
export function sheetCharts({
  session,
  workbook,
  tabId,
}: SheetScope): Faithful<Sheet, 'getCharts' | 'insertChart' | 'updateChart' | 'removeChart'> {
  const draftOf = (chart: object): ChartDraft => session.targetOf(chart, 'chart').chart;
  const placeOf = ({ id }: ChartDraft): number => {
    const index = tabById(workbook, tabId).charts.findIndex((each) => each.id === id);
    // What Google says is not documented.
    if (index < 0) throw new Refusal('The chart is not on this sheet.');
    return index;
  };
  return {
    getCharts: () =>
      session.read(() => tabById(workbook, tabId).charts.map((chart) => createEmbeddedChart(session, workbook, chart))),
    insertChart(chart: object) {
      const draft = draftOf(chart);
      session.read(() => {
        const tab = tabById(workbook, tabId);
        const { row, column } = draft.anchor;
        if (row < 0 || row >= tab.grid.maxRows) throw new Refusal('Those rows are out of bounds.');
        if (column < 0 || column >= tab.grid.maxColumns) throw new Refusal('Those columns are out of bounds.');
        tab.charts.push({ ...draft, id: newId(workbook) });
      });
    },
    updateChart(chart: object) {
      const draft = draftOf(chart);
      session.read(() => {
        const index = placeOf(draft);
        const { charts } = tabById(workbook, tabId);
        charts[index] = { ...draft, id: charts[index]?.id ?? 0 };
      });
    },
    removeChart(chart: object) {
      const draft = draftOf(chart);
      session.read(() => {
        tabById(workbook, tabId).charts.splice(placeOf(draft), 1);
      });
    },
  };
}
