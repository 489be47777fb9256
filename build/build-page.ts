import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { lower } from './apps-script';

/** A page as HtmlService serves it: one file with its script and its style in it, no other request. */
export interface Page {
  readonly fileName: string;
  readonly source: string;
}

/**
 * Bundles `{folder}/{name}.tsx`, whose types are checked elsewhere, and puts it, with `{name}.css`, into `{name}.html` at
 * `<!-- script -->` and `<!-- style -->`.
 */
export async function buildPage(folder: string, name: string, fileName: string): Promise<Page> {
  const file = (ending: string): string => join(folder, `${name}.${ending}`);
  const bundle = await rollup({
    input: file('tsx'),
    plugins: [nodeResolve(), typescript({ tsconfig: './tsconfig.ui.json', noEmit: false, noCheck: true })],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  const script = lower(output[0].code).replaceAll('</script', '<\\/script');
  const source = readFileSync(file('html'), 'utf8')
    .replace('<!-- style -->', () => `<style>\n${readFileSync(file('css'), 'utf8')}</style>`)
    .replace('<!-- script -->', () => `<script>\n${script}</script>`);
  return { fileName, source };
}
