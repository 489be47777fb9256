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
 * list is tried again with each full pass over the folders.
 */
export function readListOrFolders(api: Api, cursor: Cursor | null, plan: ListOrFolders): Page {
  const folders = isObject(cursor?.folders) ? cursor.folders : null;
  if (isObject(cursor?.walk)) return readList(api, plan, cursor, plan.toRows);
  const isUnderWay = cursor?.underWay === true;
  if (!isUnderWay && (!folders || plan.isFull(folders, api.now()))) {
    const page = tryList(api, plan);
    if (page) return page;
  }
  const page = plan.readFolders(folders);
  return { ...page, cursor: page.done ? { folders: page.cursor } : { folders: page.cursor, underWay: true } };
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
