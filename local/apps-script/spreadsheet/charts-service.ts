import { enumeration } from '../enumeration';
import type { Session } from './session';

/** The Charts service, of which the charts of a spreadsheet use the enums only. */
export function createCharts(session: Session): object {
  return session.expose('Charts', { ChartType }, { kind: 'other' });
}

/** Values in the documented order. */
const ChartType = enumeration(
  ...(['TIMELINE', 'AREA', 'BAR', 'BUBBLE', 'CANDLESTICK', 'COLUMN', 'COMBO', 'GAUGE', 'GEO', 'HISTOGRAM'] as const),
  ...(['RADAR', 'LINE', 'ORG', 'PIE', 'SCATTER', 'SPARKLINE', 'STEPPED_AREA', 'TABLE', 'TREEMAP'] as const),
  ...(['WATERFALL'] as const),
);
