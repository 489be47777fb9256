import { COSTS } from '../host';
import { defineLazyMethods } from './lazy-methods';
import type { Session } from './session';
import { sheetCells } from './sheet-cells';
import { newCharts, sheetCharts } from './sheet-charts';
import { sheetLines } from './sheet-lines';
import { sheetPlace } from './sheet-place';
import { sheetSelection } from './sheet-selection';
import { sheetSettings } from './sheet-settings';
import type { Workbook } from './workbook';

/** What the parts of a Sheet know of it. */
export interface SheetScope {
  readonly session: Session;
  readonly workbook: Workbook;
  readonly tabId: number;
  /** The object that the script holds. */
  readonly self: () => object;
}

/** The Sheet that a script sees for a tab; it stays when the tab is renamed or moved, and refuses when it is deleted. */
export function createSheet(session: Session, workbook: Workbook, tabId: number): object {
  const exposed: object = session.expose(
    'Sheet',
    METHODS.create({ session, workbook, tabId, self: () => exposed }),
    { kind: 'sheet', workbook, tabId },
    (name) => (METHODS.isHandle(name) ? undefined : COSTS.cells),
  );
  return exposed;
}

const METHODS = defineLazyMethods<SheetScope>(
  (scope) => ({ ...sheetPlace(scope), ...sheetSelection(scope), ...newCharts(scope) }),
  (scope) => sheetLines(scope),
  (scope) => sheetCells(scope),
  (scope) => sheetCharts(scope),
  (scope) => sheetSettings(scope),
);
