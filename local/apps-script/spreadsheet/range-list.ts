import { COSTS } from '../host';
import type { Faithful } from '../faithful';
import type { Area } from './area';
import { toHex } from './color';
import { toStoredFormat } from './number-format';
import { createRange } from './range';
import { checkInside } from './sheet-area';
import type { Session } from './session';
import { enterValues } from './cells';
import { checkText } from './limits';
import type { StyleKey } from './style';
import { access } from './range-values';
import type { Tab, Workbook } from './workbook';

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Each = (act: (tab: Tab, area: Area) => void) => object;

/** The RangeList that a script sees: areas of one tab that take the same change in one call. */
export function createRangeList(session: Session, workbook: Workbook, tabId: number, areas: readonly Area[]): object {
  const { write } = access({ session, workbook, tabId, self: () => exposed });
  const each: Each = (act) =>
    write((tab) => {
      for (const area of areas) {
        checkInside(tab, area);
        act(tab, area);
      }
    });
  const acts = { ...contents(session, workbook, each), ...looks(each) };
  const handles: Faithful<RangeList, 'getRanges' | 'activate'> = {
    getRanges: () => areas.map((area) => createRange(session, workbook, tabId, area)),
    activate: () => exposed,
  };
  const cells = areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const cost = COSTS.cells + COSTS.perCell * cells;
  const costs = Object.fromEntries(Object.keys(acts).map((name) => [name, cost]));
  const exposed: object = session.expose('RangeList', { ...acts, ...handles }, { kind: 'other', workbook }, costs);
  return exposed;
}

function contents(
  session: Session,
  workbook: Workbook,
  each: Each,
): Faithful<RangeList, 'setValue' | 'clearContent' | 'setNote'> {
  return {
    setValue(value: unknown) {
      if (typeof value === 'string') checkText(value);
      const now = session.host.now();
      return each((tab, area) => {
        enterValues(workbook, tab, area, block(area, value), now);
      });
    },
    clearContent: () =>
      each(({ grid }, area) => {
        grid.clearContent(area);
      }),
    setNote: (note: string | null) =>
      each(({ grid }, area) => {
        block(area, note ?? '').forEach((cells, i) => {
          cells.forEach((text, j) => {
            grid.writeNote(area.row + i, area.column + j, text);
          });
        });
      }),
  };
}

type LookNames =
  | 'clear'
  | 'clearFormat'
  | 'setNumberFormat'
  | 'setBackground'
  | 'setFontSize'
  | 'setFontWeight'
  | 'setFontColor'
  | 'setWrapStrategy'
  | 'setHorizontalAlignment';

function looks(each: Each): Faithful<RangeList, LookNames> {
  const style = (key: StyleKey, value: string | null): object =>
    each(({ grid }, area) => {
      grid.restyle(area, key, () => value);
    });
  return {
    clear: () =>
      each(({ grid }, area) => {
        grid.clearContent(area);
        grid.clearStyle(area);
      }),
    clearFormat: () =>
      each(({ grid }, area) => {
        grid.clearStyle(area);
      }),
    setNumberFormat: (format: string) => style('numberFormat', toStoredFormat(format)),
    setBackground: (color: string | null) => style('background', toHex(color)),
    setFontSize: (size: number) => style('fontSize', size === 10 ? null : String(size)),
    setFontWeight: (weight: string | null) => style('fontWeight', weight === 'normal' ? null : weight),
    setFontColor: (color: string | null) => style('fontColor', toHex(color)),
    setWrapStrategy: (strategy: GoogleAppsScript.Spreadsheet.WrapStrategy) =>
      style('wrap', String(strategy) === 'OVERFLOW' ? null : String(strategy)),
    setHorizontalAlignment: (alignment: string | null) =>
      style('horizontal', alignment === 'normal' ? null : alignment),
  };
}

function block<T>({ rows, columns }: Area, value: T): T[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
}
