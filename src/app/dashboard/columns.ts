import type { Words } from '../../core/model';
import { toSerial } from '../../core/serial';
import type { Cell } from '../../platform/services';
import { STATUS } from '../history-columns';
import { dueAt } from '../schedule';
import type { Language } from '../words';
import { ageWords } from './age-words';
import type { Trail } from './tally';
import type { Watched } from './watched';

/** A column of the dashboard's table. */
export interface DashboardColumn {
  readonly title: Words;
  /** Pixels. */
  readonly width: number;
  readonly format: (language: Language) => string;
  /** What is to the right: numbers and dates. */
  readonly isRight?: true;
  readonly cell: (row: DashboardRow, time: DashboardTime) => Cell;
}

/** When and for whom the dashboard is drawn. */
export interface DashboardTime {
  readonly language: Language;
  readonly now: number;
  /** Minutes ahead of UTC in the spreadsheet's zone at an instant. */
  readonly offset: (ms: number) => number;
}

/** What a row of the table tells. */
export interface DashboardRow extends Watched {
  readonly trail: Trail;
}

/** A date and an hour. */
export function momentFormat(language: Language): string {
  return language === 'fr' ? 'dd/mm/yyyy hh:mm' : 'yyyy-mm-dd hh:mm';
}

/** A day of the last month. */
export function dayFormat(language: Language): string {
  return language === 'fr' ? 'dd/mm' : 'd mmm';
}

const TEXT = (): string => '@';
const WHOLE = (): string => '#,##0';

/** From left to right. */
export const COLUMNS: readonly DashboardColumn[] = [
  { title: { fr: 'Connexion', en: 'Connection' }, width: 160, format: TEXT, cell: ({ title }) => title },
  {
    title: { fr: 'État', en: 'Status' },
    width: 135,
    format: TEXT,
    cell: ({ last }, { language }) => (last ? STATUS[last.status] : NEVER)[language],
  },
  {
    title: { fr: 'Actualisée', en: 'Refreshed' },
    width: 115,
    format: TEXT,
    cell: (row, { language, now }) => {
      const last = lastSuccess(row);
      if (last !== null) return ageWords(now - last)[language];
      return row.last ? LONG_AGO[language] : '';
    },
  },
  {
    title: { fr: 'Dernier succès', en: 'Last success' },
    width: 135,
    format: momentFormat,
    isRight: true,
    cell: (row, time) => toMoment(lastSuccess(row), time),
  },
  {
    title: { fr: 'Réussite (30 j)', en: 'Success (30 d)' },
    width: 120,
    format: () => '0%',
    isRight: true,
    cell: ({ trail }) => trail.rate ?? '',
  },
  // A formula comes into it.
  { title: { fr: 'Tendance (30 j)', en: 'Trend (30 d)' }, width: 130, format: () => 'General', cell: () => '' },
  {
    title: { fr: 'Dernière exécution', en: 'Last run' },
    width: 150,
    format: momentFormat,
    isRight: true,
    cell: ({ last }, time) => toMoment(last?.startedAt ?? null, time),
  },
  {
    title: { fr: 'Lues', en: 'Read' },
    width: 75,
    format: WHOLE,
    isRight: true,
    cell: ({ last }) => last?.read ?? '',
  },
  {
    title: { fr: 'Ajoutées', en: 'Inserted' },
    width: 80,
    format: WHOLE,
    isRight: true,
    cell: ({ last }) => last?.inserted ?? '',
  },
  {
    title: { fr: 'Modifiées', en: 'Updated' },
    width: 85,
    format: WHOLE,
    isRight: true,
    cell: ({ last }) => last?.updated ?? '',
  },
  {
    title: { fr: 'Retirées', en: 'Removed' },
    width: 80,
    format: WHOLE,
    isRight: true,
    cell: ({ last }) => last?.removed ?? '',
  },
  {
    title: { fr: 'Prochaine', en: 'Next' },
    width: 135,
    format: momentFormat,
    isRight: true,
    cell: ({ schedule }, { language }) => {
      if (schedule === 'hourly') return EACH_HOUR[language];
      if (schedule === null) return BY_HAND[language];
      if (schedule.paused === true) return PAUSED[language];
      return toSerial(dueAt(schedule), 0);
    },
  },
];

/** The places of the state and of the trend among the columns, from 0. */
export const STATE = 1;
export const TREND = 5;

/** Also when the history was deleted; null: none in the days that are looked at. */
function lastSuccess({ last, trail }: DashboardRow): number | null {
  return last?.status === 'finished' ? last.startedAt : trail.succeededAt;
}

function toMoment(ms: number | null, { offset }: DashboardTime): Cell {
  return ms === null ? '' : toSerial(ms, offset(ms));
}

const NEVER: Words = { fr: 'jamais lancée', en: 'never run' };
const LONG_AGO: Words = { fr: 'plus de 30\u00a0jours', en: 'over 30\u00a0days' };
const EACH_HOUR: Words = { fr: 'chaque heure', en: 'every hour' };
const BY_HAND: Words = { fr: 'à la main', en: 'by hand' };
const PAUSED: Words = { fr: 'en pause', en: 'paused' };
