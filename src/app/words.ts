import type { Words } from '../core/model';
import { userStore } from '../platform/property-stores';
import { userLocale } from '../platform/session';
import type { Language } from './rpc';

export type { Language };

/** The user's language: the one they chose, else that of their Google account. Looked up once in an execution. */
export function language(): Language {
  known ??= chosenLanguage() ?? accountLanguage();
  return known;
}

/** A sentence in the user's language. */
export function say(words: Words): string {
  return words[language()];
}

/** French for those whose Google account speaks it, else English. Reads nothing that is stored. */
export function accountLanguage(): Language {
  try {
    return /^fr\b|^fr_/i.test(userLocale()) ? 'fr' : 'en';
  } catch {
    // Whatever goes wrong is told in some language.
    return 'en';
  }
}

/** Makes that the language of this execution, which looks it up no more. */
export function useLanguage(language: Language): void {
  known = language;
}

/** Makes that the user's language from now on. */
export function switchLanguage(language: Language): void {
  userStore().set(PROPERTY, language);
  useLanguage(language);
}

const PROPERTY = 'language';

/** An execution starts with fresh globals, so this is its own user's. */
let known: Language | null = null;

function chosenLanguage(): Language | null {
  try {
    const stored = userStore().get(PROPERTY);
    return stored === 'fr' || stored === 'en' ? stored : null;
  } catch {
    // The account's will do.
    return null;
  }
}
