import { DataError } from '../core/errors';
import type { Words } from '../core/model';
import type { History } from '../engine/engine';
import { showTab } from '../platform/screen';
import type { Cell, Sheet, Workbook } from '../platform/services';
import { openWorkbook } from '../platform/workbook';
import { COLUMNS } from './history-columns';
import type { Language } from './words';

/** How many runs of streams the history remembers. */
export const HISTORY_ROWS = 1000;

/**
 * Every stream of every run as a row of a tab, the latest at the bottom, the oldest removed beyond `HISTORY_ROWS`. An
 * append costs three spreadsheet calls: find the tab, make room, write; now and then one more, to remove a hundred rows.
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
        const offset = workbook.offset(entry.startedAt);
        const place = { language, offset, connection: titleOf(entry.connection) };
        return COLUMNS.map(({ cell }) => cell(entry, place));
      });
      const [tagged] = workbook.tagged(TAG);
      if (!tagged) startHistoryTab(workbook, language, rows);
      else appendRows(tagged.sheet, tagged.value, language, rows);
    },
  };
}

/** The history's tab, whatever the user called it; null before the first run. */
export function findHistoryTab(workbook: Workbook): Sheet | null {
  return workbook.tagged(TAG)[0]?.sheet ?? null;
}

/** Brings the history's tab to the front. Throws `DataError` before the first run. */
export function openHistoryTab(): null {
  const tab = findHistoryTab(openWorkbook());
  if (!tab) {
    throw new DataError('There is no history tab', {
      fr: 'Il n’y a pas encore d’historique : il apparaît après la première synchronisation.',
      en: 'There is no history yet: it appears after the first sync.',
    });
  }
  showTab(tab.id);
  return null;
}

function appendRows(sheet: Sheet, version: string, language: Language, rows: readonly Cell[][]): void {
  const width = Math.min(sheet.columns(), WIDTHS[version] ?? COLUMNS.length);
  if (version !== VERSION || width < COLUMNS.length) addColumns(sheet, width, language);
  const last = sheet.rows();
  // New rows take the formats of the row above.
  sheet.insertRows(last, rows.length);
  sheet.patch(rows.map((cells, index) => ({ row: last + 1 + index, column: 1, cells })));
  const count = last + rows.length - 1;
  if (count > HISTORY_ROWS) sheet.deleteRows([[2, count - HISTORY_ROWS + 100]]);
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
