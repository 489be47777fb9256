import type { Column, Kind } from '../core/columns';
import type { Counts, Cursor, Row, Words } from '../core/model';
import type { Cell } from '../platform/services';

/** Where rows go. */
export interface Destination {
  /**
   * The place of one stream's rows, made when missing and repaired when a killed run left it torn. Throws `DataError`
   * before anything is written when it cannot hold the rows.
   */
  open(target: Target): Table;
}

export interface Target {
  /** Unique among all tables of the destination; never shown. */
  readonly id: string;
  /** What a new table is called. */
  readonly title: Words;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly mode: 'changes' | 'snapshot' | 'insert-only';
  /** How the connection is called, for messages and for columns that collide with the user's own. */
  readonly owner: string;
  /** A column whose larger value wins over the row that is there. */
  readonly version?: string | undefined;
  /** What to leave out when the rows do not fit. */
  readonly slimming?: Words | undefined;
}

/** One walk of a stream from its first page to its last, over as many executions as it takes. */
export interface Pass {
  /** Unique for the table. */
  readonly id: string;
  /** How many pages of it were written before this one. */
  readonly page: number;
  /** Whether the end of the pass sweeps, so that what it has seen must be remembered. */
  readonly sweeps: boolean;
  /** Rows that the whole pass will bring, when known. */
  readonly total?: number;
}

export interface Table {
  /** Rows or columns that the source sent before are missing here: the stream must be read from its beginning. */
  readonly needsAll: boolean;
  /**
   * Upserts rows by key; the same page twice changes nothing. `complete` rows empty the columns they lack, others leave
   * them. Throws `StaleError` when the table was rearranged while it was written: it has been repaired so that no row
   * keeps another's values, and the stream must be read from its beginning.
   */
  write(rows: readonly Row[], pass: Pass, options: WriteOptions): Counts;
  /** Takes these records' rows away; one that is newer by the target's version, where `rows` name theirs, stays. */
  remove(rows: readonly Row[]): Counts;
  /** How many records a pass that sweeps has brought; comes right after the write of its last page. */
  seen(pass: Pass): number;
  /** Removes the rows that a pass did not see; comes right after the write of its last page. */
  sweep(pass: Pass): Counts;
  /** How many rows it holds. */
  size(): number;
  /**
   * Looks at these columns of every row, from the top down, and changes the columns that `change` returns for it (null:
   * none). Columns that the tab lacks are absent from its rows; nothing happens before the tab exists. Throws as `write`.
   */
  edit(columns: readonly string[], change: (row: Row) => Row | null): Counts;
  /** Its own columns, from left to right; empty before the tab exists. */
  columns(): readonly { readonly header: string; readonly kind: Kind }[];
  /** The cells of `columns()` in at most `count` rows from the `first` (from 0) on, as the tab shows them now; rows without a key are left out, so that fewer come. Null past the last. */
  read(first: number, count: number): readonly (readonly Cell[])[] | null;
}

export interface WriteOptions {
  /** Rows say everything about their record: a column that is absent is empty. */
  readonly complete: boolean;
  /** No further page of this pass will come. */
  readonly last: boolean;
  /** Columns of the rows beyond the target's own. */
  readonly columns?: readonly Column[] | undefined;
}

/** Where copies of tables go as files. */
export interface Archive {
  /**
   * Writes the next piece of a table's copy; `cursor` null: the first. Until `done`, the earlier file stays as it was. `rows`:
   * how many the copy holds so far. Throws `BusyError`, `UnavailableError` or `DataError`.
   */
  write(table: Table, file: FileTarget, cursor: Cursor | null): ArchiveStep;
}

export interface FileTarget {
  /** Unique among all files of the archive; never shown. The same id is the same file, whatever its name. */
  readonly id: string;
  readonly name: string;
  readonly separator: string;
}

export interface ArchiveStep {
  readonly cursor: Cursor;
  readonly done: boolean;
  readonly rows: number;
  readonly requests: number;
}
