import { type Language, say, switchLanguage, useLanguage } from '../../src/app/words';

// What `words.test.ts` runs on the local Apps Script.

export function greet(): string {
  return say({ fr: 'bonjour', en: 'hello' });
}

export function greetTwice(): string {
  return `${greet()} ${greet()}`;
}

export function greetIn(language: Language): string {
  useLanguage(language);
  return greet();
}

export function choose(language: Language): string {
  switchLanguage(language);
  return greet();
}
