import { COSTS } from '../host';
import type { Area } from './area';
import { rangeActs } from './range-acts';
import { rangePlace } from './range-place';
import { rangeStyles } from './range-styles';
import { rangeValues } from './range-values';
import type { Session } from './session';
import type { Workbook } from './workbook';

/** What the parts of a Range know of it. */
export interface RangeScope {
  readonly session: Session;
  readonly workbook: Workbook;
  readonly tabId: number;
  readonly area: Area;
  /** The object that the script holds, for methods that answer their own range. */
  readonly self: () => object;
}

/** The Range that a script sees for an area of a tab. */
export function createRange(session: Session, workbook: Workbook, tabId: number, area: Area): object {
  const scope: RangeScope = { session, workbook, tabId, area, self: () => exposed };
  const place = rangePlace(scope);
  const cellular = { ...rangeValues(scope), ...rangeStyles(scope), ...rangeActs(scope) };
  const cost = COSTS.cells + COSTS.perCell * area.rows * area.columns;
  const costs = Object.fromEntries(Object.keys(cellular).map((name) => [name, cost]));
  const exposed: object = session.expose(
    'Range',
    { ...cellular, ...place },
    { kind: 'range', workbook, tabId, area },
    costs,
  );
  return exposed;
}
