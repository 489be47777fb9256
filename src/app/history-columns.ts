import type { Words } from '../core/model';
import { toSerial } from '../core/serial';
import type { Cause, Entry } from '../engine/engine';
import type { Cell } from '../platform/services';
import type { Language } from './words';

/** A column of the history. */
export interface HistoryColumn {
  readonly title: Words;
  readonly format: string;
  readonly cell: (entry: Entry, place: HistoryPlace) => Cell;
}

/** What an entry is written with. */
export interface HistoryPlace {
  readonly language: Language;
  /** What the entry's connection is called. */
  readonly connection: string;
  /** Minutes ahead of UTC in the spreadsheet's zone at an instant. */
  readonly offset: (ms: number) => number;
}

/** The format of the columns that hold moments. */
export const MOMENT = 'yyyy-mm-dd hh:mm:ss';
const TEXT = '@';
const WHOLE = '0';

/** From left to right; `toRecord` reads them back. */
export const COLUMNS: readonly HistoryColumn[] = [
  {
    title: { fr: 'Début', en: 'Start' },
    format: MOMENT,
    cell: ({ startedAt }, { offset }) => toSerial(startedAt, offset(startedAt)),
  },
  {
    title: { fr: 'Durée (s)', en: 'Duration (s)' },
    format: WHOLE,
    cell: ({ duration }) => Math.round(duration / 1000),
  },
  { title: { fr: 'Connexion', en: 'Connection' }, format: TEXT, cell: (_, { connection }) => connection },
  { title: { fr: 'Données', en: 'Stream' }, format: TEXT, cell: ({ title }, { language }) => title[language] },
  { title: { fr: 'État', en: 'Status' }, format: TEXT, cell: ({ status }, { language }) => STATUS[status][language] },
  { title: { fr: 'Lues', en: 'Read' }, format: WHOLE, cell: ({ read }) => read },
  { title: { fr: 'Ajoutées', en: 'Inserted' }, format: WHOLE, cell: ({ inserted }) => inserted },
  { title: { fr: 'Modifiées', en: 'Updated' }, format: WHOLE, cell: ({ updated }) => updated },
  { title: { fr: 'Retirées', en: 'Removed' }, format: WHOLE, cell: ({ removed }) => removed },
  { title: { fr: 'Requêtes', en: 'Requests' }, format: WHOLE, cell: ({ requests }) => requests },
  { title: { fr: 'Message', en: 'Message' }, format: TEXT, cell: ({ message }, { language }) => message[language] },
  {
    title: { fr: 'Exécution', en: 'Run' },
    format: TEXT,
    cell: ({ connection, run }) => `${connection}-${run.toString(36)}`,
  },
  { title: { fr: 'Inchangées', en: 'Unchanged' }, format: WHOLE, cell: ({ sides }) => sides?.skipped ?? '' },
  { title: { fr: 'Conflits', en: 'Conflicts' }, format: WHOLE, cell: ({ sides }) => sides?.conflicts ?? '' },
  { title: { fr: 'En attente', en: 'Waiting' }, format: WHOLE, cell: ({ sides }) => sides?.held ?? '' },
  { title: { fr: 'Erreurs', en: 'Errors' }, format: WHOLE, cell: ({ sides }) => sides?.errors ?? '' },
  {
    title: { fr: 'Origine', en: 'Origin' },
    format: TEXT,
    cell: ({ cause }, { language }) => ORIGIN[cause?.kind ?? 'hand'][language],
  },
  {
    title: { fr: 'Prévue', en: 'Due' },
    format: MOMENT,
    cell: ({ cause }, { offset }) => (cause?.kind === 'schedule' ? toSerial(cause.due, offset(cause.due)) : ''),
  },
];

/** How many of the columns, from the left, say which run a row is of and how it went: tabs of earlier versions may have no more. */
export const READ_COLUMNS = 12;

/** What the user reads of what started a run. */
export const ORIGIN: Readonly<Record<Cause['kind'] | 'hand', Words>> = {
  hand: { fr: 'à la main', en: 'by hand' },
  schedule: { fr: 'automatique', en: 'automatic' },
  call: { fr: 'appel à distance', en: 'remote call' },
};

/** What the user reads of how a stream went. */
export const STATUS: Readonly<Record<Entry['status'], Words>> = {
  finished: { fr: 'terminé', en: 'finished' },
  paused: { fr: 'en pause', en: 'paused' },
  stopped: { fr: 'arrêté', en: 'stopped' },
  failed: { fr: 'en échec', en: 'failed' },
  unavailable: { fr: 'non disponible', en: 'unavailable' },
  missed: { fr: 'manqué', en: 'missed' },
};

export const STATUSES = Object.keys(STATUS) as (keyof typeof STATUS)[];
