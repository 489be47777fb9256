import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { enterValues, readDisplay } from './cells';
import { createRange, type RangeScope } from './range';
import { tabById } from './workbook';

type Names = 'findAll' | 'findNext' | 'matchCase' | 'matchEntireCell' | 'replaceAllWith';

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
    replaceAllWith: (wanted: string) => session.read(() => replaceAll(scope, matches, toPattern(text, isCase), wanted)),
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
  const exposed: object = session.expose(
    'TextFinder',
    methods,
    { kind: 'other', workbook },
    { findAll: cost, findNext: cost, replaceAllWith: cost },
  );
  return exposed;
}

/** Types the changed texts anew into the cells that match; answers how often the text was replaced. */
function replaceAll(
  { session, workbook, tabId, area }: RangeScope,
  matches: (shown: string) => boolean,
  pattern: RegExp,
  replacement: string,
): number {
  const tab = tabById(workbook, tabId);
  let count = 0;
  readDisplay(workbook, tab, area).forEach((cells, i) => {
    cells.forEach((shown, j) => {
      if (!matches(shown)) return;
      count += shown.match(pattern)?.length ?? 0;
      const cell = { row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
      enterValues(workbook, tab, cell, [[shown.replace(pattern, () => replacement)]], session.host.now());
    });
  });
  return count;
}

function toPattern(text: string, isCase: boolean): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), isCase ? 'g' : 'gi');
}
