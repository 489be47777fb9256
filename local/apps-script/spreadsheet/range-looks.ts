import type { Faithful } from '../faithful';
import { toHex } from './color';
import { ENUMS } from './enums';
import type { RangeScope } from './range';
import { styleAccess } from './range-styles';
import type { StyleKey } from './style';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** The looks of a range cell by cell, as blocks of its size. */
export function rangeLooks(
  scope: RangeScope,
): ReturnType<typeof fonts> & ReturnType<typeof fontColors> & ReturnType<typeof alignments> & ReturnType<typeof wraps> {
  return { ...fonts(scope), ...fontColors(scope), ...alignments(scope), ...wraps(scope) };
}

type FontNames =
  | 'setFontColors'
  | 'getFontSizes'
  | 'setFontSizes'
  | 'getFontFamilies'
  | 'setFontFamilies'
  | 'getFontStyles'
  | 'setFontStyles'
  | 'getFontLines'
  | 'setFontLines';

function fonts(scope: RangeScope): Faithful<Range, FontNames> {
  const { all } = styleAccess(scope);
  const set = setter(scope);
  const narrow =
    <T extends string>(plain: T, ...others: readonly T[]) =>
    (cells: string[]): T[] =>
      cells.map((cell) => others.find((other) => other === cell) ?? plain);
  return {
    setFontColors: (wanted: (string | null)[][]) =>
      set(
        'fontColor',
        wanted.map((cells) => cells.map(toHex)),
        '#000000',
      ),
    getFontSizes: () => all('fontSize', '10').map((cells) => cells.map(Number)),
    setFontSizes: (wanted: number[][]) => set('fontSize', wanted, '10'),
    getFontFamilies: () => all('fontFamily', 'Arial'),
    setFontFamilies: (wanted: (string | null)[][]) => set('fontFamily', wanted, 'Arial'),
    getFontStyles: () => all('fontStyle', 'normal').map(narrow('normal', 'italic')),
    setFontStyles: (wanted: (string | null)[][]) => set('fontStyle', wanted, 'normal'),
    getFontLines: () => all('fontLine', 'none').map(narrow('none', 'underline', 'line-through')),
    setFontLines: (wanted: (string | null)[][]) => set('fontLine', wanted, 'none'),
  };
}

/** Deprecated by Google, and what scripts use: the successors answer Color objects. */
function fontColors(scope: RangeScope): { getFontColor(): string; getFontColors(): string[][] } {
  const { get, all } = styleAccess(scope);
  return { getFontColor: () => get('fontColor', '#000000'), getFontColors: () => all('fontColor', '#000000') };
}

type AlignmentNames =
  'getHorizontalAlignments' | 'setHorizontalAlignments' | 'getVerticalAlignments' | 'setVerticalAlignments';

function alignments(scope: RangeScope): Faithful<Range, AlignmentNames> {
  const { all } = styleAccess(scope);
  const set = setter(scope);
  return {
    getHorizontalAlignments: () => all('horizontal', 'general'),
    setHorizontalAlignments: (wanted: (string | null)[][]) => set('horizontal', wanted, 'normal'),
    getVerticalAlignments: () => all('vertical', 'bottom'),
    setVerticalAlignments: (wanted: (string | null)[][]) => set('vertical', wanted, 'bottom'),
  };
}

type WrapNames = 'getWraps' | 'setWraps' | 'getWrapStrategies' | 'setWrapStrategies';

function wraps(scope: RangeScope): Faithful<Range, WrapNames> {
  const { all } = styleAccess(scope);
  const set = setter(scope);
  const { WRAP, CLIP, OVERFLOW } = ENUMS.WrapStrategy;
  return {
    getWraps: () => all('wrap', 'OVERFLOW').map((cells) => cells.map((wrap) => wrap === 'WRAP')),
    setWraps: (wanted: boolean[][]) =>
      set(
        'wrap',
        wanted.map((cells) => cells.map((on) => (on ? 'WRAP' : null))),
        '',
      ),
    getWrapStrategies: () =>
      all('wrap', 'OVERFLOW').map((cells) => cells.map((wrap) => ({ WRAP, CLIP })[wrap] ?? OVERFLOW)),
    setWrapStrategies: (wanted: GoogleAppsScript.Spreadsheet.WrapStrategy[][]) => set('wrap', wanted, 'OVERFLOW'),
  };
}

/** Writes a block of looks; null and the plain value take a cell back to the default. */
function setter(
  scope: RangeScope,
): (key: StyleKey, wanted: readonly (readonly (string | number | null)[])[], plain: string) => object {
  const { setAll } = styleAccess(scope);
  return (key, wanted, plain) => {
    const texts = wanted.map((cells) => cells.map((cell) => (cell === null ? null : String(cell))));
    return setAll(key, texts, (text) => (text === plain ? null : text));
  };
}
