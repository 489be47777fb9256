import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import { sortArea } from './arrange';
import { readDisplay } from './cells';
import { createRange } from './range';
import { Refusal } from './refusal';
import type { Session } from './session';
import { tabById, type Tab, type TabFilter, type Workbook } from './workbook';

type Names =
  'getRange' | 'remove' | 'getColumnFilterCriteria' | 'setColumnFilterCriteria' | 'removeColumnFilterCriteria' | 'sort';

/** The Filter that a script sees on a tab that has one. */
export function createFilter(session: Session, workbook: Workbook, tabId: number): object {
  const filter = (): TabFilter => {
    const found = session.tab(workbook, tabId).filter;
    if (!found) throw new Refusal('The filter has been removed.');
    return found;
  };
  const methods: Faithful<GoogleAppsScript.Spreadsheet.Filter, Names> = {
    getRange: () => createRange(session, workbook, tabId, filter().area),
    remove() {
      filter();
      session.tab(workbook, tabId).filter = null;
    },
    getColumnFilterCriteria(position: number) {
      const hidden = filter().hiddenValues.get(position - 1);
      return hidden ? createCriteria(session, hidden) : null;
    },
    setColumnFilterCriteria(position: number, criteria: object | null) {
      if (criteria === null) filter().hiddenValues.delete(position - 1);
      else filter().hiddenValues.set(position - 1, session.targetOf(criteria, 'criteria').hiddenValues);
      return exposed;
    },
    removeColumnFilterCriteria(position: number) {
      filter().hiddenValues.delete(position - 1);
      return exposed;
    },
    sort(position: number, ascending: boolean) {
      const { area } = filter();
      session.write(() => {
        // The first row of a filter is its header.
        const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
        sortArea(workbook, tabById(workbook, tabId), body, [{ column: position - 1, ascending }]);
      });
      return exposed;
    },
  };
  const { cells } = COSTS;
  const costs = { remove: cells, setColumnFilterCriteria: cells, removeColumnFilterCriteria: cells, sort: cells };
  const exposed: object = session.expose('Filter', methods, { kind: 'other', workbook }, costs);
  return exposed;
}

/** Whether a filter hides a row, counted from 0: one of its columns shows a text that the user unticked. */
export function isHiddenByFilter(workbook: Workbook, tab: Tab, row: number): boolean {
  const { filter } = tab;
  if (!filter || row <= filter.area.row || row >= filter.area.row + filter.area.rows) return false;
  return [...filter.hiddenValues].some(([column, hidden]) => {
    const shown = readDisplay(workbook, tab, { row, column, rows: 1, columns: 1 })[0]?.[0] ?? '';
    return hidden.includes(shown);
  });
}

/** The FilterCriteriaBuilder of SpreadsheetApp.newFilterCriteria. */
export function createCriteriaBuilder(session: Session): object {
  let hidden: readonly string[] = [];
  const methods: Faithful<GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder, 'setHiddenValues' | 'build'> = {
    setHiddenValues(values: string[]) {
      hidden = values;
      return exposed;
    },
    build: () => createCriteria(session, hidden),
  };
  const exposed: object = session.expose('FilterCriteriaBuilder', methods, { kind: 'other' });
  return exposed;
}

function createCriteria(session: Session, hiddenValues: readonly string[]): object {
  const methods: Faithful<GoogleAppsScript.Spreadsheet.FilterCriteria, 'getHiddenValues'> = {
    getHiddenValues: () => [...hiddenValues],
  };
  return session.expose('FilterCriteria', methods, { kind: 'criteria', hiddenValues });
}
