import type { Faithful } from '../faithful';
import { toHex } from './color';
import { ENUMS } from './enums';
import { AUTOMATIC, toStoredFormat } from './number-format';
import type { RangeScope } from './range';
import { access as cellAccess, checkShape, fill } from './range-values';
import type { StyleKey } from './style';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What the cells of a range look like. */
export function rangeStyles(
  scope: RangeScope,
): ReturnType<typeof fonts> & ReturnType<typeof layout> & ReturnType<typeof colors> {
  return { ...colors(scope), ...fonts(scope), ...layout(scope) };
}

type ColorNames =
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'getBackground'
  | 'getBackgrounds'
  | 'setBackground'
  | 'setBackgrounds'
  | 'setBackgroundRGB'
  | 'setFontColor'
  | 'setBorder'
  | 'clearFormat';

function colors(scope: RangeScope): Faithful<Range, ColorNames> {
  const { get, all, set, setAll } = styleAccess(scope);
  return {
    getNumberFormat: () => get('numberFormat', AUTOMATIC),
    getNumberFormats: () => all('numberFormat', AUTOMATIC),
    setNumberFormat: (wanted: string) => set('numberFormat', toStoredFormat(wanted)),
    setNumberFormats: (wanted: string[][]) => setAll('numberFormat', wanted, toStoredFormat),
    getBackground: () => get('background', '#ffffff'),
    getBackgrounds: () => all('background', '#ffffff'),
    setBackground: (color: string | null) => set('background', toHex(color)),
    setBackgrounds: (wanted: (string | null)[][]) => setAll('background', wanted, toHex),
    setBackgroundRGB: (red: number, green: number, blue: number) => set('background', hexOf(red, green, blue)),
    setFontColor: (color: string | null) => set('fontColor', toHex(color)),
    // No method of Apps Script reads a border back.
    setBorder: () => scope.self(),
    clearFormat: () =>
      cellAccess(scope).write(({ grid }) => {
        grid.clearStyle(scope.area);
      }),
  };
}

type FontNames =
  | 'getFontWeight'
  | 'getFontWeights'
  | 'setFontWeight'
  | 'setFontWeights'
  | 'getFontStyle'
  | 'setFontStyle'
  | 'getFontSize'
  | 'setFontSize'
  | 'getFontFamily'
  | 'setFontFamily'
  | 'getFontLine'
  | 'setFontLine';

function fonts(scope: RangeScope): Faithful<Range, FontNames> {
  const { get, all, set, setAll } = styleAccess(scope);
  const unlessPlain =
    (plain: string) =>
    (value: string | null): string | null =>
      value === plain ? null : value;
  const toWeight = (weight: string): 'bold' | 'normal' => (weight === 'bold' ? weight : 'normal');
  return {
    getFontWeight: () => toWeight(get('fontWeight', 'normal')),
    getFontWeights: () => all('fontWeight', 'normal').map((cells) => cells.map(toWeight)),
    setFontWeight: (weight: string | null) => set('fontWeight', unlessPlain('normal')(weight)),
    setFontWeights: (weights: (string | null)[][]) => setAll('fontWeight', weights, unlessPlain('normal')),
    getFontStyle: () => (get('fontStyle', 'normal') === 'italic' ? 'italic' : 'normal'),
    setFontStyle: (style: string | null) => set('fontStyle', unlessPlain('normal')(style)),
    getFontSize: () => Number(get('fontSize', '10')),
    setFontSize: (size: number) => set('fontSize', unlessPlain('10')(String(size))),
    getFontFamily: () => get('fontFamily', 'Arial'),
    setFontFamily: (family: string | null) => set('fontFamily', unlessPlain('Arial')(family)),
    getFontLine() {
      const line = get('fontLine', 'none');
      return line === 'underline' || line === 'line-through' ? line : 'none';
    },
    setFontLine: (line: string | null) => set('fontLine', unlessPlain('none')(line)),
  };
}

type LayoutNames =
  | 'getWrap'
  | 'setWrap'
  | 'getWrapStrategy'
  | 'setWrapStrategy'
  | 'getHorizontalAlignment'
  | 'setHorizontalAlignment'
  | 'getVerticalAlignment'
  | 'setVerticalAlignment';

function layout(scope: RangeScope): Faithful<Range, LayoutNames> {
  const { get, set } = styleAccess(scope);
  return {
    getWrap: () => get('wrap', 'OVERFLOW') === 'WRAP',
    setWrap: (isWrapped: boolean) => set('wrap', isWrapped ? 'WRAP' : null),
    getWrapStrategy() {
      const wrap = get('wrap', 'OVERFLOW');
      return wrap === 'WRAP' || wrap === 'CLIP' ? ENUMS.WrapStrategy[wrap] : ENUMS.WrapStrategy.OVERFLOW;
    },
    setWrapStrategy: (strategy: GoogleAppsScript.Spreadsheet.WrapStrategy) =>
      set('wrap', String(strategy) === 'OVERFLOW' ? null : String(strategy)),
    getHorizontalAlignment: () => get('horizontal', 'general'),
    setHorizontalAlignment: (alignment: string | null) => set('horizontal', alignment === 'normal' ? null : alignment),
    getVerticalAlignment: () => get('vertical', 'bottom'),
    setVerticalAlignment: (alignment: string | null) => set('vertical', alignment === 'bottom' ? null : alignment),
  };
}

function hexOf(...parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

interface StyleAccess {
  readonly get: (key: StyleKey, plain: string) => string;
  readonly all: (key: StyleKey, plain: string) => string[][];
  readonly set: (key: StyleKey, value: string | null) => object;
  readonly setAll: <T extends string | null>(
    key: StyleKey,
    wanted: readonly T[][],
    convert: (value: T) => string | null,
  ) => object;
}

/** Reads and writes one look of the first cell, of all, or of each cell. */
export function styleAccess(scope: RangeScope): StyleAccess {
  const { area } = scope;
  const { read, write } = cellAccess(scope);
  const restyle = (key: StyleKey, value: (row: number, column: number) => string | null): object =>
    write(({ grid }) => {
      grid.restyle(area, key, value);
    });
  return {
    get: (key, plain) => read(({ grid }) => grid.styleAt(area.row, area.column)?.[key] ?? plain),
    all: (key, plain) =>
      read(({ grid }) =>
        fill(scope, '').map((cells, i) =>
          cells.map((_, j) => grid.styleAt(area.row + i, area.column + j)?.[key] ?? plain),
        ),
      ),
    set: (key, value) => restyle(key, () => value),
    setAll(key, wanted, convert) {
      checkShape(scope, wanted);
      return restyle(key, (row, column) => {
        const value = wanted[row]?.[column];
        return value === undefined ? null : convert(value);
      });
    },
  };
}
