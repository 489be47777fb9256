import { prompt } from '../platform/screen';

/**
 * The place, from 0, of the line whose number the user types, asked again until it is one of them; null when they cancel
 * or nobody looks.
 */
export function askLine(title: string, question: string, lines: readonly string[]): number | null {
  const text = [question, ...lines.map((line, index) => `${index + 1}. ${line}`)].join('\n');
  for (;;) {
    const typed = prompt(title, text);
    if (typed === null) return null;
    const number = /^\d+$/.test(typed) ? Number(typed) : 0;
    if (number >= 1 && number <= lines.length) return number - 1;
  }
}
