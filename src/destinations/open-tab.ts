import type { Sheet } from '../platform/services';
import type { Target } from './destination';
import type { Headers } from './layout';
import type { TabContext } from './tab-context';
import { readView, type View } from './view';
import { suspectRows } from './writing';

/** A stream's tab in the hands of a run. */
export interface OpenTab {
  readonly context: TabContext;
  readonly target: Target;
  /** Null until the first write makes it. */
  sheet: Sheet | null;
  headers: Headers;
  /** As last read; null until the tab exists. */
  view: View | null;
  /** Rows that a killed run may have given to the wrong record. */
  suspects: readonly number[];
}

/** The metadata that marks a tab as ours. */
export const TAG = 'sync.tab';

/** What it holds: which table it is and the headers we wrote. */
interface Tag {
  readonly table: string;
  readonly headers: Headers;
}

/** Finds a stream's tab by its metadata, whatever its name, and reads it; changes nothing. */
export function openTab(context: TabContext, target: Target): OpenTab {
  const tags = context.workbook.tagged(TAG).map(({ sheet, value }) => ({ sheet, tag: JSON.parse(value) as Tag }));
  // A copy that the user made of a tab carries the same metadata: the leftmost is ours.
  const found = tags.find(({ tag }) => tag.table === target.id);
  const tab: OpenTab = {
    context,
    target,
    sheet: found?.sheet ?? null,
    headers: found?.tag.headers ?? {},
    view: null,
    suspects: [],
  };
  if (!tab.sheet) return tab;
  const view = refresh(tab, tab.sheet);
  tab.suspects = suspectRows(context.store, target.id, view.index).filter((row) => row <= view.rows);
  return tab;
}

/** Reads the tab again. */
export function refresh(tab: OpenTab, sheet: Sheet): View {
  tab.view = readView(sheet, tab.target, tab.headers, tab.context.locale);
  return tab.view;
}

/** Writes down which headers are ours. */
export function saveTag(tab: OpenTab, sheet: Sheet): void {
  const tag: Tag = { table: tab.target.id, headers: tab.headers };
  sheet.tag(TAG, JSON.stringify(tag));
}
