import type { Store, Workbook } from '../platform/services';
import type { Destination } from './destination';
import { createSeenKeys } from './seen-keys';
import { createTab } from './tab';
import type { TabContext } from './tab-context';

/** The tabs of a spreadsheet as a destination: one tab a stream, found by its metadata whatever its name. */
export function createTabs(workbook: Workbook, store: Store, locale: 'fr' | 'en'): Destination {
  const context: TabContext = { workbook, store, seen: createSeenKeys(workbook), locale, tags: null };
  return { open: (target) => createTab(context, target) };
}
