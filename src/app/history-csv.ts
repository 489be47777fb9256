import { DataError } from '../core/errors';
import { utf8Length } from '../core/utf8';
import { toCsvLine } from '../destinations/to-csv-line';
import type { Cell } from '../platform/services';
import { openWorkbook } from '../platform/workbook';
import { COLUMNS, MOMENT } from './history-columns';
import { type HistoryTab, needHistoryTab } from './history-tab';
import { language } from './words';

/**
 * The history's tab as the text of a CSV file: our columns under their headers, every row that is not blank, as `toCsvLine`
 * writes them for spreadsheet programs in the user's language. Throws `DataError` before the first run, and for more than
 * 5 MB: what Google carries to a page is not documented.
 */
export function historyCsv(): string {
  const tab = needHistoryTab(openWorkbook());
  const own = COLUMNS.slice(0, tab.columns);
  const separator = language() === 'fr' ? ';' : ',';
  const kinds = own.map(({ format }) => (format === MOMENT ? 'moment' : 'text'));
  const toLine = (cells: readonly Cell[]): string => toCsvLine(cells, kinds, separator);
  const lines = readLines(tab).map((cells) => toLine(own.map((_, index) => cells[index] ?? '')));
  // Excel knows UTF-8 by the byte order mark alone.
  const text = `\ufeff${toLine(own.map(({ title }) => title[language()]))}${lines.join('')}`;
  if (utf8Length(text) > MOST_BYTES) throw tooLong();
  return text;
}

const MOST_BYTES = 5_000_000;

/** What one spreadsheet call reads in good time. */
const ROWS = 10_000;

function readLines({ sheet, columns }: HistoryTab): readonly (readonly Cell[])[] {
  const last = sheet.rows();
  const blocks = Array.from({ length: Math.ceil((last - 1) / ROWS) }, (_, index) => {
    const row = 2 + index * ROWS;
    return sheet.readAll([{ row, column: 1, rows: Math.min(ROWS, last - row + 1), columns }])[0] ?? [];
  });
  return blocks.flat().filter((cells) => cells.some((cell) => cell !== ''));
}

function tooLong(): DataError {
  return new DataError(`the history is longer than ${MOST_BYTES} bytes`, {
    fr: 'L’historique est trop long pour être exporté d’ici. Ouvrez son onglet, puis Fichier > Télécharger > Valeurs séparées par des virgules (.csv).',
    en: 'The history is too long to be exported from here. Open its tab, then File > Download > Comma-separated values (.csv).',
  });
}
