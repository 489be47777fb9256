/** A sentence in both languages of the workbench. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** French for browsers that ask for it, English for all others. */
export function language(): keyof Words {
  return navigator.language.startsWith('fr') ? 'fr' : 'en';
}

/** A sentence in the browser's language. */
export function say(words: Words): string {
  return words[language()];
}
