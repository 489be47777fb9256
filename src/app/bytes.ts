import { toBase64 } from '../core/base64';
import { utf8Bytes } from '../core/utf8';

/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD. */
export function toUtf8(text: string): Uint8Array {
  return Uint8Array.from(utf8Bytes(text.replace(/[\ud800-\udfff]/gu, '\ufffd')));
}

/** The text that UTF-8 bytes hold. Throws `URIError` when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => '%' + byte.toString(16).padStart(2, '0')).join(''));
}

/** Base64 with `-` and `_`, padded with `=` (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_');
}

/** The bytes of such a text; null when it is none, or not the one text that these bytes have. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9_-]*={0,2}$/.test(text)) return null;
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  const unused = held & ((1 << bits) - 1);
  return unused === 0 ? bytes : null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
