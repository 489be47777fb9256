import type { Json } from '../core/model';
import { parseJson } from './json';

/**
 * What a refusal's body says in words, or an empty text: `detail`, `message` or `error` with its description, then each
 * violation (RFC 9457 and its Symfony form; JSON:API; the four forms that Zendesk has). Its content is the vendor's: at
 * most 300 characters, without secrets, markup or control characters.
 */
export function readDetail(text: string, redact: (text: string) => string): string {
  const detail = redact(collectWords(text).join(' ; '))
    .replace(/<[^>]*>/g, ' ')
    .replace(/[<>\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return detail.length > LONGEST ? `${detail.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : detail;
}

const LONGEST = 300;

function collectWords(text: string): string[] {
  const body = read(text);
  const words = [body.detail, body.message, errorWords(body)].filter(isText).slice(0, 1);
  const list: unknown = [body.violations, body.errors].find(Array.isArray);
  const violations = [list, ...Object.values(toFields(body.details))].flatMap(toList).map(violationWords);
  return [...words, ...violations.filter((word) => word !== '' && !words.join().includes(word))];
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `error` is a code with a description beside it, a sentence, or an object with both. */
function errorWords(body: Readonly<Record<string, unknown>>): string {
  const { title, message } = toFields(body.error);
  const words = isText(body.error) ? [body.error, body.description ?? body.error_description] : [title, message];
  return words.filter(isText).join(': ');
}

function violationWords(violation: unknown): string {
  if (isText(violation)) return violation;
  const { propertyPath, property, path, code, title, message, detail, description } = toFields(violation);
  const what = [detail, title, message, description].find(isText);
  return [propertyPath ?? property ?? path ?? code, what].filter(isText).join(': ');
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    return toFields(parseJson(text) satisfies Json);
  } catch {
    return {};
  }
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
