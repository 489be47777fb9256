import type { Cursor, Json, JsonObject } from '../../core/model';
import { isList, numberOf, textOf } from '../fields';

/** When tickets were deleted whose rows have left the tab, in seconds since 1970, by id: the latest of them, oldest first. */
export type Gone = ReadonlyMap<string, number>;

/** A cursor holds less than 2 KB: room for the deletions of the last pages, and answers are out of order by no more. */
const MOST = 50;

/** The deletions that a cursor remembers. */
export function readGone(cursor: Cursor | null): Gone {
  const pairs: readonly Json[] = isList(cursor?.gone) ? cursor.gone : [];
  return new Map(pairs.filter(isList).map(([id, time]) => [textOf(id), numberOf(time) ?? 0]));
}

/** As a cursor keeps them. */
export function fromGone(gone: Gone): Json {
  return [...gone].slice(-MOST).map(([id, time]) => [id, time]);
}

/** The deletions known after a page of `tickets`; one that is there again is no longer deleted. */
export function addGone(gone: Gone, tickets: readonly JsonObject[], timeOf: (ticket: JsonObject) => number): Gone {
  const known = new Map(gone);
  for (const ticket of tickets) {
    const id = textOf(ticket.id);
    known.delete(id);
    if (ticket.status === 'deleted') known.set(id, timeOf(ticket));
  }
  return known;
}
