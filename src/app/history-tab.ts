import { DataError } from '../core/errors';
import type { Words } from '../core/model';
import type { History } from '../engine/engine';
import { showTab } from '../platform/screen';
import type { Cell, Sheet, Workbook } from '../platform/services';
import { openWorkbook } from '../platform/workbook';
import { COLUMNS } from './history-columns';
import { MOST_RUNS, trimHistory } from './trim-history';
import type { Language } from './words';

/**
 * Every stream of every run as a row of a tab, the latest at the bottom, the oldest runs summed up by month when they are too
 * many. An append costs three spreadsheet calls: find the tab, make room, write; once in some two hundred runs four more, to
 * sum up.
 */
export function createHistory(
  workbook: Workbook,
  language: Language,
  titleOf: (connection: string) => string,
): History {
  return {
    append(entries) {
      if (entries.length === 0) return;
      const rows = entries.map((entry) => {
        const place = { language, offset: (ms: number) => workbook.offset(ms), connection: titleOf(entry.connection) };
        return COLUMNS.map(({ cell }) => cell(entry, place));
      });
      const [tagged] = workbook.tagged(TAG);
      if (!tagged) startHistoryTab(workbook, language, rows);
      else appendRows(tagged.sheet, tagged.value, language, rows);
    },
  };
}

/** The history's tab, whatever the user called it, and how many columns of ours it has, from the left. */
export interface HistoryTab {
  readonly sheet: Sheet;
  readonly columns: number;
}

/** Null before the first run. */
export function findHistoryTab(workbook: Workbook): HistoryTab | null {
  const [tagged] = workbook.tagged(TAG);
  return tagged ? { sheet: tagged.sheet, columns: widthOf(tagged.sheet, readMark(tagged.value).version) } : null;
}

/** The same. Throws `DataError` before the first run. */
export function needHistoryTab(workbook: Workbook): HistoryTab {
  const tab = findHistoryTab(workbook);
  if (tab) return tab;
  throw new DataError('There is no history tab', {
    fr: 'Il n’y a pas encore d’historique : il apparaît après la première synchronisation.',
    en: 'There is no history yet: it appears after the first sync.',
  });
}

/** Brings the history's tab to the front. Throws `DataError` before the first run. */
export function openHistoryTab(): null {
  showTab(needHistoryTab(openWorkbook()).sheet.id);
  return null;
}

function appendRows(sheet: Sheet, mark: string, language: Language, rows: readonly Cell[][]): void {
  const { version, limit } = readMark(mark);
  const width = widthOf(sheet, version);
  if (version !== VERSION || width < COLUMNS.length) addColumns(sheet, width, language);
  const last = sheet.rows();
  // New rows take the formats of the row above.
  sheet.insertRows(last, rows.length);
  sheet.patch(rows.map((cells, index) => ({ row: last + 1 + index, column: 1, cells })));
  if (last + rows.length - 1 > limit) sheet.tag(TAG, `${VERSION} ${trimHistory(sheet, language)}`);
}

/** What the tab is tagged with: the version of its columns and, once it was looked through, how many rows it may have. */
function readMark(value: string): { readonly version: string; readonly limit: number } {
  const [version = '', limit = ''] = value.split(' ');
  return { version, limit: Number(limit) || MOST_RUNS };
}

function widthOf(sheet: Sheet, version: string): number {
  return Math.min(sheet.columns(), WIDTHS[version] ?? COLUMNS.length);
}

/** The columns that the tab's version lacks, and those that the user removed; the user's own move to the right. */
function addColumns(sheet: Sheet, kept: number, language: Language): void {
  const added = COLUMNS.slice(kept);
  if (!hasColumn(sheet, kept + 1)) {
    sheet.insertColumns(kept, added.length);
    sheet.formatColumns(
      kept + 1,
      added.map(({ format }) => format),
    );
  }
  sheet.writeHeader(
    kept + 1,
    added.map(({ title }) => ({ text: title[language], note: '' })),
  );
  sheet.tag(TAG, VERSION);
}

/** Whether a column is there and empty but for our header: an execution was killed while it made it. */
function hasColumn(sheet: Sheet, column: number): boolean {
  if (sheet.columns() < column) return false;
  const [[header = ''] = [], ...cells] = sheet.read({ row: 1, column, rows: sheet.rows(), columns: 1 });
  const { fr, en } = COLUMNS[column - 1]?.title ?? { fr: '', en: '' };
  return ['', fr, en].includes(String(header)) && cells.every(([cell]) => cell === '');
}

/** Marked as ours last: an execution killed before leaves a tab that the next one takes over. */
function startHistoryTab(workbook: Workbook, language: Language, rows: readonly Cell[][]): void {
  const titles = COLUMNS.map(({ title }) => title[language]);
  const halfMade = workbook.named(NAME[language]);
  const takesOver = halfMade !== null && isUntouched(halfMade, titles);
  const sheet = takesOver ? halfMade : workbook.insert(freeName(workbook, language), COLUMNS.length);
  sheet.writeHeader(
    1,
    titles.map((text) => ({ text, note: '' })),
  );
  const missing = rows.length + 1 - sheet.rows();
  if (missing > 0) sheet.insertRows(sheet.rows(), missing);
  sheet.write(
    2,
    1,
    rows,
    rows.map(() => COLUMNS.map(({ format }) => format)),
  );
  sheet.tag(TAG, VERSION);
}

/** Whether the tab is empty or has our header, so that nobody else works in it. */
function isUntouched(sheet: Sheet, titles: readonly string[]): boolean {
  if (sheet.lastRow() === 0) return sheet.columns() >= titles.length;
  if (sheet.columns() !== titles.length) return false;
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: titles.length });
  return titles.every((title, index) => header[index] === title);
}

const TAG = 'sync.history';
/** Of the columns. */
const VERSION = '4';
/** How many columns the tabs of earlier versions have. */
const WIDTHS: Readonly<Record<string, number>> = { '1': 11, '2': 12, '3': 16 };
const NAME: Words = { fr: 'Historique', en: 'History' };

function freeName(workbook: Workbook, language: Language): string {
  const name = NAME[language];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!workbook.named(candidate)) return candidate;
  }
}
