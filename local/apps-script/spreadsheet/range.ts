import { COSTS } from '../host';
import type { Area } from './area';
import { defineLazyMethods } from './lazy-methods';
import { rangeActs } from './range-acts';
import { rangeLooks } from './range-looks';
import { rangePlace } from './range-place';
import { rangeReach } from './range-reach';
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
  /** The notation that it was asked for by, when that leaves an end open. */
  readonly notation?: string | null;
  /** The object that the script holds, for methods that answer their own range. */
  readonly self: () => object;
}

/** The Range that a script sees for an area of a tab, and for the notation that left one of its ends open. */
export function createRange(
  session: Session,
  workbook: Workbook,
  tabId: number,
  area: Area,
  notation: string | null = null,
): object {
  const cost = COSTS.cells + COSTS.perCell * area.rows * area.columns;
  const exposed: object = session.expose(
    'Range',
    METHODS.create({ session, workbook, tabId, area, notation, self: () => exposed }),
    { kind: 'range', workbook, tabId, area },
    (name) => (METHODS.isHandle(name) ? undefined : cost),
  );
  return exposed;
}

const METHODS = defineLazyMethods<RangeScope>(
  (scope) => rangePlace(scope),
  (scope) => rangeValues(scope),
  (scope) => rangeStyles(scope),
  (scope) => rangeLooks(scope),
  (scope) => rangeActs(scope),
  (scope) => rangeReach(scope),
);
