import { isJsonObject, type Json } from '../json';

/**
 * JSON as Flask's `jsonify` writes it outside debug mode: keys in alphabetical order, everything beyond ASCII escaped,
 * a line feed at the end (flask.palletsprojects.com, DefaultJSONProvider).
 */
export function toFlaskJson(value: Json): string {
  const ascii = JSON.stringify(sorted(value)).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${ascii}\n`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, part === undefined ? undefined : sorted(part)]));
}
