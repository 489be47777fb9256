import type { Words } from '../../core/model';
import { toSerial } from '../../core/serial';
import type { Cell } from '../../platform/services';
import { COLUMNS, type DashboardRow, type DashboardTime, dayFormat, momentFormat } from './columns';
import { type Day, DAYS } from './tally';

/** A line of the dashboard from its left end on. */
export interface Line {
  readonly cells: readonly Cell[];
  /** A number format each. */
  readonly formats: readonly string[];
}

/** The words in the upper left corner, by which the dashboard is found again within its tab. */
export const TITLE: Words = { fr: 'Tableau de bord', en: 'Dashboard' };

/** So many empty lines. */
export function blankLines(count: number): readonly Line[] {
  return Array.from({ length: count }, () => ({ cells: [], formats: [] }));
}

/** A line of texts. */
export function textLine(...texts: readonly string[]): Line {
  return { cells: texts, formats: texts.map(() => '@') };
}

/** What it is, as of when, and which cells are ours. */
export function titleLines({ language, now, offset }: DashboardTime): readonly Line[] {
  const asOf = { fr: 'Mis à jour le', en: 'As of' }[language];
  const moment = toSerial(now, offset(now));
  return [
    textLine(TITLE[language]),
    { cells: [asOf, moment, RULE[language]], formats: ['@', momentFormat(language), '@'] },
  ];
}

const RULE: Words = {
  fr: `Sync récrit les ${COLUMNS.length}\u00a0colonnes de ce tableau, de haut en bas. Écrivez à leur droite : cela restera.`,
  en: `Sync rewrites the ${COLUMNS.length}\u00a0columns of this table, from top to bottom. What you write to their right stays.`,
};

/** A line for each connection. */
export function tableLines(rows: readonly DashboardRow[], time: DashboardTime): readonly Line[] {
  if (rows.length === 0) return [textLine(NONE[time.language])];
  return rows.map((row) => {
    const cells = COLUMNS.map(({ cell }) => cell(row, time));
    // A text among dates or numbers stays a text.
    const formats = COLUMNS.map(({ format }, n) => (isText(cells[n]) ? '@' : format(time.language)));
    return { cells, formats };
  });
}

const NONE: Words = {
  fr: 'Aucune connexion pour l’instant : menu Sync, « Ouvrir Sync… », puis « Ajouter une connexion ».',
  en: 'No connection yet: menu Sync, “Open Sync…”, then “Add a connection”.',
};

function isText(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell !== '';
}

/** What the charts draw: a line of names, then one for each day, runs at the left and rows at the right of an empty column. */
export function dayLines(days: readonly Day[], time: DashboardTime): readonly Line[] {
  const formats = [dayFormat(time.language), '0', '0', '0', '0', 'General', dayFormat(time.language), ...WHOLE];
  return [
    textLine(...titles(RUN_NAMES, time), '', ...titles(ROW_NAMES, time)),
    ...days.map(({ finished, failed, missed, other, inserted, updated, removed }, n) => {
      const day = dayAt(n, time);
      return { cells: [day, finished, failed, missed, other, '', day, inserted, updated, removed], formats };
    }),
  ];
}

const WHOLE = ['#,##0', '#,##0', '#,##0'];
const DAY: Words = { fr: 'Jour', en: 'Day' };

const RUN_NAMES: readonly Words[] = [
  DAY,
  { fr: 'Terminées', en: 'Finished' },
  { fr: 'En échec', en: 'Failed' },
  { fr: 'Manquées', en: 'Missed' },
  { fr: 'Autres', en: 'Other' },
];

const ROW_NAMES: readonly Words[] = [
  DAY,
  { fr: 'Ajoutées', en: 'Inserted' },
  { fr: 'Modifiées', en: 'Updated' },
  { fr: 'Retirées', en: 'Removed' },
];

/** What the trends draw: a line of names, then one for each connection and day. */
export function trendLines(rows: readonly DashboardRow[], time: DashboardTime): readonly Line[] {
  const formats = ['@', dayFormat(time.language), '#,##0'];
  return [
    textLine(...titles(TREND_NAMES, time)),
    ...rows.flatMap(({ title, trail }) =>
      trail.rows.map((changed, n) => ({ cells: [title, dayAt(n, time), changed], formats })),
    ),
  ];
}

const TREND_NAMES: readonly Words[] = [
  { fr: 'Connexion', en: 'Connection' },
  DAY,
  { fr: 'Lignes changées', en: 'Rows changed' },
];

function titles(names: readonly Words[], { language }: DashboardTime): readonly string[] {
  return names.map((name) => name[language]);
}

/** The serial number of one of the last days, counted from the oldest. */
function dayAt(n: number, { now, offset }: DashboardTime): number {
  return Math.floor(toSerial(now, offset(now))) - (DAYS - 1 - n);
}
