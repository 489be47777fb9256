import { copyArea } from './arrange';
import { checkCells, MAX_TABS } from './limits';
import { Refusal } from './refusal';
import { createTab, newId, tabById, tabByName, type Tab, type Workbook } from './workbook';
import { wholeArea } from './sheet-area';

/** The tab that is open; the first one when none is. */
export function activeTab(workbook: Workbook): Tab {
  return workbook.tabs.find(({ id }) => id === workbook.activeTab) ?? tabById(workbook, workbook.tabs[0]?.id ?? 0);
}

/** Adds a tab at a place counted from 0; without a name it is named as Google does in the spreadsheet's language. */
export function addTab(workbook: Workbook, name: string | null, index: number, rows = 1000, columns = 26): Tab {
  if (workbook.tabs.length >= MAX_TABS) {
    throw new Refusal(
      `This action would increase the number of sheets in the workbook above the limit of ${String(MAX_TABS)} sheets.`,
    );
  }
  checkCells(workbook, rows * columns);
  const chosen = name ?? freeName(workbook);
  checkName(workbook, chosen);
  const tab = createTab(newId(workbook), chosen, rows, columns);
  workbook.tabs.splice(index, 0, tab);
  return tab;
}

/** Takes a tab away with all that hangs on it; refuses to take the last one that can be seen. */
export function deleteTab(workbook: Workbook, tab: Tab): void {
  if (!workbook.tabs.some((each) => each !== tab && !each.hidden)) {
    throw new Refusal("You can't remove all the sheets in a document.");
  }
  workbook.tabs.splice(workbook.tabs.indexOf(tab), 1);
  // What was computed before is old, although the changes of this tab are no longer counted.
  for (const { grid } of workbook.tabs) grid.revision += tab.grid.revision + 2;
  workbook.metadata = workbook.metadata.filter(({ sheetId }) => sheetId !== tab.id);
  workbook.namedRanges = workbook.namedRanges.filter(({ sheetId }) => sheetId !== tab.id);
  for (const each of workbook.tabs) {
    each.charts = each.charts.map((chart) => ({
      ...chart,
      ranges: chart.ranges.filter(({ sheetId }) => sheetId !== tab.id),
    }));
  }
  if (workbook.activeTab === tab.id) workbook.activeTab = workbook.tabs.find(({ hidden }) => !hidden)?.id ?? 0;
}

/** Renames a tab: formulas follow, as they know tabs by id. */
export function renameTab(workbook: Workbook, tab: Tab, name: string): void {
  if (tab.name === name) return;
  if (tabByName(workbook, name) !== tab) checkName(workbook, name);
  tab.name = name;
}

/** Adds a copy of a tab, cells, looks, sizes and charts, at the end of a spreadsheet; the name is "Copy of ..." in its language. */
export function copyTab(from: Tab, to: Workbook): Tab {
  const prefix = to.locale.startsWith('fr') ? 'Copie de ' : 'Copy of ';
  const { maxRows, maxColumns } = from.grid;
  const copy = addTab(to, freeName(to, prefix + from.name), to.tabs.length, maxRows, maxColumns);
  copyArea(from, { ...wholeArea(from), rows: from.grid.rows.length }, copy, 0, 0);
  copy.frozenRows = from.frozenRows;
  copy.frozenColumns = from.frozenColumns;
  copy.columnWidths = new Map(from.columnWidths);
  copy.charts = from.charts.map((chart) => ({
    ...chart,
    id: newId(to),
    ranges: chart.ranges.flatMap((range) => {
      if (range.sheetId === from.id) return [{ ...range, sheetId: copy.id }];
      return to.tabs.includes(from) ? [range] : [];
    }),
  }));
  return copy;
}

function checkName(workbook: Workbook, name: string): void {
  if (name === '' || name.length > 100) throw new Refusal('The sheet name must be between 1 and 100 characters long.');
  if (tabByName(workbook, name)) {
    throw new Refusal(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

function freeName(workbook: Workbook, wanted?: string): string {
  if (wanted !== undefined && !tabByName(workbook, wanted)) return wanted;
  const isFrench = workbook.locale.startsWith('fr');
  for (let i = wanted === undefined ? workbook.tabs.length + 1 : 2; ; i++) {
    const name = wanted === undefined ? `${isFrench ? 'Feuille ' : 'Sheet'}${String(i)}` : `${wanted} ${String(i)}`;
    if (!tabByName(workbook, name)) return name;
  }
}
