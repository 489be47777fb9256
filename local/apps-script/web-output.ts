import type { EnumValue } from './enumeration';
import { classOf, reveal } from './exposed';

/** What a web app's function returned. */
export type WebOutput =
  | {
      readonly kind: 'text';
      readonly content: string;
      /** Such as `application/json`. */
      readonly type: string;
      /** The name under which browsers save it; null: they show it. */
      readonly fileName: string | null;
    }
  | { readonly kind: 'html'; readonly content: string }
  | { readonly kind: 'nothing' | 'unsupported' };

/** Reads it while the execution lasts: nothing of the script is kept. */
export function readWebOutput(returned: unknown): WebOutput {
  if (returned === undefined || returned === null) return { kind: 'nothing' };
  const behind = typeof returned === 'object' ? reveal(returned) : undefined;
  const service = behind && classOf(returned);
  if (service === 'HtmlOutput') return { kind: 'html', content: (behind as Html).getContent() };
  if (service !== 'TextOutput') return { kind: 'unsupported' };
  const text = behind as Text;
  const type = TYPES[text.getMimeType().name()] ?? 'text/plain';
  return { kind: 'text', content: text.getContent(), type, fileName: text.getFileName() };
}

type Html = Pick<GoogleAppsScript.HTML.HtmlOutput, 'getContent'>;

interface Text {
  getContent(): string;
  getMimeType(): EnumValue;
  getFileName(): string | null;
}

/** By the names of ContentService.MimeType. */
const TYPES: Readonly<Record<string, string>> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
  XML: 'application/xml',
};
