import type { Store, Workbook } from '../platform/services';
import type { SeenKeys } from './seen-keys';

/** What every tab stands on. */
export interface TabContext {
  readonly workbook: Workbook;
  /** The document's properties. */
  readonly store: Store;
  readonly seen: SeenKeys;
  /** The language of notes on headers. */
  readonly locale: 'fr' | 'en';
}
