import * as v from 'valibot';
import type { Words } from '../core/model';
import type { Entry, History } from '../engine/engine';
import type { Store } from '../platform/services';
import { STATUSES } from './history-columns';
import { toParagraphs } from './paragraphs';
import { readAllStored } from './read-stored';
import type { LastRun } from './rpc';
import { sumEntries } from './sum-entries';
import { type Language, say } from './words';

/**
 * How the last run of each connection went, by the connection's id and in the user's language, from those of the document's
 * properties that this version can read.
 */
export function lastRunsOf(properties: Readonly<Record<string, string>>): ReadonlyMap<string, LastRun> {
  const stored = readAllStored(LAST_RUN, properties, PREFIX);
  return new Map([...stored].map(([id, { message, ...rest }]) => [id, { ...rest, message: toText(message) }]));
}

/** Notes how connections ended. One service call a connection. */
export function writeLastRuns(store: Store, entries: readonly Entry[]): void {
  for (const id of new Set(entries.map(({ connection }) => connection))) {
    const own = entries.filter(({ connection }) => connection === id);
    store.set(PREFIX + id, JSON.stringify(toStored(own)));
  }
}

/**
 * A history that notes each connection's last run beside it, also when it cannot be written itself. What could not even begin
 * is no run of a connection that is not the person's own (`isOwn`): it says more about the person than about the connection.
 */
export function withLastRuns(history: History, store: Store, isOwn: (connection: string) => boolean): History {
  return {
    append(entries) {
      try {
        const isRun = (entry: Entry): boolean => isRunOf(entry, () => isOwn(entry.connection));
        writeLastRuns(store, entries.filter(isRun));
      } finally {
        history.append(entries);
      }
    },
  };
}

/** Whether it is one of its connection: what could not even begin is none unless the connection is the person's own. */
export function isRunOf({ stream, status }: Entry, isOwn: () => boolean): boolean {
  return stream !== '' || status !== 'failed' || isOwn();
}

const PREFIX = 'last.';

const LAST_RUN = v.object({
  startedAt: v.number(),
  duration: v.number(),
  status: v.picklist(STATUSES),
  read: v.number(),
  inserted: v.number(),
  updated: v.number(),
  removed: v.number(),
  /** A text in one language is what earlier versions wrote. */
  message: v.union([v.string(), v.object({ fr: v.string(), en: v.string() })]),
});
/** A property holds 9 KB; the history has the whole text. */
const LONGEST_MESSAGE = 500;

function toStored(entries: readonly Entry[]): v.InferOutput<typeof LAST_RUN> {
  const { startedAt, duration, status, read, inserted, updated, removed } = sumEntries(entries);
  // why it failed comes first, before what is cut
  const worstFirst = [...entries].sort((a, b) => Number(b.status === status) - Number(a.status === status));
  const message = { fr: messageIn('fr', worstFirst), en: messageIn('en', worstFirst) };
  return { startedAt, duration, status, read, inserted, updated, removed, message };
}

/** The card that shows it has the connection's title. */
function messageIn(language: Language, entries: readonly Entry[]): string {
  const said = entries.map((entry) => ({ ...entry, title: entry.title[language], message: entry.message[language] }));
  return cut(toParagraphs(said, language, () => '').join('\n'));
}

function cut(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1)}…`;
}

function toText(message: Words | string): string {
  return typeof message === 'string' ? message : say(message);
}
