import type { Store, Workbook } from '../platform/services';
import type { Destination } from './destination';
import { createSeenKeys, type SeenKeys } from './seen-keys';
import { createTab } from './tab';

/** What every tab stands on. */
export interface TabContext {
  readonly workbook: Workbook;
  /** The document's properties. */
  readonly store: Store;
  readonly seen: SeenKeys;
  /** The language of notes on headers. */
  readonly locale: 'fr' | 'en';
}

/** The tabs of a spreadsheet as a destination: one tab a stream, found by its metadata whatever its name. */
export function createTabs(workbook: Workbook, store: Store, locale: 'fr' | 'en'): Destination {
  const context: TabContext = { workbook, store, seen: createSeenKeys(workbook), locale };
  return { open: (target) => createTab(context, target) };
}
