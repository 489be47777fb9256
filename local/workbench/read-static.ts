import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import ts from 'typescript';

/** A file of the spreadsheet's page as a browser takes it. */
export interface StaticFile {
  readonly type: string;
  readonly body: string | Buffer;
}

/** The file at a path of the site: `page/` and the grid, TypeScript as modules that a browser runs. Null: there is none. */
export async function readStatic(path: string): Promise<StaticFile | null> {
  if (path === '/') return { type: 'text/html', body: await readFile(join(PAGE, 'index.html')) };
  if (path === `/ag-grid/${GRID}`) return { type: JAVASCRIPT, body: await readFile(join(gridFolder(), GRID)) };
  // Plain names only: no path leads out of the folder.
  const [, name] = /^\/page-files\/((?:[\w-]+\/)*[\w-]+\.(?:js|css|svg))$/.exec(path) ?? [];
  if (name === undefined) return null;
  try {
    if (!name.endsWith('.js')) return { type: TYPES[extname(name)] ?? '', body: await readFile(join(PAGE, name)) };
    return { type: JAVASCRIPT, body: toModule(await readFile(join(PAGE, name.replace(/\.js$/, '.ts')), 'utf8')) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** TypeScript without its types, for a browser of today. */
export function toModule(source: string, module = ts.ModuleKind.ESNext): string {
  return ts.transpileModule(source, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText;
}

const PAGE = join(__dirname, 'page');
const GRID = 'ag-grid-community.min.js';
const JAVASCRIPT = 'text/javascript';
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.svg': 'image/svg+xml' };

function gridFolder(): string {
  // The package lets its main file be found only.
  return join(dirname(require.resolve('ag-grid-community')), '..');
}
