import type { Question } from './vendor';

/**
 * The header, in lower case, in which a client on virtual time says when it asks (milliseconds since 1970): a server beside it
 * cannot know otherwise, its own clock standing still or following the machine.
 */
export const TIME_HEADER = 'x-local-time';

/** When a request was sent, in milliseconds since 1970; undefined when it does not say. */
export function requestTime({ headers }: Question): number | undefined {
  const text = headers[TIME_HEADER];
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined;
}
