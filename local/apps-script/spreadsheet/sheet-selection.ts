import type { Faithful } from '../faithful';
import type { Area } from './area';
import { createNamedRange } from './named-range';
import { createRange } from './range';
import { createRangeList } from './range-list';
import { rangeByText } from './range-by-text';
import type { SheetScope } from './sheet';
import type { Tab } from './workbook';

type Names =
  | 'getActiveRange'
  | 'getActiveRangeList'
  | 'getActiveCell'
  | 'getCurrentCell'
  | 'setActiveRange'
  | 'setActiveSelection'
  | 'setCurrentCell'
  | 'getNamedRanges'
  | 'getImages'
  | 'getPivotTables'
  | 'getFormUrl';

/** What is selected on a tab, and what hangs on it that the local spreadsheet never has. */
export function sheetSelection({
  session,
  workbook,
  tabId,
}: SheetScope): Faithful<GoogleAppsScript.Spreadsheet.Sheet, Names> {
  const tab = (): Tab => session.tab(workbook, tabId);
  const selected = (): Area => tab().selection ?? FIRST;
  const cell = (): object => createRange(session, workbook, tabId, { ...selected(), rows: 1, columns: 1 });
  const select = (range: object): object => {
    const target = session.targetOf(range, 'range');
    workbook.activeTab = target.tabId;
    session.tab(workbook, target.tabId).selection = target.area;
    return range;
  };
  return {
    getActiveRange: () => createRange(session, workbook, tabId, selected()),
    getActiveRangeList: () => createRangeList(session, workbook, tabId, [selected()]),
    getActiveCell: cell,
    getCurrentCell: cell,
    setActiveRange: select,
    setCurrentCell: select,
    setActiveSelection: (wanted: object | string) =>
      select(typeof wanted === 'string' ? rangeByText(session, workbook, tab(), wanted) : wanted),
    getNamedRanges: () =>
      workbook.namedRanges
        .filter(({ sheetId }) => sheetId === tabId)
        .map((each) => createNamedRange(session, workbook, each)),
    getImages: () => [],
    getPivotTables: () => [],
    getFormUrl: () => null,
  };
}

const FIRST: Area = { row: 0, column: 0, rows: 1, columns: 1 };
