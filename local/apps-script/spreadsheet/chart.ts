import type { Area } from './area';
import type { Change } from './change';

/** A chart that floats over the cells of a tab, as `saved.ts` keeps it. Rows and columns count from 0. */
export interface TabChart {
  readonly id: number;
  /** Such as `COLUMN`. */
  readonly type: string;
  readonly ranges: readonly ChartRange[];
  /** The cell of its upper left corner, and how many pixels it stands to the right of and below that cell's. */
  readonly anchor: ChartAnchor;
  /** How many rows at the top of the ranges name the series. */
  readonly headers: number;
  /** What Google Charts calls options, such as `title` or `isStacked`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Cells that a chart draws; they may stand on another tab. */
export interface ChartRange {
  readonly sheetId: number;
  readonly area: Area;
}

export interface ChartAnchor {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** The chart, which stands on the tab `sheetId`, after a change to a tab's lines: `follow` moves areas of that tab. */
export function followChart(
  chart: TabChart,
  sheetId: number,
  change: Change,
  follow: (area: Area) => Area | null,
): TabChart {
  const ranges = chart.ranges.flatMap((range) => {
    const area = range.sheetId === change.sheetId ? follow(range.area) : range.area;
    return area ? [{ ...range, area }] : [];
  });
  return { ...chart, ranges, anchor: sheetId === change.sheetId ? followAnchor(chart.anchor, change) : chart.anchor };
}

/** A chart whose line is deleted stays, at what comes in the line's place. */
function followAnchor(anchor: ChartAnchor, { axis, map }: Change): ChartAnchor {
  const line = anchor[axis];
  const moved = map({ start: line, end: line + 1 })?.start ?? map({ start: 0, end: line })?.end ?? 0;
  return { ...anchor, [axis]: moved };
}
