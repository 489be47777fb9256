import * as v from 'valibot';
import type { Store } from '../../platform/services';
import { connectionsIn } from '../connections';
import { CONTACTS } from '../contacts/contacts-history';
import { contactsIn } from '../contacts/contacts-store';
import { readAllStored } from '../read-stored';

type Properties = Readonly<Record<string, string>>;

/** A run that somebody asked for from outside: it begins in an execution of its own, as Google answers no call while one works. */
export type Ask = v.InferOutput<typeof ASK>;

/** How the run of one of its connections ended. */
export type AskResult = v.InferOutput<typeof RESULT>;

/** The runs that were asked for, by their ids, oldest first, from the document's properties. */
export function asksIn(properties: Properties): ReadonlyMap<string, Ask> {
  const found = [...readAllStored(ASK, properties, PREFIX)];
  return new Map(found.sort(([, a], [, b]) => a.at - b.at));
}

/** Stores one; null forgets it. One service call. */
export function writeAsk(store: Store, id: string, ask: Ask | null): void {
  if (ask) store.set(PREFIX + id, JSON.stringify(ask));
  else store.remove(PREFIX + id);
}

/** The connections of a run that have not ended. */
export function waitingIn({ connections, results }: Ask): readonly string[] {
  return connections.filter((id) => results[id] === undefined);
}

/** Whether something was asked for from outside that a person's executions have to run: connections of theirs, or their contacts. */
export function hasAsked(properties: Properties, person: string): boolean {
  return waitingFor(properties, person).length > 0;
}

/** What was asked for and a person's executions have to run, the longest asked first: ids of connections, and `CONTACTS`. */
export function waitingFor(properties: Properties, person: string): readonly string[] {
  const owners = ownersIn(properties);
  const waiting = [...asksIn(properties).values()].flatMap(waitingIn);
  return [...new Set(waiting)].filter((id) => owners.get(id) === person);
}

/** Whose account each connection, and the contacts, are synced with: by ids, e-mail addresses. */
export function ownersIn(properties: Properties): ReadonlyMap<string, string> {
  const owners = new Map(connectionsIn(properties).map(({ id, owner }) => [id, owner]));
  const { setup } = contactsIn(properties);
  return setup ? owners.set(CONTACTS, setup.owner) : owners;
}

/** Cut to `most` characters in either language. */
export function cutWords({ fr, en }: AskResult['message'], most: number): AskResult['message'] {
  return { fr: cut(fr, most), en: cut(en, most) };
}

const PREFIX = 'asked.';

const RESULT = v.object({
  status: v.picklist(['finished', 'failed', 'stopped']),
  read: v.number(),
  inserted: v.number(),
  updated: v.number(),
  removed: v.number(),
  /** Milliseconds since 1970. */
  startedAt: v.number(),
  endedAt: v.number(),
  message: v.object({ fr: v.string(), en: v.string() }),
});

const ASK = v.object({
  /** Milliseconds since 1970. */
  at: v.number(),
  /** Ids of connections, and `CONTACTS`. */
  connections: v.array(v.string()),
  /** Of those that have ended. */
  results: v.record(v.string(), RESULT),
});

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
