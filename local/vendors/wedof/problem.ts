import { STATUS_CODES } from 'node:http';
import type { Answer } from '../vendor';

/** A request that Wedof turns down: thrown by routes, and answered as problem+json (RFC 9457) without any record. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly violations: readonly { readonly propertyPath: string; readonly title: string }[] = [],
  ) {
    super(detail);
  }
}

/** A parameter that does not hold what it should. */
export function badParameter(name: string, title: string): Problem {
  return new Problem(400, `${name}: ${title}`, [{ propertyPath: name, title }]);
}

/** What goes over the wire for a problem. */
export function toProblemAnswer({ status, message, violations }: Problem, route?: string): Answer {
  const body = {
    type: 'https://tools.ietf.org/html/rfc2616#section-10',
    title: STATUS_CODES[status] ?? 'An error occurred',
    status,
    detail: message,
    ...(violations.length > 0 ? { violations } : {}),
  };
  const headers = { 'Content-Type': 'application/problem+json' };
  return { status, headers, body: JSON.stringify(body), ...(route === undefined ? {} : { route }) };
}
