import type { Words } from './model';

/**
 * How a column's values become cells.
 * - `text` stays as written, whatever it looks like.
 * - `moment`: `2026-02-02` is a date, `2026-02-02T10:00:00Z` an instant (UTC when it names no zone).
 * - `number`, `boolean`: JSON numbers and booleans; a text found there stays text.
 * - `any`: for fields that no documentation describes; texts in full ISO form are moments, other texts stay text.
 */
export type Kind = 'text' | 'number' | 'boolean' | 'moment' | 'any';

/** One column of a stream: the vendor's name for it, how its values are read, and a sentence for the user. */
export interface Column {
  readonly name: string;
  readonly kind: Kind;
  readonly help: Words;
}

/** A column's sentence in French and English; a third word is its kind where it is not that of its neighbours. */
export type Help = readonly [fr: string, en: string, kind?: Kind];

/** Columns from `name: [French, English]` pairs, in that order, of one kind but for those that name their own. */
export function defineColumns(kind: Kind, help: Readonly<Record<string, Help>>): readonly Column[] {
  return Object.entries(help).map(([name, [fr, en, own = kind]]) => ({ name, kind: own, help: { fr, en } }));
}
