import { DataError, SignInError, type SyncError, UnavailableError } from '../core/errors';
import type { HttpResponse } from '../platform/services';
import { advice } from './advice';
import { readDetail } from './detail';

/**
 * What an answer to `GET url` that is no success means for the engine. The body is read for 400 and 422 alone: that of a
 * 401 may hold the key, that of a 403 may be a web page.
 */
export function refusalOf(
  { status, text }: HttpResponse,
  url: string,
  title: string,
  redact: (text: string) => string,
): SyncError {
  const message = `GET ${url} -> ${String(status)}`;
  if (status === 401) return new SignInError(message, advice.signIn(title));
  if (status === 403) return new UnavailableError(message, advice.forbidden(title), status);
  if (MISSING.includes(status)) return new UnavailableError(message, advice.missing(title), status);
  if (status !== 400 && status !== 422) return new DataError(message, advice.unexpected(title, status), status);
  const detail = readDetail(text, redact);
  return new DataError(`${message} ${detail}`, advice.rejected(title, detail), status);
}

const MISSING: readonly number[] = [404, 405, 410];
