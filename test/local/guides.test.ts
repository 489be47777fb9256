import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Everything that the sidebar and the menu say, a constant of theirs in each language. */
const SOURCES = [...readdirSync(join(ROOT, 'ui')).map((name) => `ui/${name}`), 'src/app/menu.ts'].map(read).join('\n');

const GUIDES = {
  fr: { text: read('docs/guide.fr.md'), quoted: /\*\*« ([^»]+) »\*\*/g },
  en: { text: read('docs/guide.en.md'), quoted: /\*\*“([^”]+)”\*\*/g },
};
const pictures = (text: string): string[] => find(text, /images\/[^")]+/g, 0);

describe.each(['fr', 'en'] as const)('the guide in %s', (language) => {
  const { text, quoted } = GUIDES[language];

  it('names no button, section or state that the sidebar does not call so', () => {
    const names = find(text, quoted, 1);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !SOURCES.includes(`${language}: '${name}'`))).toEqual([]);
  });

  it('shows pictures that are there, in its own language', () => {
    const shown = pictures(text).map((path) => path.replace(`images/${language}/`, ''));
    expect(new Set(shown)).toEqual(new Set(readdirSync(join(ROOT, 'docs/images', language))));
  });
});

it('has as many parts, steps, rows and pictures in one language as in the other', () => {
  const shape = (text: string): string[] => find(text, /^(#+|\d+\.|- |\||\s*<img|!\[)/gm, 1);
  expect(shape(GUIDES.en.text)).toEqual(shape(GUIDES.fr.text));
});

it('weighs little: all pictures together stay under 1.7 megabytes', () => {
  const paths = [...pictures(GUIDES.fr.text), ...pictures(GUIDES.en.text)];
  const bytes = paths.map((path) => readFileSync(join(ROOT, 'docs', path)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_700_000);
});

function find(text: string, pattern: RegExp, group: number): string[] {
  return [...text.matchAll(pattern)].map((match) => match[group] ?? '');
}
