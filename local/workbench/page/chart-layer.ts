import type * as AgGrid from 'ag-grid-community';
import type { Desk, DeskTab } from '../protocol';
import { chartSvg } from './chart-svg.js';
import { element } from './element.js';
import { columnId, ROW_HEIGHT } from './grid-options.js';
import type { GridRow } from './grid-row.js';

/** Shows the charts of a tab over the cells of the grid in `place`, so that they scroll with these. */
export function createChartLayer(
  api: AgGrid.GridApi<GridRow>,
  place: HTMLElement,
): (tab: DeskTab, charts: Desk['charts']) => void {
  const layer = element('div', { class: 'charts' });
  let shown = '';
  let draw = (): void => undefined;
  api.addEventListener('columnResized', () => {
    draw();
  });
  return (tab, charts) => {
    draw = () => {
      const frozen = api.getDisplayedLeftColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
      const frames = charts.map((chart) => {
        const left = frozen + (api.getColumn(columnId(tab, chart.column))?.getLeft() ?? 0) + chart.x;
        const top = (chart.row - 1 - tab.frozenRows) * ROW_HEIGHT + chart.y;
        return `<div style="left:${left}px;top:${top}px">${chartSvg(chart)}</div>`;
      });
      const cells = place.querySelector('.ag-grid-scrolling-container');
      if (layer.parentElement !== cells) cells?.append(layer);
      if (shown !== frames.join('')) layer.innerHTML = frames.join('');
      shown = frames.join('');
    };
    draw();
  };
}
