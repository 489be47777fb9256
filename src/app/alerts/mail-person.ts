import type { Words } from '../../core/model';

export function mailPerson(_to: readonly string[], _subject: Words, _paragraphs: readonly Words[]): boolean {
  return false;
}
