import type { Language } from '../src/app/rpc';

/** A sentence in both languages of the interface. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

let chosen: Language = 'fr';

/** The language that `say` speaks. */
export function language(): Language {
  return chosen;
}

/** Changes it; what is on the page must be drawn again. */
export function setLanguage(next: Language): void {
  chosen = next;
  document.documentElement.lang = next;
}

/** A sentence in the user's language. */
export function say({ fr, en }: Words): string {
  return chosen === 'en' ? en : typeset(fr);
}

/** A sentence with French blanks that do not break: no line begins with a colon or the like. */
export function typeset(sentence: string): string {
  return sentence.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
