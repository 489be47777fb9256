import type { Json, JsonObject } from '../../core/model';
import { isObject, numberOf, textOf } from '../fields';

/** Where a walk through the pages of a list stands. Positions count records from 0, in the order of the list. */
export interface WalkState extends JsonObject {
  /** Every record before this position was read. */
  readonly read: number;
  /** A page further on that was read too. */
  readonly islandFrom: number;
  readonly islandTo: number;
  readonly total: number | null;
  /** How many records a page really holds; null before the first page. */
  readonly perPage: number | null;
  /** Fingerprints of the first page and of the one before this, and the number of that one. */
  readonly first: string;
  readonly previous: string;
  readonly previousPage: number;
  /** How often the walk went back because records had left. */
  readonly backs: number;
  /** The page that came empty too early, and may do so once. */
  readonly emptyAt: number;
  /** The walk stopped going back: it may have missed records. */
  readonly unsure: boolean;
}

/** Before the first page. */
export const START: WalkState = {
  read: 0,
  islandFrom: 0,
  islandTo: 0,
  total: null,
  perPage: null,
  first: '',
  previous: '',
  previousPage: 0,
  backs: 0,
  emptyAt: 0,
  unsure: false,
};

/** The state in a cursor's field, or null when there is none. */
export function readWalkState(value: Json | undefined): WalkState | null {
  if (!isObject(value)) return null;
  return {
    read: numberOf(value.read) ?? 0,
    islandFrom: numberOf(value.islandFrom) ?? 0,
    islandTo: numberOf(value.islandTo) ?? 0,
    total: numberOf(value.total),
    perPage: numberOf(value.perPage),
    first: textOf(value.first),
    previous: textOf(value.previous),
    previousPage: numberOf(value.previousPage) ?? 0,
    backs: numberOf(value.backs) ?? 0,
    emptyAt: numberOf(value.emptyAt) ?? 0,
    unsure: value.unsure === true,
  };
}
