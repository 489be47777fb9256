import { readDisplay, readSerials } from '../apps-script/spreadsheet/cells';
import type { TabChart } from '../apps-script/spreadsheet/chart';
import type { Tab, Workbook } from '../apps-script/spreadsheet/workbook';
import type { DeskChart } from './protocol';

/** The charts of a tab with what their cells hold now: the first column of the ranges names the places, the others are series. */
export function readCharts(workbook: Workbook, { charts }: Tab): readonly DeskChart[] {
  return charts.map((chart) => {
    const [places, ...series] = readColumns(workbook, chart);
    const { anchor, headers, type, options } = chart;
    const { title, colors, width, height } = options;
    return {
      ...{ row: anchor.row + 1, column: anchor.column + 1, x: anchor.x, y: anchor.y, type },
      title: typeof title === 'string' ? title : '',
      colors: Array.isArray(colors) ? colors.map(String) : [],
      // As large as Google makes a chart that says nothing.
      width: typeof width === 'number' ? width : 600,
      height: typeof height === 'number' ? height : 371,
      places: places?.shown.slice(headers) ?? [],
      series: series.map(({ shown, values }) => ({
        name: headers === 0 ? '' : (shown[0] ?? ''),
        values: values.slice(headers).map((value) => (typeof value === 'number' ? value : 0)),
      })),
    };
  });
}

interface Column {
  readonly shown: readonly string[];
  readonly values: readonly unknown[];
}

/** The columns of all ranges, side by side. */
function readColumns(workbook: Workbook, { ranges }: TabChart): readonly Column[] {
  return ranges.flatMap(({ sheetId, area }) => {
    const tab = workbook.tabs.find(({ id }) => id === sheetId);
    if (!tab) return [];
    const shown = readDisplay(workbook, tab, area);
    const values = readSerials(workbook, tab, area);
    return Array.from({ length: area.columns }, (_, j) => ({
      shown: shown.map((row) => row[j] ?? ''),
      values: values.map((row) => row[j]),
    }));
  });
}
