/** Bytes, signed or not, in base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: ArrayLike<number>): string {
  const byteAt = (index: number): number => (bytes[index] ?? 0) & 0xff;
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const three = (byteAt(index) << 16) | (byteAt(index + 1) << 8) | byteAt(index + 2);
    const sextets = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((three >> shift) & 63)).join('');
    const missing = Math.max(0, index + 3 - bytes.length);
    text += sextets.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
