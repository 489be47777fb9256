/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD. */
export function toUtf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).match(/%..|[^%]/g) ?? [];
  return Uint8Array.from(escaped, (unit) => (unit.length === 3 ? parseInt(unit.slice(1), 16) : unit.charCodeAt(0)));
}

/** The text that UTF-8 bytes hold. Throws `URIError` when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => '%' + byte.toString(16).padStart(2, '0')).join(''));
}

/** Base64 with `-` and `_`, padded with `=` (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const sextets = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((three >> shift) & 63)).join('');
    const missing = Math.max(0, i + 3 - bytes.length);
    text += sextets.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
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
