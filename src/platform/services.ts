/** Google's services as the pure rooms see them. The files beside this one implement them. */

/** One of the three property stores: small texts under short names (9 KB a value, 500 KB a store). */
export interface Store {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  all(): Readonly<Record<string, string>>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): void;
}

/** The lock that lets one execution at a time write into this spreadsheet; it ends with the execution. */
export interface Lock {
  tryAcquire(): boolean;
  release(): void;
}

export interface HttpRequest {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Sends one request and returns the answer, whatever its status. Does not follow redirects. Throws a `NetworkError`
 * when no answer came.
 */
export type Send = (request: HttpRequest) => HttpResponse;

/** What a cell holds: a date or an instant is its serial number (days since 1899-12-30, in the spreadsheet's zone). */
export type Cell = string | number | boolean;

/** A block of cells from row `row` and column `column` (1-based); in a patch, null leaves a cell as it is. */
export interface Patch {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (Cell | null)[];
}

export interface Area {
  readonly row: number;
  readonly column: number;
  /** Absent: down to the last row. */
  readonly rows?: number;
  readonly columns: number;
}

/** A spreadsheet, in the terms that a destination needs; each method is one service call unless it says otherwise. */
export interface Workbook {
  /** Minutes to add to UTC at an instant (milliseconds since 1970) in the spreadsheet's time zone. No spreadsheet call. */
  offset(ms: number): number;
  /** The sizes of all tabs, by sheet id. */
  sizes(): readonly SheetSize[];
  /** The tabs that carry metadata under `key`, from left to right. */
  tagged(key: string): readonly Tagged[];
  /** The tab of that name, or null. No spreadsheet call. */
  named(name: string): Sheet | null;
  /** Adds a tab as small as can be: two rows, `columns` columns. */
  insert(name: string, columns: number): Sheet;
}

export interface SheetSize {
  readonly id: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Tagged {
  readonly sheet: Sheet;
  readonly value: string;
}

/** One tab. Rows and columns count from 1. */
export interface Sheet {
  readonly id: number;
  name(): string;
  rows(): number;
  columns(): number;
  /** The last row with any content, 0 when there is none. */
  lastRow(): number;
  /** The values of one block. Dates come as serial numbers, empty cells as ''. */
  read(area: Area & { readonly rows: number }): readonly (readonly Cell[])[];
  /** The values of several blocks, in their order; rows that are empty down to a block's end are left out. */
  readAll(areas: readonly Area[]): readonly (readonly (readonly Cell[])[])[];
  /** Writes a block of cells with their number formats; no text becomes anything but itself. */
  write(
    row: number,
    column: number,
    cells: readonly (readonly Cell[])[],
    formats: readonly (readonly string[])[],
  ): void;
  /** Writes scattered pieces of rows, formats untouched; no text becomes anything but itself. */
  patch(patches: readonly Patch[]): void;
  /** Gives single cells a number format. */
  format(format: string, cells: readonly { readonly row: number; readonly column: number }[]): void;
  insertRows(after: number, count: number): void;
  insertColumns(after: number, count: number): void;
  /** Deletes blocks of rows, given as [first row, number of rows] from the top down, all or none of them. */
  deleteRows(blocks: readonly (readonly [number, number])[]): void;
  /** Texts and notes for the header cells from `column` on, in the look of a header. */
  writeHeader(column: number, headers: readonly { readonly text: string; readonly note: string }[]): void;
  /** Sets or replaces the tab's metadata under `key`. */
  tag(key: string, value: string): void;
  hide(): void;
}
