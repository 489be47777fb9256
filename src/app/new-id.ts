import { randomBytes } from '../platform/random-bytes';

/** The id of a new connection. Never that of an earlier one: its tabs would take in the data of another account. */
export function newId(): string {
  return Array.from(randomBytes(5), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
