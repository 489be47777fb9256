import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { readDisplay } from './cells';
import { createRange, type RangeScope } from './range';
import { tabById } from './workbook';

type Names = 'findAll' | 'findNext' | 'matchCase' | 'matchEntireCell';

/** The TextFinder of a range: looks at what cells show. */
export function createTextFinder(scope: RangeScope, text: string): object {
  const { session, workbook, tabId, area } = scope;
  let isCase = false;
  let isEntire = false;
  let next = 0;
  const matches = (shown: string): boolean => {
    const [a, b] = isCase ? [shown, text] : [shown.toLowerCase(), text.toLowerCase()];
    return isEntire ? a === b : a.includes(b);
  };
  const findAll = (): object[] =>
    session.read(() =>
      readDisplay(workbook, tabById(workbook, tabId), area).flatMap((cells, i) =>
        cells.flatMap((shown, j) => {
          const cell = { row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
          return matches(shown) ? [createRange(session, workbook, tabId, cell)] : [];
        }),
      ),
    );
  const methods: Faithful<GoogleAppsScript.Spreadsheet.TextFinder, Names> = {
    findAll,
    findNext: () => findAll()[next++] ?? null,
    matchCase(wanted: boolean) {
      isCase = wanted;
      return exposed;
    },
    matchEntireCell(wanted: boolean) {
      isEntire = wanted;
      return exposed;
    },
  };
  const cost = COSTS.cells + COSTS.perCell * area.rows * area.columns;
  const exposed: object = session.expose('TextFinder', methods, { kind: 'other' }, { findAll: cost, findNext: cost });
  return exposed;
}
