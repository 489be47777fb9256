import { toBase64 } from '../../core/base64';
import { utf8Bytes } from '../../core/utf8';

/** The `Authorization` header of RFC 7617 for a user and a password, in UTF-8. */
export function toBasicHeader(user: string, password: string): string {
  return `Basic ${toBase64(utf8Bytes(`${user}:${password}`))}`;
}
