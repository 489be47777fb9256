import { DataError, UnavailableError } from '../../core/errors';
import type { Cursor } from '../../core/model';
import type { Api, Page } from '../connector';
import { isObject } from '../fields';
import { readList } from './lists';
import type { Shape } from './shape';

/** A kind of record with a list that some accounts lack, and another way to find the records through the folders. */
export interface ListOrFolders {
  readonly path: string;
  readonly toRows: Shape['toRows'];
  /** The list is not documented without a filter: only an answer with records in it is trusted. */
  readonly doubtful?: boolean;
  readFolders(cursor: Cursor | null): Page;
  /** Whether the folder pass that the cursor begins reads everything. */
  isFull(cursor: Cursor | null, now: number): boolean;
}

/**
 * Reads the list where the account has one, and goes through the folders where it refuses it. A refusal is remembered: the
 * list is tried again with each full pass over the folders. Where the list once answered, the folders, which know less,
 * only stand in for it: it is tried again each time, and what they do not bring stays.
 */
export function readListOrFolders(api: Api, cursor: Cursor | null, plan: ListOrFolders): Page {
  const folders = isObject(cursor?.folders) ? cursor.folders : null;
  if (isObject(cursor?.walk)) return asList(readList(api, plan, cursor, plan.toRows));
  const isUnderWay = cursor?.underWay === true;
  const hadList = cursor?.hadList === true;
  if (!isUnderWay && (!folders || hadList || plan.isFull(folders, api.now()))) {
    const page = tryList(api, plan);
    if (page) return asList(page);
  }
  const page = plan.readFolders(folders);
  const next = { folders: page.cursor, hadList };
  return {
    ...page,
    complete: page.complete === true && !hadList,
    cursor: page.done ? next : { ...next, underWay: true },
  };
}

function asList(page: Page): Page {
  return { ...page, cursor: { ...page.cursor, hadList: true } };
}

function tryList(api: Api, plan: ListOrFolders): Page | null {
  try {
    const page = readList(api, plan, null, plan.toRows);
    return plan.doubtful && page.rows.length === 0 ? null : page;
  } catch (error) {
    if (error instanceof UnavailableError || (plan.doubtful && error instanceof DataError)) return null;
    throw error;
  }
}
