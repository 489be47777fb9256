import type { HttpAnswer } from '../services/http-response';
import type { WireRequest } from '../services/http-wire';
import type { State } from '../state';
import { DriveRefusal, invalidParameter } from './drive-refusal';

/** A request to Drive's API, taken apart. */
export interface DriveRequest {
  readonly state: State;
  readonly method: string;
  readonly url: string;
  readonly query: ReadonlyMap<string, string>;
  /** In lower case; undefined when it was not sent. */
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
  /** Bytes of the body that arrived before the connection broke: all of them, usually. */
  readonly arrived: number;
  /** Whether files are seen that this script did not make: with the scope `drive`. */
  readonly seesAll: boolean;
  /** Ends the execution with a message: what is asked for exists on Google but not here. */
  lacks(what: string): never;
}

/** A request of UrlFetchApp as Drive's API reads it. */
export function toDriveRequest(
  request: WireRequest,
  rest: Pick<DriveRequest, 'state' | 'arrived' | 'seesAll' | 'lacks'>,
): DriveRequest {
  const { searchParams } = new URL(request.url);
  const body = request.body ?? new Uint8Array();
  return {
    ...rest,
    ...{ method: request.method, url: request.url, body },
    query: new Map(searchParams),
    header: (name) => request.headers.find(([each]) => each.toLowerCase() === name)?.[1],
  };
}

/** The metadata in the body, an empty object without one; refuses what is no JSON object. */
export function readMetadata({ body }: DriveRequest): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // What is no JSON is no object either.
  }
  throw new DriveRefusal(400, 'parseError', 'Parse Error');
}

/** A text member of the metadata; null when it is absent. */
export function textIn(metadata: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = metadata[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalidParameter(name);
  return value;
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, value: object): HttpAnswer {
  return {
    status,
    headers: [['Content-Type', 'application/json; charset=UTF-8']],
    body: Buffer.from(JSON.stringify(value), 'utf8'),
  };
}

/** An answer with a plain text, or without a body, as Google's upload servers give it. */
export function textAnswer(status: number, text: string, headers: HttpAnswer['headers'] = []): HttpAnswer {
  return {
    status,
    headers: [['Content-Type', 'text/plain; charset=utf-8'], ...headers],
    body: Buffer.from(text, 'utf8'),
  };
}
