import type { Fields } from './fields';

/** A row of the tab with a client. */
export interface Client {
  /** Its place when the tab was read, from 1. */
  readonly row: number;
  /** The id of its link; blank: none yet. */
  readonly id: string;
  /** As the screen shows them. */
  readonly fields: Fields;
  /** When someone last edited it by hand, in milliseconds since 1970; null: unknown. */
  readonly changedAt: number | null;
  /** What the sync says of it beside it. */
  readonly status: string;
}
