import type { Words } from '../core/model';
import { toSerial } from '../core/serial';
import type { Entry, History } from '../engine/engine';
import type { Cell, Sheet, Workbook } from '../platform/services';
import type { Language } from './words';

/** How many runs of streams the history remembers. */
const HISTORY_ROWS = 1000;

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
        return COLUMNS.map(({ cell }) => cell({ ...entry, connection: titleOf(entry.connection) }, language, offset));
      });
      const sheet = findHistoryTab(workbook);
      if (sheet) appendRows(sheet, rows);
      else startHistoryTab(workbook, language, rows);
    },
  };
}

/** The history's tab, whatever the user called it; null before the first run. */
export function findHistoryTab(workbook: Workbook): Sheet | null {
  return workbook.tagged(TAG)[0]?.sheet ?? null;
}

function appendRows(sheet: Sheet, rows: readonly Cell[][]): void {
  const lost = COLUMNS.length - sheet.columns();
  if (lost > 0) sheet.insertColumns(sheet.columns(), lost);
  const last = sheet.rows();
  // New rows take the formats of the row above.
  sheet.insertRows(last, rows.length);
  sheet.patch(rows.map((cells, index) => ({ row: last + 1 + index, column: 1, cells })));
  const count = last + rows.length - 1;
  if (count > HISTORY_ROWS) sheet.deleteRows([[2, count - HISTORY_ROWS + 100]]);
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
  sheet.tag(TAG, '1');
}

/** Whether the tab is empty or has our header, so that nobody else works in it. */
function isUntouched(sheet: Sheet, titles: readonly string[]): boolean {
  if (sheet.lastRow() === 0) return sheet.columns() >= titles.length;
  if (sheet.columns() !== titles.length) return false;
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: titles.length });
  return titles.every((title, index) => header[index] === title);
}

const TAG = 'sync.history';
const NAME: Words = { fr: 'Historique', en: 'History' };

const STATUS: Readonly<Record<Entry['status'], Words>> = {
  finished: { fr: 'terminé', en: 'finished' },
  paused: { fr: 'en pause', en: 'paused' },
  failed: { fr: 'en échec', en: 'failed' },
  unavailable: { fr: 'non disponible', en: 'unavailable' },
};

interface HistoryColumn {
  readonly title: Words;
  readonly format: string;
  readonly cell: (entry: Entry, language: Language, offset: number) => Cell;
}

const MOMENT = 'yyyy-mm-dd hh:mm:ss';
const TEXT = '@';
const WHOLE = '0';

const COLUMNS: readonly HistoryColumn[] = [
  {
    title: { fr: 'Début', en: 'Start' },
    format: MOMENT,
    cell: ({ startedAt }, _, offset) => toSerial(startedAt, offset),
  },
  {
    title: { fr: 'Durée (s)', en: 'Duration (s)' },
    format: WHOLE,
    cell: ({ duration }) => Math.round(duration / 1000),
  },
  { title: { fr: 'Connexion', en: 'Connection' }, format: TEXT, cell: ({ connection }) => connection },
  { title: { fr: 'Données', en: 'Stream' }, format: TEXT, cell: ({ stream }) => stream },
  { title: { fr: 'État', en: 'Status' }, format: TEXT, cell: ({ status }, language) => STATUS[status][language] },
  { title: { fr: 'Lues', en: 'Read' }, format: WHOLE, cell: ({ read }) => read },
  { title: { fr: 'Ajoutées', en: 'Inserted' }, format: WHOLE, cell: ({ inserted }) => inserted },
  { title: { fr: 'Modifiées', en: 'Updated' }, format: WHOLE, cell: ({ updated }) => updated },
  { title: { fr: 'Retirées', en: 'Removed' }, format: WHOLE, cell: ({ removed }) => removed },
  { title: { fr: 'Requêtes', en: 'Requests' }, format: WHOLE, cell: ({ requests }) => requests },
  { title: { fr: 'Message', en: 'Message' }, format: TEXT, cell: ({ message }, language) => message[language] },
];

function freeName(workbook: Workbook, language: Language): string {
  const name = NAME[language];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!workbook.named(candidate)) return candidate;
  }
}
