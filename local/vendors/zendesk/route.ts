import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { Bucket } from './rate-limits';

/** A signed-in GET, as routes see it. */
export interface Asked {
  /** Below `/api/v2`, without `.json`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a route answers: the body, how many records were worked for it, and which list they are a page of. */
export interface Served {
  readonly body: JsonObject;
  readonly weight?: number;
  readonly page?: Answer['page'];
}

export interface Route {
  /** The list whose status in `statuses` it answers with. */
  readonly list: string;
  readonly bucket?: Bucket;
  /** Throws a Refusal. */
  serve(asked: Asked): Served;
}

/** Routes by their path below `/api/v2`. */
export type Routes = Readonly<Record<string, Route>>;
