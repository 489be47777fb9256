import { COSTS } from '../host';
import type { Session } from './session';
import { sheetCells } from './sheet-cells';
import { sheetLines } from './sheet-lines';
import { sheetPlace } from './sheet-place';
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
  const scope: SheetScope = { session, workbook, tabId, self: () => exposed };
  const changes = { ...sheetLines(scope), ...sheetCells(scope), ...sheetSettings(scope) };
  const costs = Object.fromEntries(Object.keys(changes).map((name) => [name, COSTS.cells]));
  const exposed: object = session.expose(
    'Sheet',
    { ...changes, ...sheetPlace(scope) },
    { kind: 'sheet', workbook, tabId },
    costs,
  );
  return exposed;
}
