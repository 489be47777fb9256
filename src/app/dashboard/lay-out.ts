import { columnName } from '../../core/column-name';
import type { Words } from '../../core/model';
import type { Block, Chart, Look } from '../../platform/board';
import type { Cell } from '../../platform/services';
import { COLUMNS, type DashboardRow, type DashboardTime, STATE, TREND } from './columns';
import { blankLines, dayLines, tableLines, textLine, titleLines, trendLines } from './lines';
import { type Day, DAYS } from './tally';

/** What the dashboard shows. */
export interface DashboardContent extends DashboardTime {
  readonly rows: readonly DashboardRow[];
  /** The oldest first, as many as `DAYS`. */
  readonly days: readonly Day[];
}

/** The cell of the dashboard's upper left corner, from 1. */
export interface Corner {
  readonly row: number;
  readonly column: number;
}

/** The dashboard as what is written into its tab. */
export interface DashboardLayout {
  /** Lines of as many cells as the table has columns, and a number format for each. */
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
  /** Formulas for the cells of the trend, from the first row of the table on. */
  readonly sparklines: Corner & { readonly formulas: readonly string[] };
  readonly looks: readonly { readonly look: Look; readonly areas: readonly Block[] }[];
  readonly charts: readonly Chart[];
}

/**
 * From top to bottom: title and time, the table, room for the charts, the days that they draw, and the days of each connection,
 * which its trend draws.
 */
export function layOut(content: DashboardContent, corner: Corner): DashboardLayout {
  const { language, rows, days } = content;
  const head = [...titleLines(content), ...blankLines(1), textLine(...COLUMNS.map(({ title }) => title[language]))];
  const table = tableLines(rows, content);
  const room = [...blankLines(CHART_ROWS + 2), textLine(CAPTION[language])];
  const daily = dayLines(days, content);
  const lines = [...head, ...table, ...room, ...daily, ...blankLines(1), ...trendLines(rows, content)];
  const tableRow = corner.row + head.length;
  const dailyRow = tableRow + table.length + room.length;
  const trendRow = dailyRow + daily.length + 2;
  return {
    cells: lines.map(({ cells }) => COLUMNS.map((_, n) => cells[n] ?? '')),
    formats: lines.map(({ formats }) => COLUMNS.map((_, n) => formats[n] ?? 'General')),
    sparklines: {
      ...{ row: tableRow, column: corner.column + TREND },
      formulas: rows.map((_, n) => sparkline(corner.column + CHANGED, trendRow + n * DAYS)),
    },
    looks: toLooks(rows, corner, { tableRow, tableRows: table.length, dailyRow, trendRow, rows: lines.length }),
    charts: toCharts(content, corner.column, { row: dailyRow - CHART_ROWS - 2, dailyRow }),
  };
}

const CAPTION: Words = {
  fr: 'Chiffres des graphiques et des tendances',
  en: 'Figures of the charts and trends',
};

/** Rows of 21 pixels that the charts cover. */
const CHART_ROWS = 15;
const CHART = { width: 600, height: 300 };
/** The place of the changed rows among the columns of the trends, from 0. */
const CHANGED = 2;
/** Where the days of the rows begin, and where there is room for a second chart. */
const ROWS_CHART = { first: 6, place: 5 };

/** Without options: their separators depend on the spreadsheet's locale. */
function sparkline(column: number, row: number): string {
  const name = columnName(column);
  return `=SPARKLINE(${name}${row}:${name}${row + DAYS - 1})`;
}

interface Places {
  readonly tableRow: number;
  readonly tableRows: number;
  readonly dailyRow: number;
  readonly trendRow: number;
  readonly rows: number;
}

function toLooks(
  connections: readonly DashboardRow[],
  { row, column }: Corner,
  places: Places,
): DashboardLayout['looks'] {
  const { tableRow, tableRows, dailyRow, trendRow, rows } = places;
  const line = (at: number): Block => ({ row: at, column, rows: 1, columns: COLUMNS.length });
  const right = COLUMNS.flatMap(({ isRight }, n) =>
    isRight ? [{ row: tableRow - 1, column: column + n, rows: tableRows + 1, columns: 1 }] : [],
  );
  const bad = connections.flatMap(({ last }, n) =>
    last?.status === 'failed' || last?.status === 'missed'
      ? [{ row: tableRow + n, column: column + STATE, rows: 1, columns: 1 }]
      : [],
  );
  const below = { ...line(dailyRow - 1), rows: row + rows - dailyRow + 1 };
  return [
    { look: { size: 14, isBold: true }, areas: [{ row, column, rows: 1, columns: 1 }] },
    { look: { color: '#5f6368' }, areas: [line(row + 1), below] },
    { look: { isBold: true }, areas: [line(dailyRow), line(trendRow - 1)] },
    { look: { isBold: true, background: '#e8f0fe' }, areas: [line(tableRow - 1)] },
    { look: { isBold: true, color: '#b3261e' }, areas: bad },
    {
      look: { align: 'right' },
      areas: [...right, line(dailyRow), { row: trendRow - 1, column: column + 1, rows: 1, columns: 2 }],
    },
  ];
}

function toCharts(
  { language }: DashboardContent,
  left: number,
  { row, dailyRow }: { readonly row: number; readonly dailyRow: number },
): readonly Chart[] {
  const area = (first: number, columns: number): Block => ({
    ...{ row: dailyRow, column: left + first },
    ...{ rows: DAYS + 1, columns },
  });
  return [
    {
      title: { fr: 'Synchronisations par jour', en: 'Syncs per day' }[language],
      ...{ ...CHART, area: area(0, 5), row, column: left },
      colors: ['#1e8e3e', '#d93025', '#f9ab00', '#9aa0a6'],
    },
    {
      title: { fr: 'Lignes par jour', en: 'Rows per day' }[language],
      ...{ ...CHART, area: area(ROWS_CHART.first, 4), row, column: left + ROWS_CHART.place },
      colors: ['#1a73e8', '#12b5cb', '#d93025'],
    },
  ];
}
