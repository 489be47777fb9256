import { NetworkError } from '../core/errors';
import type { HttpRequest, HttpResponse, Send } from './services';

/** Sends over Google's servers, with Google's certificates check. */
export const send: Send = (request) => {
  sent += 1;
  try {
    return toHttpResponse(UrlFetchApp.fetch(request.url, toOptions(request)));
  } catch (error) {
    throw toNetworkError(error);
  }
};

/** How many requests this execution has sent. */
export function requestsSent(): number {
  return sent;
}

/** An execution starts with fresh globals, so these are its own. */
let sent = 0;

interface Options extends GoogleAppsScript.URL_Fetch.URLFetchRequestOptions {
  /** Documented at developers.google.com, UrlFetchApp, but absent from the published types. */
  readonly timeoutSeconds: number;
}

function toOptions({ method, headers, body, bytes, seconds = 60 }: HttpRequest): Options {
  const contentType = Object.keys(headers).find((name) => name.toLowerCase() === 'content-type');
  const payload = bytes ?? body;
  return {
    method,
    headers,
    muteHttpExceptions: true,
    followRedirects: false,
    timeoutSeconds: seconds,
    ...(payload === undefined ? {} : { payload }),
    ...(contentType === undefined ? {} : { contentType: headers[contentType] }),
  };
}

function toHttpResponse(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getAllHeaders())) {
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  // JSON is UTF-8 whatever its headers say or leave out (RFC 8259, 8.1).
  return { status: response.getResponseCode(), headers, text: response.getContentText('UTF-8') };
}

/** Google says what went wrong in the message alone. */
const KINDS: readonly (readonly [RegExp, NetworkError['kind']])[] = [
  // Over 50 MB (developers.google.com, Quotas for Google Services).
  [/response (size|too large)/i, 'tooLarge'],
  [/too many times|quota|too much computer time/i, 'quota'],
  [/invalid value|invalid argument|limit exceeded|permission|not allowed|not permitted|blocked/i, 'refused'],
  [/time(d )?-?out/i, 'timeout'],
];

function toNetworkError(error: unknown): NetworkError {
  const message = error instanceof Error ? error.message : String(error);
  const kind = KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'unreachable';
  return new NetworkError(kind, message);
}
