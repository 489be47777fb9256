import { UnavailableError } from '../../core/errors';
import type { Cursor, JsonObject } from '../../core/model';
import type { Api, Page } from '../connector';
import { isList, isObject, textOf } from '../fields';
import { isFull, readChanges, unreadCursor, type Changes } from './changes';
import { joinNotes, sentences } from './sentences';
import type { Visit, Visited } from './visit';

/** A kind of record that Wedof only gives folder by folder. */
export interface ByFolder {
  /** The lists of folders to walk. */
  readonly paths: readonly string[];
  /** The records of one folder of the list at `path`. */
  readonly visit: Visit;
}

/** A page asks for its folders and for each one's records: at most 21 requests, and no more than half a minute begun. */
const FOLDERS_A_PAGE = 20;
const LONGEST_PAGE = 30_000;
/** How many answered links are remembered, so that neighbouring folders do not ask for the same record again. */
const RECENT = 40;
/** When the first folders of a pass all refuse, so will the others. */
const MOST_REFUSALS = 3;

/**
 * Reads the records of up to 20 folders: of all folders at first and every week (then what vanished may be swept), of the
 * changed ones in between. Throws `UnavailableError` when no list of folders opens, or no folder has such records.
 */
export function readByFolder(api: Api, cursor: Cursor | null, plan: ByFolder): Page {
  const pass = passOf(cursor, plan, api.now());
  const list = { path: plan.paths[pass.at] ?? '', limit: FOLDERS_A_PAGE };
  let changes: Changes;
  try {
    changes = readChanges(api, list, pass.lists[pass.at] ?? null);
  } catch (error) {
    const isLast = pass.at + 1 >= plan.paths.length;
    if (!(error instanceof UnavailableError) || (isLast && !pass.opened)) throw error;
    return endList({ ...pass, unsure: true }, unreadCursor(api), plan, []);
  }
  const opened = { ...pass, opened: true, unsure: pass.unsure || changes.unsure };
  return visitFolders(api, opened, changes, plan);
}

/** Whether the pass that this cursor begins, or stands in, visits every folder. */
export function isFullByFolder(cursor: Cursor | null, now: number): boolean {
  if (typeof cursor?.full === 'boolean') return cursor.full;
  const lists = cursor?.lists;
  return isFull(isList(lists) && isObject(lists[0]) ? lists[0] : null, now);
}

interface Pass extends JsonObject {
  readonly full: boolean;
  /** Which list is being walked, and where each stands. */
  readonly at: number;
  readonly lists: readonly (Cursor | null)[];
  /** The last folder of the page that was visited, when a page was left early. */
  readonly after: string;
  readonly recent: readonly string[];
  /** A list of folders answered; some folder was asked; some folder answered. */
  readonly opened: boolean;
  readonly asked: boolean;
  readonly answered: boolean;
  /** Folders that refused. */
  readonly refused: number;
  readonly unsure: boolean;
}

function passOf(cursor: Cursor | null, plan: ByFolder, now: number): Pass {
  const full = isFullByFolder(cursor, now);
  const isUnderWay = typeof cursor?.full === 'boolean';
  const lists = isList(cursor?.lists) ? cursor.lists : [];
  const recent = cursor?.recent;
  return {
    full,
    at: typeof cursor?.at === 'number' ? cursor.at : 0,
    // A full pass begins every list anew.
    lists: plan.paths.map((_, i) => (isObject(lists[i]) && (isUnderWay || !full) ? lists[i] : null)),
    after: textOf(cursor?.after),
    recent: isList(recent) ? recent.map(textOf) : [],
    opened: cursor?.opened === true,
    asked: cursor?.asked === true,
    answered: cursor?.answered === true,
    refused: typeof cursor?.refused === 'number' ? cursor.refused : 0,
    unsure: cursor?.unsure === true,
  };
}

function visitFolders(api: Api, pass: Pass, changes: Changes, plan: ByFolder): Page {
  const begun = api.now();
  const visited: Visited[] = [];
  const recent = [...pass.recent];
  let { asked, answered, refused, unsure } = pass;
  const keys = changes.records.map(keyOf);
  for (let i = pass.after === '' ? 0 : keys.indexOf(pass.after) + 1; i < keys.length; i++) {
    const folder = changes.records[i];
    if (!folder) break;
    if (visited.length > 0 && api.now() - begun > LONGEST_PAGE) {
      const after = keys[i - 1] ?? '';
      return toPage({ ...pass, after, recent: recent.slice(-RECENT), asked, answered, refused, unsure }, visited);
    }
    const visit = plan.visit(api, folder, plan.paths[pass.at] ?? '', recent);
    visited.push(visit);
    asked ||= visit.asked;
    answered ||= visit.answered;
    if (!visit.refused) continue;
    refused += 1;
    unsure = true;
    if (!answered && refused >= MOST_REFUSALS) throw visit.refused;
  }
  const next = { ...pass, after: '', recent: recent.slice(-RECENT), asked, answered, refused, unsure };
  if (changes.done) return endList(next, changes.cursor, plan, visited);
  return toPage({ ...next, lists: withCursor(next, changes.cursor) }, visited);
}

function endList(pass: Pass, cursor: Cursor, plan: ByFolder, visited: readonly Visited[]): Page {
  const next = { ...pass, lists: withCursor(pass, cursor), at: pass.at + 1, after: '' };
  if (next.at < plan.paths.length) return toPage(next, visited);
  if (pass.full && pass.asked && !pass.answered) {
    throw new UnavailableError('wedof: every folder answered 404 or 403', sentences.nothingHere, 404);
  }
  return { ...toPage(next, visited), cursor: { lists: next.lists }, done: true };
}

function withCursor({ lists, at }: Pass, cursor: Cursor): readonly (Cursor | null)[] {
  return lists.map((before, i) => (i === at ? cursor : before));
}

function toPage(pass: Pass, visited: readonly Visited[]): Page {
  const rows = visited.flatMap((visit) => visit.rows);
  const keyless = visited.reduce((sum, visit) => sum + visit.keyless, 0);
  const foreign = visited.filter((visit) => visit.foreign).length;
  const refused = visited.filter((visit) => visit.refused).length;
  const note = joinNotes([
    keyless > 0 ? sentences.keyless(keyless) : undefined,
    foreign > 0 ? sentences.foreignLinks(foreign) : undefined,
    refused > 0 ? sentences.refused(refused) : undefined,
  ]);
  const complete = pass.full && !pass.unsure;
  return { rows, cursor: pass, done: false, complete, ...(note && { note }) };
}

/** What identifies a folder among those of its list. */
export function keyOf(folder: JsonObject): string {
  return textOf(folder.externalId) || textOf(folder.id);
}
