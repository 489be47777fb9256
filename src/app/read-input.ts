import * as v from 'valibot';
import { CONTACTS } from './contacts/contacts-history';
import { DRAFT, ID } from './input-schemas';
import { readAs } from './read-as';
import type { Draft, Language, RunOptions } from './rpc';

// What pages send, where anything may come. Names that nobody knows are left out. Each throws `SettingsError` as `readAs` does.

/** A connection as the user typed it. */
export function readDraft(given: unknown): Draft {
  return readAs(DRAFT, given, 'connection');
}

/** The id of a connection. */
export function readId(given: unknown): string {
  return readAs(ID, given, 'id');
}

/** Whose history is asked for: the id of a connection, or that of the two-way sync; null: all. */
export function readHistoryOwner(given: unknown): string | null {
  return readAs(v.nullable(v.union([ID, v.literal(CONTACTS)])), given, 'id');
}

/** Yes or no. */
export function readFlag(given: unknown): boolean {
  return readAs(v.boolean(), given, 'flag');
}

/** Ids of connections; undefined when none are chosen, which means all. */
export function readIds(given: unknown): readonly string[] | undefined {
  return readAs(v.nullable(v.pipe(v.array(ID), v.maxLength(MOST_IDS))), given, 'ids') ?? undefined;
}

/** What a run does beside its usual work. */
export function readOptions(given: unknown): RunOptions | undefined {
  return readAs(v.nullable(v.object({ relabel: v.exactOptional(v.boolean()) })), given, 'options') ?? undefined;
}

/** A text that the user pasted. */
export function readText(given: unknown): string {
  return readAs(v.pipe(v.string(), v.maxLength(LONGEST_TEXT)), given, 'text');
}

/** One of the languages that Sync speaks. */
export function readLanguage(given: unknown): Language {
  return readAs(v.picklist(['fr', 'en']), given, 'language');
}

const MOST_IDS = 500;
/** All document properties together hold 500 KB. */
const LONGEST_TEXT = 500_000;
