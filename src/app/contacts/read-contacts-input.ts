import * as v from 'valibot';
import { readAs } from '../read-as';
import type { ContactsRunOptions, ContactsSettings, Decision } from '../rpc';

// What pages send, where anything may come. Each throws `SettingsError` as `readAs` does.

/** How the two-way sync is to be. */
export function readContactsSettings(given: unknown): ContactsSettings {
  return readAs(SETTINGS, given, 'contacts');
}

/** Resource names of contacts. */
export function readRefs(given: unknown): readonly string[] {
  return readAs(v.pipe(v.array(REF), v.minLength(1), v.maxLength(MOST)), given, 'contacts');
}

/** What a sync does beside its usual work. */
export function readContactsOptions(given: unknown): ContactsRunOptions {
  return readAs(v.nullable(v.object({ force: v.exactOptional(v.boolean()) })), given, 'options') ?? {};
}

/** What the person decided. */
export function readDecisions(given: unknown): readonly Decision[] {
  const TEXT = v.pipe(v.string(), v.maxLength(500));
  return readAs(v.pipe(v.array(v.object({ id: TEXT, value: TEXT })), v.maxLength(MOST)), given, 'decisions');
}

/** A short text, such as words to look for. */
export function readWords(given: unknown): string {
  return readAs(v.pipe(v.string(), v.maxLength(500)), given, 'search');
}

const MOST = 1000;
const REF = v.pipe(v.string(), v.regex(/^people\/[\w-]{1,100}$/));

const SETTINGS = v.object({
  scope: v.variant('kind', [
    v.object({ kind: v.literal('label'), name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)) }),
    v.object({ kind: v.literal('all') }),
  ]),
  direction: v.picklist(['both', 'toGoogle', 'fromGoogle']),
  tie: v.picklist(['sheet', 'google']),
  hourly: v.boolean(),
  atOnce: v.boolean(),
});
