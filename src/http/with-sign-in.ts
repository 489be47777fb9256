import { DataError } from '../core/errors';
import type { Send } from '../platform/services';
import { advice } from './advice';

/** Where requests go and the headers that carry the key. */
export interface Entrance {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `send`, with the sign-in's headers on every request. Throws `DataError`, and sends nothing, outside its base. */
export function withSignIn(send: Send, entrance: Entrance, title: string): Send {
  return (request) => {
    if (!isBelow(request.url, entrance.base)) {
      throw new DataError(`${request.url} is not below ${entrance.base}: nothing was sent`, advice.astray(title));
    }
    return send({ ...request, headers: { ...request.headers, ...entrance.headers } });
  };
}

/** Whether `url` is `base` or a path below it, with nothing in it that could climb out again. */
function isBelow(url: string, base: string): boolean {
  const rest = url.slice(base.length);
  if (!url.startsWith(base) || !/^(?:$|[/?])/.test(rest)) return false;
  const path = rest.replace(/[?#].*$/s, '').replace(/%2e/gi, '.');
  return !/[\\\s]|%5c/i.test(path) && !path.split(/\/|%2f/i).includes('..');
}
