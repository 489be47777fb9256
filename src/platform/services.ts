import type { JsonObject } from '../core/model';

/** Google's services as the pure rooms see them. The files beside this one implement them. */

/** One of the three property stores: small texts under short names (9 KB a value, 500 KB a store). Beyond, `set` throws `DataError`. */
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
  /** What is sent in place of `body`: bytes as signed numbers (-128 to 127). */
  readonly bytes?: readonly number[];
  /** How long to wait for the answer at most; absent: a minute. */
  readonly seconds?: number;
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
  /** Deletes a tab, and puts an empty one in the place of the last that can be seen. Throws what Google throws. */
  remove(sheet: Sheet): void;
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

/** What becomes of some rows of a tab, which are numbered as before the change; cells are those from the left on. */
export interface RowsChange {
  readonly rewritten: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
  /** [first row, number of rows] from the top down. */
  readonly deleted: readonly (readonly [number, number])[];
  readonly inserted: readonly (readonly Cell[])[];
  /** The inserted ones come before this row, in the formats of it; nothing above it is deleted, and some row from it on stays. */
  readonly before: number;
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
  /** The values of one block as the screen shows them. */
  readShown(area: Area & { readonly rows: number }): readonly (readonly string[])[];
  /** The formulas of one block; blank where a cell has none. */
  readFormulas(area: Area & { readonly rows: number }): readonly (readonly string[])[];
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
  /** The number formats of some cells of one row. */
  formats(row: number, column: number, columns: number): readonly string[];
  /** Gives columns number formats, one each from `column` on, in all rows below the header; rows inserted there take them. */
  formatColumns(column: number, formats: readonly string[]): void;
  /** Gives single cells a number format. */
  format(format: string, cells: readonly { readonly row: number; readonly column: number }[]): void;
  insertRows(after: number, count: number): void;
  insertColumns(after: number, count: number): void;
  /** Deletes blocks of rows, given as [first row, number of rows] from the top down, all or none of them. */
  deleteRows(blocks: readonly (readonly [number, number])[]): void;
  /** Rewrites rows, deletes some and inserts others, all of it or nothing. */
  replaceRows(change: RowsChange): void;
  /** Texts and notes for the header cells from `column` on, in the look of a header. */
  writeHeader(column: number, headers: readonly { readonly text: string; readonly note: string }[]): void;
  /** Sets or replaces the tab's metadata under `key`. */
  tag(key: string, value: string): void;
  hide(): void;
  hideColumn(column: number): void;
}

/**
 * The files and folders that this script made in Google Drive; others are out of its sight. Every method throws `BusyError`,
 * `UnavailableError` (no permission) or `DataError`, whose texts hold no session.
 */
export interface Drive {
  /** Whether a file or folder is there, and not in the trash. */
  exists(id: string): boolean;
  /** The id of the oldest folder of that name, or null. */
  findFolder(name: string): string | null;
  /** Makes a folder at the top of My Drive and returns its id. */
  makeFolder(name: string): string;
  /**
   * Opens an upload and returns its session: an address that is good for a week and lets anyone write who knows it. The
   * file is made, or its content replaced, when the last byte has come, not before.
   */
  beginUpload(file: UploadFile): string;
  /** Sends the bytes that follow those received. */
  upload(session: string, part: UploadPart): Upload;
  /** Asks how far an upload has come. */
  uploaded(session: string): Upload;
  /** How many requests were sent so far. */
  requests(): number;
}

/** A new file in a folder, or the file of that id under that name. */
export type UploadFile = { readonly name: string; readonly type: string } & (
  { readonly id: string } | { readonly folder: string }
);

/** Some bytes of a file. All parts but the last are multiples of 256 KiB. */
export interface UploadPart {
  /** Where they stand in the file, from 0. */
  readonly first: number;
  /** The characters that hold them: the first and the last may reach beyond. */
  readonly text: string;
  /** How many bytes of the text come before them. */
  readonly lead: number;
  readonly size: number;
  /** The size of the whole file, in the last part; null in the others. */
  readonly total: number | null;
}

/** How far an upload has come: `received` bytes from the beginning, a file of that `id`, or a session that has ended. */
export type Upload =
  | { readonly state: 'open'; readonly received: number }
  | { readonly state: 'done'; readonly id: string }
  | { readonly state: 'gone' };

/**
 * The person's own Google Contacts (developers.google.com, People API v1). Every method is one request and throws `PeopleError`.
 * Field masks are comma-separated names.
 */
export interface People {
  /** A page of all contacts or, with a sync token, of what changed since it was given. */
  list(request: ListRequest): ConnectionsPage;
  /** Up to 200 contacts by resource name, in any order. */
  get(refs: readonly string[], fields: string): readonly PersonAnswer[];
  /** Contacts whose names, addresses or numbers begin with a text; a blank one makes Google load its index. */
  search(query: string, fields: string): readonly Person[];
  /** Makes up to 200 contacts, all or none, and returns them in any order. */
  create(persons: readonly Person[], fields: string): readonly PersonAnswer[];
  /** Replaces the fields of `mask` in up to 200 contacts, all or none: a field that is not in a body is cleared. */
  update(persons: readonly Person[], mask: string, fields: string): readonly PersonAnswer[];
  /** Replaces the fields of `mask` in one contact. */
  updateOne(person: Person, mask: string, fields: string): Person;
  /** Deletes up to 500 contacts, all or none. */
  remove(refs: readonly string[]): void;
  removeOne(ref: string): void;
  /** The labels, Google's own among them. */
  groups(pageToken?: string): GroupsPage;
  createGroup(name: string): Group;
  /** How many requests were sent so far. */
  requests(): number;
}

export interface ListRequest {
  readonly fields: string;
  readonly syncToken?: string;
  readonly pageToken?: string;
}

export interface ConnectionsPage {
  readonly connections?: readonly Person[];
  readonly nextPageToken?: string;
  /** On the last page. */
  readonly nextSyncToken?: string;
}

/** A contact in Google's own words; fields that it does not have are absent. */
export interface Person {
  readonly resourceName?: string;
  readonly etag?: string;
  readonly metadata?: {
    readonly sources?: readonly PersonSource[];
    readonly deleted?: boolean;
    /** Only in what changed since a sync token. */
    readonly previousResourceNames?: readonly string[];
  };
  readonly names?: readonly JsonObject[];
  readonly emailAddresses?: readonly JsonObject[];
  readonly phoneNumbers?: readonly JsonObject[];
  readonly addresses?: readonly JsonObject[];
  readonly organizations?: readonly JsonObject[];
  readonly memberships?: readonly JsonObject[];
  readonly clientData?: readonly JsonObject[];
}

export interface PersonSource {
  readonly type?: string;
  readonly id?: string;
  readonly etag?: string;
  /** RFC 3339. */
  readonly updateTime?: string;
}

/** One contact of a request for several; without `person` it is not there. */
export interface PersonAnswer {
  /** The resource name that was asked for, or that a new contact got. */
  readonly ref: string;
  readonly person: Person | null;
}

export interface GroupsPage {
  readonly contactGroups?: readonly Group[];
  readonly nextPageToken?: string;
}

export interface Group {
  readonly resourceName?: string;
  readonly name?: string;
  /** `USER_CONTACT_GROUP` or `SYSTEM_CONTACT_GROUP`. */
  readonly groupType?: string;
  readonly memberCount?: number;
}
