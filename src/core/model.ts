/** A value as JSON knows it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What one field of a row may hold. Dates travel as the text the vendor sent; the column's kind says what they are. */
export type Value = string | number | boolean | null;

/**
 * A flat record: column name to value. In a page's `rows` a column that is absent is empty; in its `also` rows a column
 * that is absent is unknown, and what the destination holds for it stays.
 */
export type Row = Readonly<Record<string, Value>>;

/** A sentence or a name in both languages of the interface. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** Opaque JSON made and read by one stream alone: both "next page" and "next time". Under 2 KB. */
export type Cursor = JsonObject;

/** How many rows a write or a sweep changed; `cut` counts texts shortened to a cell's 50,000 characters. */
export interface Counts {
  readonly inserted: number;
  readonly updated: number;
  readonly removed: number;
  readonly cut: number;
}

export const NO_COUNTS: Counts = { inserted: 0, updated: 0, removed: 0, cut: 0 };

/** The sum of two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    inserted: a.inserted + b.inserted,
    updated: a.updated + b.updated,
    removed: a.removed + b.removed,
    cut: a.cut + b.cut,
  };
}
