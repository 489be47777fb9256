import type { Json } from '../core/model';

/**
 * The value that a JSON text stands for. Integers of 16 digits or more come as text, because a JavaScript number would
 * round them. Throws `SyntaxError` when the text is not JSON.
 */
export function parseJson(text: string): Json {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // Almost no answer holds such a number: one quick look spares the others a second reading.
  return JSON.parse(mayHoldLongInteger(plain) ? plain.replace(TOKENS, quoteLongInteger) : plain) as Json;
}

const BEFORE_VALUE = /(?:^|[:[,\s])-?$/;
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * Whether 16 digits in a row stand where a value may begin; most such rows are parts of texts. A row of 16 covers every
 * sixteenth place somewhere: looking at those alone takes a quarter of the time of a pattern.
 */
function mayHoldLongInteger(text: string): boolean {
  for (let place = 15; place < text.length; place += 16) {
    if (!isDigit(text, place)) continue;
    let first = place;
    while (isDigit(text, first - 1)) first -= 1;
    let end = place + 1;
    while (isDigit(text, end)) end += 1;
    if (end - first >= 16 && BEFORE_VALUE.test(text.slice(Math.max(0, first - 2), first))) return true;
  }
  return false;
}

function isDigit(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code >= 48 && code <= 57;
}

function quoteLongInteger(token: string): string {
  return LONG_INTEGER.test(token) ? `"${token}"` : token;
}
