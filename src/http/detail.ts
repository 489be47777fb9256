import type { Json } from '../core/model';
import { parseJson } from './json';

/**
 * What a refusal's body says in words: `detail` or `message`, then each violation (RFC 9457 and its Symfony form), or an
 * empty text. Its content is the vendor's: at most 300 characters, without secrets, markup or control characters.
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
  const words = [body.detail, body.message, body.error, body.error_description].filter(isText).slice(0, 1);
  const violations = [body.violations, body.errors].find(Array.isArray) ?? [];
  return [...words, ...violations.map(violationWords).filter((word) => word !== '' && !words.join().includes(word))];
}

function violationWords(violation: unknown): string {
  if (isText(violation)) return violation;
  const { propertyPath, property, path, title, message } = toFields(violation);
  return [propertyPath ?? property ?? path, title ?? message].filter(isText).join(': ');
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
