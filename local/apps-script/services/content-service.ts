import { enumeration } from '../enumeration';
import type { Faithful } from '../faithful';
import type { Host } from '../host';

const MIME_TYPE = enumeration('ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML');

/** ContentService: text answers of a web app (developers.google.com, Content Service). */
export function createContentService(host: Host): object {
  const methods: Faithful<GoogleAppsScript.Content.ContentService, 'createTextOutput'> = {
    createTextOutput: (content?: string) => createTextOutput(host, content ?? ''),
  };
  return host.expose('ContentService', { ...methods, MimeType: MIME_TYPE });
}

function createTextOutput(host: Host, first: string): object {
  let content = first;
  let mimeType: object = MIME_TYPE.TEXT;
  let fileName: string | null = null;
  const output: Faithful<
    GoogleAppsScript.Content.TextOutput,
    'append' | 'clear' | 'downloadAsFile' | 'getContent' | 'getMimeType' | 'setContent' | 'setMimeType'
  > & { getFileName(): string | null } = {
    append(text: string) {
      content += text;
      return output;
    },
    clear() {
      content = '';
      return output;
    },
    downloadAsFile(name: string) {
      fileName = name;
      return output;
    },
    getContent: () => content,
    // null until downloadAsFile: the typings promise a string.
    getFileName: () => fileName,
    getMimeType: () => mimeType,
    setContent(text: string) {
      content = text;
      return output;
    },
    setMimeType(type: unknown) {
      mimeType = type as object;
      return output;
    },
  };
  return host.expose('TextOutput', output);
}
