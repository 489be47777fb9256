/** A function that replaces every secret in a text, as it is, percent-encoded or in base64, by `***`, whatever the case. */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret !== '').flatMap(formsOf);
  if (forms.length === 0) return (text) => text;
  // The longest first, so that no half of a longer form stays behind.
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'gi');
  return (text) => text.replace(pattern, '***');
}

function formsOf(secret: string): string[] {
  const bytes = utf8(secret);
  const encoded = [0, 1, 2].map((offset) => base64Core(bytes, offset)).filter((form) => form.length >= 4);
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%20/g, '+'),
    JSON.stringify(secret).slice(1, -1),
    ...encoded,
    ...encoded.map((form) => form.replace(/\+/g, '-').replace(/\//g, '_')),
    ...encoded.map(encodeURIComponent),
  ];
}

/** The base64 characters that `bytes` alone decide when `offset` other bytes stand before them, as in `user:secret`. */
function base64Core(bytes: readonly number[], offset: number): string {
  const bits = [...new Array<number>(offset).fill(0), ...bytes]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const first = Math.ceil((offset * 8) / 6);
  const end = Math.floor(bits.length / 6);
  let text = '';
  for (let i = first; i < end; i++) text += ALPHABET.charAt(parseInt(bits.slice(i * 6, i * 6 + 6), 2));
  return text;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function utf8(text: string): number[] {
  const bytes = encodeURIComponent(text).match(/%[0-9A-F]{2}|[^%]/g) ?? [];
  return bytes.map((byte) => (byte.length === 3 ? parseInt(byte.slice(1), 16) : byte.charCodeAt(0)));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
