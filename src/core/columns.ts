import type { Words } from './model';

/**
 * How a column's values become cells.
 * - `text` stays as written, whatever it looks like.
 * - `moment`: `2026-02-02` is a date, `2026-02-02T10:00:00Z` an instant (UTC when it names no zone).
 * - `day`: a date; of an instant, the day on which it falls in the spreadsheet's time zone.
 * - `number`, `boolean`: JSON numbers and booleans; a text found there stays text.
 * - `any`: for fields that no documentation describes; texts in full ISO form are moments, other texts stay text.
 */
export type Kind = 'text' | 'number' | 'boolean' | 'moment' | 'day' | 'any';

/** One column of a stream: the vendor's name for it, how its values are read, and a sentence for the user. */
export interface Column {
  readonly name: string;
  readonly kind: Kind;
  readonly help: Words;
  /**
   * What stands in row 1 in place of the name when the column is made, and from then on whatever becomes of it: the first of
   * these that no other column has.
   */
  readonly headers?: readonly string[];
  /** Not made any more; where the tab has it, it is kept up, and a row that lacks it leaves it. */
  readonly dormant?: boolean;
  /** Says something about the writing, not about the record: written only when another column of the row changes. */
  readonly stamp?: boolean;
}

/** A column's sentence in French and English; a third word is its kind where it is not that of its neighbours. */
export type Help = readonly [fr: string, en: string, kind?: Kind];

/** Columns from `name: [French, English]` pairs, in that order, of one kind but for those that name their own. */
export function defineColumns(kind: Kind, help: Readonly<Record<string, Help>>): readonly Column[] {
  return Object.entries(help).map(([name, [fr, en, own = kind]]) => ({ name, kind: own, help: { fr, en } }));
}
