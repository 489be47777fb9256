import { hashText } from '../core/fnv';
import type { Words } from '../core/model';
import { toInstant, toSerial } from '../core/serial';
import type { Cell, Sheet, Workbook } from '../platform/services';
import type { Loss } from './action';
import { FIELDS, type Field } from './fields';
import type { Side } from './policy';

/** Every value that a sync overwrote, on a tab that the user can read, filter and put values back from. */
export interface Journal {
  /** Which tab it is; null before the first entry. */
  id(): number | null;
  /** Adds entries below. */
  append(entries: readonly JournalEntry[]): void;
  /** The last entries, latest first. */
  read(most: number): readonly StoredEntry[];
  /** Notes that the values of entries stand in their rows again. */
  markRestored(entries: readonly StoredEntry[], at: number): void;
}

export interface JournalEntry extends Loss {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The id of the link. */
  readonly link: string;
  /** Who it is, for whoever reads it. */
  readonly client: string;
  /** When the run began. */
  readonly run: number;
  /** When both sides of the link agreed last before that: an equal line since then is of an earlier try. */
  readonly agreedAt: number;
}

/** An entry as it stands in the tab, where its row may have moved since. */
export interface StoredEntry extends Omit<JournalEntry, 'run' | 'rule' | 'common' | 'agreedAt'> {
  readonly row: number;
  /** Names the entry, whichever row it stands in. */
  readonly id: string;
  /** Why, in the language in which it was written. */
  readonly reason: string;
  readonly isRestored: boolean;
}

/** The journal in its tab, which is made with the first entry. */
export function openJournal(workbook: Workbook, language: 'fr' | 'en'): Journal {
  const find = (): Sheet | null => workbook.tagged(TAG)[0]?.sheet ?? null;
  let written: Map<string, number> | null = null;
  return {
    id: () => find()?.id ?? null,
    append(entries) {
      if (entries.length === 0) return;
      const sheet = find() ?? createTab(workbook, language);
      const last = Math.max(1, sheet.lastRow());
      written ??= readWritten(sheet, last, workbook);
      const lines: (readonly Cell[])[] = [];
      for (const entry of entries) {
        const cells = toCells(entry, workbook, language);
        if ((written.get(keyOf(cells)) ?? -1) > entry.agreedAt) continue;
        written.set(keyOf(cells), entry.at);
        lines.push(cells);
      }
      if (lines.length === 0) return;
      const missing = last + lines.length - sheet.rows();
      if (missing > 0) sheet.insertRows(sheet.rows(), missing);
      sheet.patch(lines.map((cells, n) => ({ row: last + 1 + n, column: 1, cells })));
    },
    read(most) {
      const sheet = find();
      const last = sheet?.lastRow() ?? 1;
      if (!sheet || last < 2) return [];
      const first = Math.max(2, last - most + 1);
      const rows = sheet.read({ row: first, column: 1, rows: last - first + 1, columns: COLUMNS.length });
      const found = rows.flatMap((cells, n) => toEntry(cells, first + n, workbook) ?? []);
      return found.reverse();
    },
    markRestored(entries, at) {
      const serial = toSerial(at, workbook.offset(at));
      find()?.patch(entries.map(({ row }) => ({ row, column: RESTORED + 1, cells: [serial] })));
    },
  };
}

/** Among these many lines are those of earlier tries at what is written now. */
const LATEST = 500;

/** When each line was written, in milliseconds since 1970. */
function readWritten(sheet: Sheet, last: number, workbook: Workbook): Map<string, number> {
  const first = Math.max(2, last - LATEST + 1);
  if (last < first) return new Map();
  const lines = sheet.read({ row: first, column: 1, rows: last - first + 1, columns: COLUMNS.length });
  return new Map(
    lines.map((cells) => {
      const [serial] = cells;
      return [keyOf(cells), typeof serial === 'number' ? toInstant(serial, (ms) => workbook.offset(ms)) : 0];
    }),
  );
}

/** The same for lines that say the same but for the time. */
function keyOf([, , field, before, after, where, , , , link]: readonly Cell[]): string {
  return JSON.stringify([field, before, after, where, link]);
}

const TAG = 'sync.journal';
const NAME: Words = { fr: 'Journal', en: 'Journal' };
const MOMENT = 'yyyy-mm-dd hh:mm:ss';

