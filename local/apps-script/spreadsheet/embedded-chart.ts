import type { Faithful } from '../faithful';
import type { ChartAnchor, TabChart } from './chart';
import { createRange } from './range';
import type { Session } from './session';
import type { Workbook } from './workbook';

type GoogleChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type GoogleContainer = GoogleAppsScript.Spreadsheet.ContainerInfo;

/** A chart as a script holds it: `id` is null until it stands on a tab. */
export interface ChartDraft extends Omit<TabChart, 'id'> {
  readonly id: number | null;
}

/** What `Sheet.newChart` begins with. */
export const NEW_CHART: ChartDraft = {
  ...{ id: null, type: 'COLUMN', ranges: [], headers: 0, options: {} },
  anchor: { row: 0, column: 0, x: 0, y: 0 },
};

/** The EmbeddedChart that a script sees: it stays as it was when it was got, whatever becomes of the chart. */
export function createEmbeddedChart(session: Session, workbook: Workbook, chart: ChartDraft): object {
  const methods: Faithful<
    GoogleChart,
    'getChartId' | 'getContainerInfo' | 'getRanges' | 'getNumHeaders' | 'getOptions' | 'modify'
  > = {
    getChartId: () => chart.id,
    getContainerInfo: () => createContainer(session, chart.anchor),
    getRanges: () => toRanges(session, workbook, chart),
    getNumHeaders: () => chart.headers,
    getOptions() {
      const options: Faithful<GoogleAppsScript.Charts.ChartOptions, 'get'> = {
        get: (option: string) => chart.options[option] ?? null,
      };
      return session.expose('ChartOptions', options, { kind: 'other' });
    },
    modify: () => createChartBuilder(session, workbook, chart),
  };
  return session.expose('EmbeddedChart', methods, { kind: 'chart', workbook, chart });
}

type BuilderNames =
  'setChartType' | 'addRange' | 'clearRanges' | 'getRanges' | 'setPosition' | 'setNumHeaders' | 'setOption' | 'build';

/** The EmbeddedChartBuilder that begins with a chart; the chart itself changes when it is inserted or updated. */
export function createChartBuilder(session: Session, workbook: Workbook, chart: ChartDraft): object {
  let draft = chart;
  const change = (part: Partial<ChartDraft>): object => {
    draft = { ...draft, ...part };
    return exposed;
  };
  const methods: Faithful<GoogleBuilder, BuilderNames> = {
    setChartType: (type: GoogleAppsScript.Charts.ChartType) => change({ type: String(type) }),
    addRange(range: object) {
      const { tabId, area } = session.targetOf(range, 'range');
      return change({ ranges: [...draft.ranges, { sheetId: tabId, area }] });
    },
    clearRanges: () => change({ ranges: [] }),
    getRanges: () => toRanges(session, workbook, draft),
    setPosition: (row: number, column: number, x: number, y: number) =>
      change({ anchor: { row: row - 1, column: column - 1, x, y } }),
    setNumHeaders: (headers: number) => change({ headers }),
    setOption: (option: string, value: unknown) => change({ options: { ...draft.options, [option]: value } }),
    build: () => createEmbeddedChart(session, workbook, draft),
  };
  const exposed: object = session.expose('EmbeddedChartBuilder', methods, { kind: 'other', workbook });
  return exposed;
}

function createContainer(session: Session, { row, column, x, y }: ChartAnchor): object {
  const methods: Faithful<GoogleContainer, 'getAnchorRow' | 'getAnchorColumn' | 'getOffsetX' | 'getOffsetY'> = {
    getAnchorRow: () => row + 1,
    getAnchorColumn: () => column + 1,
    getOffsetX: () => x,
    getOffsetY: () => y,
  };
  return session.expose('ContainerInfo', methods, { kind: 'other' });
}

function toRanges(session: Session, workbook: Workbook, { ranges }: ChartDraft): object[] {
  return ranges.map(({ sheetId, area }) => createRange(session, workbook, sheetId, area));
}
