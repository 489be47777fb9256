import type { Field, Fields } from './fields';

/** A row and a contact that are the same client, and what both sides agreed on last. */
export interface Link {
  /** Stands in the row's hidden column and, where a sync made the contact, in the contact. */
  readonly id: string;
  /** The contact's resource name; blank while it is being made. */
  readonly ref: string;
  /** The id of the contact's data. */
  readonly source: string;
  readonly state: LinkState;
  /** When that state began, in milliseconds since 1970. */
  readonly since: number;
  /** When both sides agreed last, in milliseconds since 1970. */
  readonly syncedAt: number;
  readonly base: Fields;
  /** Keys of numbers, addresses and jobs that the contact had when both sides agreed on none: they are not the client's. */
  readonly left: readonly string[];
  /** What syncs wrote in the last day. */
  readonly writes: readonly FieldWrite[];
  /** Why Google refused it the last time; blank: it did not. */
  readonly problem: string;
}

/**
 * `creating`: the contact was asked for and may be there; `goneInGoogle`, `goneInSheet`: one side deleted it and the user has not
 * decided; `archived`: the user decided that it is synced no more.
 */
export type LinkState = 'linked' | 'creating' | 'goneInGoogle' | 'goneInSheet' | 'archived';

/** A value that a sync wrote, to notice when two programs keep undoing each other's work. */
export interface FieldWrite {
  readonly field: Field;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The value's key. */
  readonly key: string;
}
