import type { Store, Tagged, Workbook } from '../platform/services';
import type { SeenKeys } from './seen-keys';

/** What every tab stands on. */
export interface TabContext {
  readonly workbook: Workbook;
  /** The document's properties. */
  readonly store: Store;
  readonly seen: SeenKeys;
  /** The language of notes on headers. */
  readonly locale: 'fr' | 'en';
  /** The tabs that are ours, as found when one was opened and nothing was changed since; null: look again. */
  tags: readonly Tagged[] | null;
}
