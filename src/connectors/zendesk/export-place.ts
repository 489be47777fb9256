import type { Cursor, JsonObject } from '../../core/model';
import { numberOf, textOf } from '../fields';

/** Where a cursor export stands, within a pass and between two. */
export interface Place extends JsonObject {
  /** Seconds since 1970: asked with as long as there is no `cursor`. */
  readonly start: number;
  readonly cursor: string;
  /** The cursor of the page before. */
  readonly before: string;
  /** The latest change that was seen, in seconds since 1970. */
  readonly last: number;
  /** How many records a page is asked to hold, and how many pages of that size came well. */
  readonly size: number;
  readonly good: number;
  /** What `last` was when a cursor was refused, until something later came. */
  readonly refusedAt: number | null;
}

/** The most records that a page may hold (developer.zendesk.com, "Incremental exports", `per_page`). */
export const LARGEST = 1000;

/** Before the first page of all. */
export const INITIAL: Place = { start: 0, cursor: '', before: '', last: 0, size: LARGEST, good: 0, refusedAt: null };

/** The place that a cursor names; the initial one without a cursor. */
export function readPlace(cursor: Cursor | null): Place {
  return {
    start: numberOf(cursor?.start) ?? INITIAL.start,
    cursor: textOf(cursor?.cursor),
    before: textOf(cursor?.before),
    last: numberOf(cursor?.last) ?? INITIAL.last,
    size: numberOf(cursor?.size) ?? INITIAL.size,
    good: numberOf(cursor?.good) ?? INITIAL.good,
    refusedAt: numberOf(cursor?.refusedAt),
  };
}
