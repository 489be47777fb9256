import type { Column, Kind } from '../core/columns';
import type { Sheet } from '../platform/services';
import type { Target } from './destination';
import type { Headers } from './headers';
import { isSameIndex } from './key-index';
import { findLayout, isLayoutIn } from './layout';
import type { TabContext } from './tab-context';
import { readKeys, readView, type View } from './view';
import { suspectRows } from './writing';

/** A stream's tab in the hands of a run. */
export interface OpenTab {
  readonly context: TabContext;
  readonly target: Target;
  /** The target's columns, then those that pages brought, as far as they are known. */
  columns: readonly Column[];
  /** Null until the first write makes it. */
  sheet: Sheet | null;
  headers: Headers;
  /** The metadata as last read or written. */
  tag: string;
  /** As last read; null until the tab exists. */
  view: View | null;
  /** Rows that a killed run may have given to the wrong record. */
  suspects: readonly number[];
}

/** The metadata that marks a tab as ours. */
export const TAG = 'sync.tab';

/** What it holds: which table it is, the headers we wrote, and the kinds of the columns that pages brought. */
export interface Tag {
  readonly table: string;
  readonly headers: Headers;
  readonly kinds?: Readonly<Record<string, Kind>>;
}

/** Finds a stream's tab by its metadata, whatever its name, and reads it; changes nothing. */
export function openTab(context: TabContext, target: Target): OpenTab {
  context.tags ??= context.workbook.tagged(TAG);
  const tags = context.tags.map((tagged) => ({ ...tagged, tag: JSON.parse(tagged.value) as Tag }));
  // A copy that the user made of a tab carries the same metadata: the leftmost is ours.
  const found = tags.find(({ tag }) => tag.table === target.id);
  const tab: OpenTab = {
    context,
    target,
    columns: target.columns,
    sheet: found?.sheet ?? null,
    headers: found?.tag.headers ?? {},
    tag: found?.value ?? '',
    view: null,
    suspects: [],
  };
  if (!tab.sheet) return tab;
  const kinds = Object.entries(found?.tag.kinds ?? {});
  declareColumns(
    tab,
    kinds.map(([name, kind]) => ({ name, kind, help: { fr: '', en: '' } })),
  );
  const view = refresh(tab, tab.sheet);
  tab.suspects = suspectRows(context.store, target.id, view.index).filter((row) => row <= view.rows);
  return tab;
}

/** Makes columns beyond the target's own known. No spreadsheet call. */
export function declareColumns(tab: OpenTab, columns: readonly Column[]): void {
  if (columns.length === 0) return;
  const own = new Set(tab.target.columns.map(({ name }) => name));
  const declared = new Map(tab.columns.map((column) => [column.name, column]));
  for (const column of columns) if (!own.has(column.name)) declared.set(column.name, column);
  tab.columns = [...declared.values()];
  if (!tab.view) return;
  const layout = findLayout(declaredTarget(tab), tab.headers, tab.view.cells, tab.context.locale);
  tab.view = { ...tab.view, layout };
}

/** The target with all columns that are known. */
export function declaredTarget(tab: OpenTab): Target {
  return { ...tab.target, columns: tab.columns };
}

/** Reads the tab again. */
export function refresh(tab: OpenTab, sheet: Sheet): View {
  tab.view = readView(sheet, declaredTarget(tab), tab.headers, tab.context.locale);
  return tab.view;
}

/** The view where the tab still is as it was last read, else a new one. One spreadsheet call when nobody touched it. */
export function lookAgain(tab: OpenTab, view: View): View {
  const { cells, keys } = readKeys(view.sheet, view.layout, tab.target);
  return isLayoutIn(view.layout, cells) && isSameIndex(view.index, keys) ? view : refresh(tab, view.sheet);
}

/** Writes down which headers are ours, unless that is known already. */
export function saveTag(tab: OpenTab, sheet: Sheet): void {
  const { target, headers, columns } = tab;
  const brought = columns.slice(target.columns.length).filter(({ name, kind }) => name in headers && kind !== 'any');
  const kinds = Object.fromEntries(brought.map(({ name, kind }) => [name, kind]));
  const tag: Tag = { table: target.id, headers, ...(brought.length > 0 ? { kinds } : {}) };
  const text = JSON.stringify(tag);
  if (text !== tab.tag) sheet.tag(TAG, text);
  tab.tag = text;
}
