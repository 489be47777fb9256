import type { Words } from '../core/model';
import { userLocale } from '../platform/session';

export type Language = 'fr' | 'en';

/** The user's language: French for those whose Google account speaks it, else English. */
export function language(): Language {
  return /^fr\b|^fr_/i.test(userLocale()) ? 'fr' : 'en';
}

/** A sentence in the user's language. */
export function say(words: Words): string {
  return words[language()];
}