/** From left to right. */
const COLUMNS: readonly { readonly title: Words; readonly format: string }[] = [
  { title: { fr: 'Date', en: 'Date' }, format: MOMENT },
  { title: { fr: 'Client', en: 'Client' }, format: '@' },
  { title: { fr: 'Champ', en: 'Field' }, format: '@' },
  { title: { fr: 'Valeur remplacée', en: 'Overwritten value' }, format: '@' },
  { title: { fr: 'Nouvelle valeur', en: 'New value' }, format: '@' },
  { title: { fr: 'Où', en: 'Where' }, format: '@' },
  { title: { fr: 'Pourquoi', en: 'Why' }, format: '@' },
  { title: { fr: 'Valeur d’avant, des deux côtés', en: 'Earlier value, on both sides' }, format: '@' },
  { title: { fr: 'Remise le', en: 'Put back at' }, format: MOMENT },
  { title: { fr: 'Ligne', en: 'Row id' }, format: '@' },
  { title: { fr: 'Exécution', en: 'Run' }, format: '@' },
];
const RESTORED = 8;

const SIDES: Readonly<Record<Side, Words>> = {
  sheet: { fr: 'dans l’onglet', en: 'in the tab' },
  google: { fr: 'dans Google', en: 'in Google' },
};

function createTab(workbook: Workbook, language: 'fr' | 'en'): Sheet {
  const name = NAME[language];
  const titles = COLUMNS.map(({ title }) => title[language]);
  const known = workbook.named(name);
  const sheet =
    known && isUnused(known, titles) ? known : workbook.insert(known ? `${name} (Sync)` : name, COLUMNS.length);
  sheet.writeHeader(
    1,
    titles.map((text) => ({ text, note: '' })),
  );
  sheet.formatColumns(
    1,
    COLUMNS.map(({ format }) => format),
  );
  // A reading makes Sheets write what it kept: the metadata comes last, as it says that all is there.
  sheet.lastRow();
  sheet.tag(TAG, '1');
  return sheet;
}

/** An empty one, or one that a killed execution made and had not tagged. */
function isUnused(sheet: Sheet, titles: readonly string[]): boolean {
  const last = sheet.lastRow();
  if (last !== 1) return last === 0;
  const [cells = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: sheet.columns() });
  return titles.every((title, n) => cells[n] === title);
}

function toCells(entry: JournalEntry, workbook: Workbook, language: 'fr' | 'en'): readonly Cell[] {
  const { at, client, field, before, after, side, common, link, run } = entry;
  return [
    toSerial(at, workbook.offset(at)),
    ...[client, field, before, after, SIDES[side][language], reasonOf(entry)[language], common],
    ...['', link, run.toString(36)],
  ];
}

/** Who won, and why. */
function reasonOf({ rule, side }: Loss): Words {
  const won: Words = side === 'sheet' ? GOOGLE : SHEET;
  const where = SIDES[side === 'sheet' ? 'google' : 'sheet'];
  switch (rule) {
    case 'changed':
      return { fr: `modifiée ${where.fr}`, en: `changed ${where.en}` };
    case 'conflict':
      return { fr: `conflit : modifiée des deux côtés, ${won.fr}`, en: `conflict: changed on both sides, ${won.en}` };
    case 'firstSync':
      return { fr: `première synchronisation : ${won.fr}`, en: `first sync: ${won.en}` };
    case 'erasureUndone':
      return {
        fr: `effacée d’un côté, modifiée de l’autre : ${won.fr}`,
        en: `erased on one side, changed on the other: ${won.en}`,
      };
    case 'bothAlike':
      return { fr: 'modifiée de la même façon des deux côtés', en: 'changed alike on both sides' };
    case 'bothGone':
      return { fr: 'ligne et contact supprimés', en: 'row and contact deleted' };
  }
}

const SHEET: Words = { fr: 'l’onglet a gagné', en: 'the tab won' };
const GOOGLE: Words = { fr: 'Google a gagné', en: 'Google won' };

/** Null for a line that somebody changed beyond recognition. */
function toEntry(cells: readonly Cell[], row: number, workbook: Workbook): StoredEntry | null {
  const [serial, client, field, before, after, where, reason, , restored, link] = cells;
  const isField = (FIELDS as readonly unknown[]).includes(field);
  if (typeof serial !== 'number' || !isField || String(link) === '') return null;
  const side = Object.values(SIDES.sheet).includes(String(where)) ? 'sheet' : 'google';
  const at = toInstant(serial, (ms) => workbook.offset(ms));
  return {
    ...{ row, at, client: String(client), field: field as Field, before: String(before), after: String(after) },
    ...{ side, reason: String(reason), link: String(link), isRestored: restored !== '' },
    id: [Math.round(at / 1000), String(link), field, hashText(String(before)).toString(36)].join('/'),
  };
}
