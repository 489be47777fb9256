import { escapePattern } from '../core/escape-pattern';
import { utf8Bytes } from '../core/utf8';

/** A function that replaces every secret in a text, as it is, percent-encoded or in base64, by `***`, whatever the case. */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret !== '').flatMap(formsOf);
  if (forms.length === 0) return (text) => text;
  // The longest first, so that no half of a longer form stays behind.
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'gi');
  return (text) => text.replace(pattern, '***');
}

/** What hides the secrets of one system, and those that come to light while it is asked. */
export interface Redaction {
  readonly redact: (text: string) => string;
  /** Makes `redact` hide this text too. */
  readonly learn: (secret: string) => void;
}

/** Begins with these secrets. */
export function createRedaction(secrets: readonly string[]): Redaction {
  const known = [...secrets];
  let redact = createRedact(known);
  return {
    redact: (text) => redact(text),
    learn: (secret) => {
      if (known.includes(secret)) return;
      known.push(secret);
      redact = createRedact(known);
    },
  };
}

function formsOf(secret: string): string[] {
  const bytes = utf8Bytes(secret).map((byte) => byte & 0xff);
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
