import type { Value } from '../core/model';

/**
 * `?name=value&...` with names and values percent-encoded, beginning with `&` after a path that has a query. What is null
 * or undefined is left out; empty when nothing is left.
 */
export function toQuery(values: Readonly<Record<string, Value | undefined>>, begin: '?' | '&' = '?'): string {
  const pairs = Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? '' : begin + pairs.join('&');
}
