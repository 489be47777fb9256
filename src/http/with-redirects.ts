import { DataError, SettingsError } from '../core/errors';
import type { HttpRequest, HttpResponse, Send } from '../platform/services';
import { advice } from './advice';

/** What the refusal of a redirect needs to name. */
export interface RedirectOptions {
  readonly title: string;
  /** The setting that holds the address, when the user typed it. */
  readonly addressSetting: string | undefined;
  redact(text: string): string;
}

/**
 * `send`, following redirects of GET requests by hand, at most three and on the same host only, so that the key is never
 * sent elsewhere. Throws `SettingsError` (or `DataError` when no setting holds the address) when the site has moved.
 */
export function withRedirects(send: Send, options: RedirectOptions): Send {
  return (request) => {
    let current = request;
    for (let followed = 0; followed <= MOST; followed++) {
      const response = send(current);
      const target = redirectOf(current, response);
      if (target === null) return response;
      if (originOf(target) !== originOf(current.url)) throw moved(current.url, target, options);
      current = { ...current, url: target };
    }
    throw new DataError(
      `${request.url} -> more than ${String(MOST)} redirects, the last to ${current.url}`,
      advice.circles(options.title),
    );
  };
}

const MOST = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** The absolute address that an answer sends us to, or null. */
function redirectOf(request: HttpRequest, response: HttpResponse): string | null {
  const location = response.headers.location;
  if (request.method !== 'get' || location === undefined || !REDIRECTS.includes(response.status)) return null;
  const target = location.replace(/#.*$/s, '').trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return target;
  if (target.startsWith('//')) return `https:${target}`;
  if (target.startsWith('/')) return originOf(request.url) + target;
  const here = request.url.replace(/[?#].*$/s, '');
  return target.startsWith('?') ? here + target : here.replace(/[^/]*$/, '') + target;
}

/** Scheme and host in lower case; the whole text when it is no web address. */
function originOf(url: string): string {
  const [origin, scheme = '', host = ''] = /^([a-z]+):\/\/([^/?#\\]*)/i.exec(url) ?? [];
  return origin === undefined ? url : `${scheme}://${host}`.toLowerCase().replace(/^(https:.*):443$/, '$1');
}

function moved(from: string, to: string, options: RedirectOptions): DataError | SettingsError {
  // Without what stands before an @, which could be a key.
  const address = options.redact(originOf(to).replace(/\/\/.*@/, '//'));
  const message = `${from} -> redirected to ${address}: not followed`;
  if (originOf(to) === originOf(from).replace(/^https:/, 'http:')) {
    return new DataError(message, advice.unprotected(options.title));
  }
  if (options.addressSetting === undefined) return new DataError(message, advice.moved(options.title, address));
  return new SettingsError(options.addressSetting, message, advice.movedSetting(options.title, address));
}
