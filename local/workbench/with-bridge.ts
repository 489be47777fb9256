import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import type { OpenPage } from './ask';
import type { BridgeOptions } from './protocol';
import { toModule } from './read-static';

/** The page with `google.script` in it, before any script of its own. `spreadsheet` is the origin that shows it. */
export async function withBridge({ html, person, functions }: OpenPage, spreadsheet: string): Promise<string> {
  const code = toModule(await readFile(join(__dirname, 'bridge.ts'), 'utf8'), ts.ModuleKind.CommonJS);
  const options: BridgeOptions = { functions, person, origin: spreadsheet };
  // `<` could end the script element.
  const data = JSON.stringify(options).replaceAll('<', '\\u003c');
  const script = `<script>(function (exports) {\n${code}\nexports.installBridge(${data});\n})({});</script>`;
  const [head = ''] = /^[^]*?<head\b[^>]*>|^\s*<!doctype[^>]*>/i.exec(html) ?? [];
  return head + script + html.slice(head.length);
}
