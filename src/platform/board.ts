import { toA1 } from './a1';
import type { Area } from './services';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab that we draw: looks, formulas of our own and charts. Rows and columns count from 1. */
export interface Board {
  /** Gives columns from the first one on widths in pixels. */
  widen(widths: readonly number[]): void;
  /** Takes cells back to the plain look, without number formats. */
  plain(area: Block): void;
  paint(look: Look, areas: readonly Block[]): void;
  /** Writes formulas down a column from `row` on. They are ours: nothing that anybody sends may be part of one. */
  writeFormulas(row: number, column: number, formulas: readonly string[]): void;
  /**
   * Draws charts. One that draws the same columns already is changed where it stands, and moved only with its cells; those that
   * somebody deleted are made again.
   */
  draw(charts: readonly Chart[]): void;
}

export type Block = Area & { readonly rows: number };

export interface Look {
  readonly isBold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly background?: string;
  readonly align?: 'right';
}

/** Stacked columns. */
export interface Chart {
  readonly title: string;
  /** The first row names the series, the first column the columns. */
  readonly area: Block;
  /** The cell of its upper left corner. */
  readonly row: number;
  readonly column: number;
  /** Of the series. */
  readonly colors: readonly string[];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The tab of that id in the spreadsheet that this script belongs to. */
export function openBoard(id: number): Board {
  const sheet = SpreadsheetApp.getActive()
    .getSheets()
    .find((each) => each.getSheetId() === id);
  if (!sheet) throw new Error(`There is no sheet ${String(id)}`);
  return {
    widen(widths) {
      widths.forEach((width, index) => {
        sheet.setColumnWidth(index + 1, width);
      });
    },
    plain(area) {
      sheet.getRange(toA1(area)).clearFormat();
    },
    paint(look, areas) {
      paint(sheet.getRangeList(areas.map(toA1)), look);
    },
    writeFormulas(row, column, formulas) {
      sheet.getRange(row, column, formulas.length, 1).setFormulas(formulas.map((formula) => [formula]));
    },
    draw(charts) {
      const known = sheet.getCharts();
      for (const chart of charts) drawChart(sheet, chart, known);
      // Whoever waits to draw the same tab must see these charts.
      SpreadsheetApp.flush();
    },
  };
}

function paint(list: GoogleAppsScript.Spreadsheet.RangeList, { isBold, size, color, background, align }: Look): void {
  if (isBold) list.setFontWeight('bold');
  if (size !== undefined) list.setFontSize(size);
  if (color !== undefined) list.setFontColor(color);
  if (background !== undefined) list.setBackground(background);
  if (align !== undefined) list.setHorizontalAlignment(align);
}

function drawChart(
  sheet: GoogleSheet,
  chart: Chart,
  known: readonly GoogleAppsScript.Spreadsheet.EmbeddedChart[],
): void {
  const { area, row, column, title, width, height } = chart;
  const range = sheet.getRange(toA1(area));
  const found = known.find((each) => drawsColumns(each, sheet, area));
  const builder = found ? found.modify().clearRanges() : sheet.newChart();
  builder
    .setChartType(Charts.ChartType.COLUMN)
    .addRange(range)
    .setNumHeaders(1)
    .setOption('title', title)
    .setOption('isStacked', true)
    .setOption('legend', { position: 'bottom' })
    .setOption('colors', chart.colors)
    .setOption('width', width)
    .setOption('height', height);
  const isInPlace = found?.getRanges()[0]?.getA1Notation() === range.getA1Notation();
  if (!isInPlace) builder.setPosition(row, column, 0, 0);
  if (found) sheet.updateChart(builder.build());
  else sheet.insertChart(builder.build());
}

/** Whether a chart draws those columns of its own tab, in whatever rows. */
function drawsColumns(
  chart: GoogleAppsScript.Spreadsheet.EmbeddedChart,
  sheet: GoogleSheet,
  { column, columns }: Block,
): boolean {
  const ranges = chart.getRanges();
  return (
    ranges.length === 1 &&
    ranges.every(
      (range) =>
        range.getSheet().getSheetId() === sheet.getSheetId() &&
        range.getColumn() === column &&
        range.getNumColumns() === columns,
    )
  );
}
