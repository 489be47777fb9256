import type { Json } from '../core/model';

/**
 * The value that a JSON text stands for. Integers of 16 digits or more come as text, because a JavaScript number would
 * round them. Throws `SyntaxError` when the text is not JSON.
 */
export function parseJson(text: string): Json {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // Almost no answer holds such a number: one quick look spares the others a second reading.
  return JSON.parse(LONG_INTEGER_NEAR.test(plain) ? plain.replace(TOKENS, quoteLongInteger) : plain) as Json;
}

const LONG_INTEGER_NEAR = /[^"\d.]-?\d{16}/;
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

function quoteLongInteger(token: string): string {
  return LONG_INTEGER.test(token) ? `"${token}"` : token;
}
