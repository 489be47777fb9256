import { DataError } from '../core/errors';
import type { Json, JsonObject } from '../core/model';
import { driveAdvice } from './drive-advice';
import { driveRefusal } from './drive-refusal';
import type { HttpResponse } from './services';

/** The object in an answer of status 2xx. Throws what `driveRefusal` makes of others. */
export function readAnswer(what: string, response: HttpResponse): JsonObject {
  requireSuccess(what, response);
  let body: unknown = null;
  try {
    body = JSON.parse(response.text);
  } catch {
    // what is no JSON is no object either
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as JsonObject;
  throw unexpected(`${what} -> ${response.status} without an object`, response.status);
}

/** The id in Drive's description of a file or folder. */
export function readFileId(what: string, file: Json): string {
  const id = typeof file === 'object' && file !== null && 'id' in file ? file.id : null;
  if (typeof id === 'string' && id !== '') return id;
  throw unexpected(`${what} -> no id`, 200);
}

/** Where an answer of status 2xx sends us on to. */
export function readLocation(what: string, response: HttpResponse): string {
  requireSuccess(what, response);
  const { location } = response.headers;
  if (location !== undefined) return location;
  throw unexpected(`${what} -> ${response.status} without a location`, response.status);
}

function requireSuccess(what: string, response: HttpResponse): void {
  if (response.status < 200 || response.status > 299) throw driveRefusal(what, response);
}

function unexpected(what: string, status: number): DataError {
  return new DataError(`Google Drive: ${what}`, driveAdvice.unexpected(status), status);
}
