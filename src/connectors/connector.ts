import type { Column } from '../core/columns';
import type { Cursor, Json, JsonObject, Row, Value, Words } from '../core/model';

/** A system we read. A description: names, settings, how to sign in, what can be read. */
export interface Connector {
  readonly name: string;
  readonly title: string;
  /** One sentence: what it brings into the spreadsheet. */
  readonly help: Words;
  /** The `d` of an SVG path, drawn for this project in a square of 24. */
  readonly icon: string;
  /** What the user edits, in the form's order. */
  readonly settings: readonly Setting[];
  /** Where and how requests go. Throws `SettingsError` naming the field that is missing or wrong. */
  signIn(settings: Settings): SignIn;
  /** Asks the system who we are: a sentence for the user. Throws as `Api.get` does. */
  check(api: Api, settings?: Settings): Words;
  /** In the order in which they are read. */
  streams(settings: Settings): readonly Stream[];
}

/** One thing the user types. A secret is stored encrypted and never shown again. */
export interface Setting {
  readonly name: string;
  readonly title: Words;
  readonly help: Words;
  readonly example: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** A change of it leaves the rows as they are: nothing is read again. */
  readonly keepsRows?: boolean;
  /** Another value is another account: its rows go into tabs of their own. */
  readonly isAccount?: boolean;
  /** What the whole text must match, as a regular expression's source. */
  readonly pattern?: string;
  /** The only values there are; the first one stands for a blank. */
  readonly choices?: readonly Choice[];
  /** It matters only while that setting has one of those values, a blank one its first choice; absent: always. */
  readonly when?: { readonly setting: string; readonly values: readonly string[] };
}

export interface Choice {
  readonly value: string;
  readonly title: Words;
}

/** What the user typed, by setting name; a setting left blank is absent. */
export type Settings = Readonly<Record<string, string>>;

export interface SignIn {
  /** `https://host/path` without a trailing slash: every request goes below it. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Texts that no message may show. */
  readonly secrets: readonly string[];
  /** How many requests the system allows; each request keeps every pace that applies to it. */
  readonly paces: readonly Pace[];
  /** How the key of every request is got first, and again when it is refused; absent when `headers` hold it. */
  readonly grant?: Grant;
  /** Milliseconds to wait after a 429 that does not say how long. */
  readonly slowDown?: number;
  /** The setting to correct when nothing answers at `base`; absent when the user did not type it. */
  readonly addressSetting?: string | undefined;
}

/** At most `requests` requests in any `ms` milliseconds, over all executions. */
export interface Pace {
  readonly requests: number;
  readonly ms: number;
  /** How the paths (below the base) begin to which it applies; absent: all. */
  readonly paths?: readonly string[];
}

/** OAuth 2.0 client credentials (RFC 6749, section 4.4): a bearer token for a posted JSON body. */
export interface Grant {
  /** Below the base. */
  readonly path: string;
  readonly body: JsonObject;
  /** The setting to correct when the system refuses them. */
  readonly setting: string;
}

/** Columns that repeat what another stream's record says, kept equal to it when a run relabels. */
export interface Label {
  /** The other stream. */
  readonly stream: string;
  /** The column here that holds the other's key. */
  readonly by: string;
  /** Columns there, by column here. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Texts to replace in one column of another stream; where a cell is a list, separated by `, `, in each of its parts. */
export interface Rename {
  readonly column: string;
  /** New texts by old. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One kind of record. */
export interface Stream {
  readonly name: string;
  readonly title: Words;
  /** One sentence: what one row is. */
  readonly help: Words;
  /** The columns that identify a row. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /**
   * - `changes`: rows are upserted and never swept, unless a page says `complete`.
   * - `snapshot`: each pass reads everything; rows that a finished pass did not see are removed.
   * - `insert-only`: unknown keys are added, known rows stay as they are.
   */
  readonly mode: 'changes' | 'snapshot' | 'insert-only';
  /** Off unless the user chooses it. */
  readonly optional?: boolean;
  /** Streams whose pages hold this one's rows in `also`: reading those reads this one, whether they are chosen or not. */
  readonly from?: readonly string[];
  /** Streams that this one stands for: choosing it chooses them, all read from its pages, and it has no tab itself. */
  readonly feeds?: readonly string[];
  /** A column whose larger value wins: a record never takes the place of one that is newer by it. */
  readonly version?: string;
  readonly labels?: readonly Label[];
  /** What a change of this stream's record changes in the columns of the stream `in`; `before` is the row of the tab. */
  readonly renames?: { readonly in: string; read(before: Row, after: Row): readonly Rename[] };
  /** A copy of its tab in Google Drive, in the folder `exports`, made anew after each pass. */
  readonly file?: StreamFile;
  /** What to leave out when its rows do not fit into a spreadsheet. */
  readonly slimming?: Words;
  /** One page. A stream without `read` lives from the streams named in `from`. */
  read?(api: Api, cursor: Cursor | null): Page;
}

/** A file in CSV (RFC 4180). */
export interface StreamFile {
  readonly name: string;
  /** Between two fields. */
  readonly separator: string;
}

/** One answer's worth of rows. */
export interface Page {
  readonly rows: readonly Row[];
  /** Columns of this stream beyond its own, such as fields that the account defined. */
  readonly columns?: readonly Column[];
  /** Rows of other streams that the same answer held. */
  readonly also?: Readonly<Record<string, readonly Row[]>>;
  /** What identifies the records that the system says are gone, with the column `version` where the stream has one. */
  readonly removed?: readonly Row[];
  /** Where the next page begins; on the last page, where the next pass begins. */
  readonly cursor: Cursor;
  readonly done: boolean;
  /** How many rows the whole pass will bring, when the system says so. */
  readonly total?: number;
  /**
   * In a `changes` stream: this pass reads everything, so that its end may sweep. In a `snapshot` stream: false when
   * the pass cannot prove that it saw everything, so that its end must not sweep. Constant over a pass, but that false
   * on any page wins.
   */
  readonly complete?: boolean;
  /**
   * In a `changes` stream: this pass reads everything, but a record that it does not bring is no proof that the record is
   * gone. Nothing is swept; the user is told how many rows are more than `total`.
   */
  readonly whole?: boolean;
  /** What the user should know about this page, such as records left out. */
  readonly note?: Words;
}

/** How a connector asks its system. Retries, pace, sign-in and redaction have already happened behind it. */
export interface Api {
  /**
   * The answer to `GET base + path`. `path` begins with `/` and its variable parts are encoded by the caller.
   * Throws `SignInError` (401), `UnavailableError` (403, 404, 405, 410), `BusyError` (429 and 5xx after retries),
   * `DataError` (anything else that is not JSON of status 2xx), `HeavyError` only where `options.heavy` says so.
   */
  get(path: string, query?: Readonly<Record<string, Value | undefined>>, options?: GetOptions): Answer;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface GetOptions {
  /** The caller can ask for less: 504, no answer in time, an answer cut short or too large is a `HeavyError` at the first try. */
  readonly heavy?: boolean;
}

export interface Answer {
  readonly body: Json;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}
