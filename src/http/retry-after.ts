import type { HttpResponse } from '../platform/services';

/**
 * The milliseconds that an answer asks us to wait (seconds or an HTTP date, RFC 9110 section 10.2.3), or null when it does
 * not say, or names a time gone by. A date is measured from the answer's own `Date`, so that no two clocks are compared.
 */
export function readRetryAfter(response: HttpResponse, now: number): number | null {
  const text = response.headers['retry-after']?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - (serverTime(response) ?? now);
  return wait > 0 ? wait : null;
}

/** When the server says that it answered, in milliseconds since 1970, or null when it does not. */
export function serverTime(response: Pick<HttpResponse, 'headers'>): number | null {
  const time = Date.parse(response.headers.date ?? '');
  return Number.isNaN(time) ? null : time;
}
