import type { Cursor, JsonObject } from '../../core/model';
import { serverTime } from '../../http/retry-after';
import type { Api } from '../connector';
import { isObject, numberOf } from '../fields';
import { walk, type List } from './walk';
import { readWalkState } from './walk-state';

/** One page of a list of folders. */
export interface Changes {
  readonly records: readonly JsonObject[];
  readonly cursor: Cursor;
  readonly done: boolean;
  readonly total: number | null;
  /** The pass reads every folder, not the changed ones alone. */
  readonly full: boolean;
  /** Some folders may have been missed. */
  readonly unsure: boolean;
}

/** A list of folders, read in the order of their creation. */
export type FolderList = Pick<List, 'path' | 'limit'>;

/**
 * Reads a page of a list of folders: all of them at first and every week, in between those whose `updatedOn` moved since
 * the last pass began. Between passes the cursor is `{watermark, fullAt}`. The order by id keeps what was read in its
 * place: folders that change or appear meanwhile only come later, and are read then or by the next pass.
 */
export function readChanges(api: Api, list: FolderList, cursor: Cursor | null): Changes {
  const pass = passOf(cursor, api.now());
  const step = walk(api, { ...list, query: queryOf(pass) }, readWalkState(cursor?.walk));
  // The server's clock dates `updatedOn`, so that its time, when known, is the one to compare with.
  const start = pass.start ?? serverTime(step) ?? api.now();
  const full = pass.since === null;
  const next: Cursor = step.next
    ? { ...pass, start, walk: step.next }
    : { watermark: start, fullAt: full && step.unsure ? 0 : pass.fullAt };
  return {
    records: step.records,
    cursor: next,
    done: step.next === null,
    total: step.total,
    full,
    unsure: step.unsure,
  };
}

/** A cursor that makes the next pass read what changed since 1970, and counts as a full pass until the week is over. */
export function unreadCursor(api: Api): Cursor {
  return { watermark: 0, fullAt: api.now() };
}

/** Whether the pass that begins with this cursor, or is under way, reads every folder. */
export function isFull(cursor: Cursor | null, now: number): boolean {
  return passOf(cursor, now).since === null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
/** Records are dated before they can be read, and clocks differ, sometimes by the two hours of a summer time. */
const OVERLAP = 125 * MINUTE;

interface Pass extends JsonObject {
  /** When the first page was answered; null before. */
  readonly start: number | null;
  /** Null in a full pass. */
  readonly since: number | null;
  readonly until: number;
  /** When the last full pass began, by our own clock. */
  readonly fullAt: number;
}

function passOf(cursor: Cursor | null, now: number): Pass {
  const fullAt = numberOf(cursor?.fullAt) ?? 0;
  if (isObject(cursor?.walk)) {
    const since = numberOf(cursor.since);
    return { start: numberOf(cursor.start), since, until: numberOf(cursor.until) ?? now + DAY, fullAt };
  }
  const watermark = numberOf(cursor?.watermark);
  const until = Math.max(now, watermark ?? 0) + DAY;
  if (watermark === null || now - fullAt >= WEEK) return { start: null, since: null, until, fullAt: now };
  return { start: null, since: Math.max(0, watermark - OVERLAP), until, fullAt };
}

function queryOf({ since, until }: Pass): Readonly<Record<string, string>> {
  const order = { sort: 'id', order: 'asc' };
  if (since === null) return order;
  const period = { period: 'custom', filterOnStateDate: 'updatedOn' };
  return { ...order, ...period, since: toInstant(since), until: toInstant(until) };
}

/** The form that Wedof's filters read: no fraction of a second, a numeric offset. */
function toInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
