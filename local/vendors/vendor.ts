import type { IncomingHttpHeaders } from 'node:http';
import type { Json, JsonObject } from './json';

/** An API that can be served: its routes, its records, and the words in which it refuses. */
export interface Vendor {
  readonly name: string;
  /** The records that control can read and change, by the vendor's own word for them. */
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Statuses with which lists answer instead of records; `refuse` of control writes into it. */
  readonly statuses: Map<string, number>;
  /** Lets nothing through to `answer` but a GET with the server's key; absent: the vendor sees to sign-in and methods. */
  readonly gate?: KeyGate;
  /** What control's `act` can do to this vendor alone; each throws an Error that says what is wrong with its value. */
  readonly acts?: Readonly<Record<string, (value: Json | undefined) => object>>;
  answer(question: Question): Answer;
}

/** One key in one header, for reading alone. */
export interface KeyGate {
  /** The header that carries the key, in lower case. */
  readonly header: string;
  /** What a request with a missing or wrong key gets; it never repeats the key. */
  unauthorized(question: Question): Answer;
  /** What any other method than GET gets. */
  methodNotAllowed(question: Question): Answer;
}

export interface Question {
  readonly method: string;
  /** The path as sent, without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as sent, without the question mark. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The route that answered, such as `/registrationFolders/{id}`; absent for an unknown path. */
  readonly route?: string;
  /** For a page of a list: which list, and the keys of the records on the page. */
  readonly page?: { readonly list: string; keys(): readonly string[] };
  /** What the request did that no client may do, beyond what a gate sees. */
  readonly violations?: readonly string[];
}

/** The records of one kind, as control sees them. */
export interface Kind {
  size(): number;
  /** The records from one position (included) to another (excluded), as the API would serve them. */
  records(from: number, to: number): readonly JsonObject[];
  /** For records that are only served below another: the path each is served under, in the same order. */
  parents?(from: number, to: number): readonly string[];
  /** Changes records and returns their keys; a silent change leaves no trace in any date. */
  update(picks: Picks, set: JsonObject | undefined, now: number, silent: boolean): readonly string[];
  create(count: number, set: JsonObject | undefined, now: number): readonly string[];
  remove(picks: Picks): readonly string[];
}

/** Which records to change: those with the given keys, or `count` (default 1) scattered over the whole list. */
export interface Picks {
  readonly keys?: readonly string[];
  readonly count?: number;
}
