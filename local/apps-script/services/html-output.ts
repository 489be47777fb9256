import type { Faithful } from '../faithful';
import type { Host } from '../host';
import { createBlob } from './blob';

type OutputMethod =
  | 'addMetaTag'
  | 'append'
  | 'clear'
  | 'getBlob'
  | 'getContent'
  | 'setContent'
  | 'setFaviconUrl'
  | 'setHeight'
  | 'setSandboxMode'
  | 'setTitle'
  | 'setWidth'
  | 'setXFrameOptionsMode';

/** A page as scripts see it (developers.google.com, HtmlOutput): `getContent` is what the user interface shows. */
export function createHtmlOutput(host: Host, html: string): object {
  let content = html;
  let title: string | null = null;
  const size: { width: number | null; height: number | null } = { width: null, height: null };
  const set = (change: () => void): object => {
    change();
    return output;
  };
  const output: Faithful<GoogleAppsScript.HTML.HtmlOutput, OutputMethod> & Unset = {
    // Only these are allowed, and none in the file itself (HtmlOutput.addMetaTag).
    addMetaTag: (name: string) =>
      META_TAGS.has(name) ? output : host.fail(`The specified meta tag cannot be used in this context: ${name}`),
    append: (added: string) => set(() => (content += added)),
    clear: () => set(() => (content = '')),
    getBlob: () => createBlob(host, Buffer.from(content, 'utf8'), 'text/html', 'output.html'),
    getContent: () => content,
    getHeight: () => size.height,
    getTitle: () => title,
    getWidth: () => size.width,
    setContent: (next: string) => set(() => (content = next)),
    setFaviconUrl: () => output,
    setHeight: (height: number) => set(() => (size.height = height)),
    setSandboxMode: () => output,
    setTitle: (next: string) => set(() => (title = next)),
    setWidth: (width: number) => set(() => (size.width = width)),
    setXFrameOptionsMode: () => output,
  };
  return host.expose('HtmlOutput', output);
}

/** null until they are set: the typings promise values. */
interface Unset {
  getHeight(): number | null;
  getTitle(): string | null;
  getWidth(): number | null;
}

const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'apple-mobile-web-app-status-bar-style',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
  'theme-color',
]);
