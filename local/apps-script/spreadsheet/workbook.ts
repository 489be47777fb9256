import type { Area, Span } from './area';
import type { TabChart } from './chart';
import { Grid } from './grid';
import { Refusal } from './refusal';

/** A spreadsheet as Google stores it: it outlives executions, and `saved.ts` turns it into text and back. */
export interface Workbook {
  readonly id: string;
  name: string;
  /** What the user of this account may do with it: it may be someone else's. */
  access: Access;
  /** Such as `fr_FR`. */
  locale: string;
  timeZone: string;
  readonly tabs: Tab[];
  metadata: Metadata[];
  namedRanges: NamedArea[];
  activeTab: number;
  /** How many ids were given out: tabs and metadata never share one. */
  ids: number;
  /** What users saw, oldest first. */
  shown: Shown[];
  /** The menus that stand in the menu bar. */
  menus: MenuTree[];
}

export type Access = 'edit' | 'view' | 'none';

/** One tab of a spreadsheet. */
export interface Tab {
  readonly id: number;
  name: string;
  hidden: boolean;
  color: string | null;
  readonly grid: Grid;
  frozenRows: number;
  frozenColumns: number;
  columnWidths: Map<number, number>;
  hiddenColumns: Set<number>;
  filter: TabFilter | null;
  protections: TabProtection[];
  charts: TabChart[];
  /** What the user or the script selected last; absent: A1. */
  selection?: Area;
}

export interface TabFilter {
  area: Area;
  /** By column from 0: the shown texts whose rows are hidden. */
  hiddenValues: Map<number, readonly string[]>;
}

export interface TabProtection {
  /** null: the whole tab. */
  area: Area | null;
  description: string;
  warningOnly: boolean;
  editors: string[];
  unprotected: Area[];
}

export interface Metadata {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  /** null: the spreadsheet itself. */
  sheetId: number | null;
  /** Whole rows or columns of the tab; null: the tab itself. */
  lines: (Span & { readonly axis: 'row' | 'column' }) | null;
}

export interface NamedArea {
  name: string;
  sheetId: number;
  area: Area;
}

/** A message, a question or a page that the script put before the user. */
export interface Shown {
  readonly kind: 'toast' | 'alert' | 'prompt' | 'sidebar' | 'dialog';
  readonly title: string;
  readonly text: string;
  /** What the user pressed and typed, for questions. */
  readonly answer?: Answer;
}

export interface Answer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

export interface MenuTree {
  readonly caption: string;
  readonly items: readonly (MenuItem | MenuTree | 'separator')[];
}

export interface MenuItem {
  readonly caption: string;
  readonly functionName: string;
}

/** A spreadsheet as Google makes a new one: one tab of 1,000 rows and 26 columns. */
export function createWorkbook(id: string, name: string, locale: string, timeZone: string): Workbook {
  const first = createTab(0, locale.startsWith('fr') ? 'Feuille 1' : 'Sheet1');
  return {
    ...{ id, name, access: 'edit', locale, timeZone },
    ...{ tabs: [first], metadata: [], namedRanges: [], activeTab: 0, ids: 0, shown: [], menus: [] },
  };
}

export function createTab(id: number, name: string, rows = 1000, columns = 26): Tab {
  return {
    ...{ id, name, hidden: false, color: null, grid: new Grid(rows, columns) },
    ...{
      frozenRows: 0,
      frozenColumns: 0,
      columnWidths: new Map(),
      hiddenColumns: new Set(),
      filter: null,
      protections: [],
      charts: [],
    },
  };
}

/** A number that no tab and no metadata of the spreadsheet bears, as wide and as scattered as Google's. */
export function newId(workbook: Workbook): number {
  workbook.ids += 1;
  return (workbook.ids * 1_640_531_527) % 2_147_483_647;
}

/** The tab with an id; refuses with Google's words when it was deleted. */
export function tabById(workbook: Workbook, id: number): Tab {
  const tab = workbook.tabs.find((each) => each.id === id);
  if (!tab) throw new Refusal(`Sheet ${String(id)} not found`);
  return tab;
}

/** The tab with a name, which is matched as Sheet references do, without regard to case; null when there is none. */
export function tabByName(workbook: Workbook, name: string): Tab | null {
  const wanted = name.toLowerCase();
  return workbook.tabs.find((tab) => tab.name.toLowerCase() === wanted) ?? null;
}
