import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NormalizedOutputOptions, OutputBundle, Plugin } from 'rollup';
import ts from 'typescript';
import { checkSyntax } from '../local/apps-script/syntax';
import type { Page } from './build-page';
import { indentWithTabs } from './indent-with-tabs';
import { checkModuleScope } from './module-scope';
import { checkPage } from './page';
import { withSmallTables } from './small-tables';
import { withStubs } from './stubs';

/** The largest `Code.js` that the build accepts, in bytes: Google reads all of it before each execution. */
export const MAX_BYTES = 850_000;

export interface AppsScriptOptions {
  /** The global variable that holds the bundle; a trailing `_` hides it from menus and pages. */
  readonly namespace: string;
  readonly pages: readonly Page[];
  readonly manifest: string;
}

/**
 * Turns rollup's IIFE chunk into what Apps Script takes: lowered to ES2020 with its dependencies, one top-level function
 * per export, pages and manifest beside it, nothing else left in the output folder. The build fails on what Google's
 * parser refuses, on a service touched while the script loads, on the traps of HtmlService and above `MAX_BYTES`.
 */
export function appsScript(options: AppsScriptOptions): Plugin {
  return {
    name: 'apps-script',
    resolveImportMeta() {
      this.error('import.meta has no meaning in Apps Script: a script there has no address.');
    },
    transform: withSmallTables,
    renderChunk: (code) => ({ code: lower(code), map: null }),
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = withStubs(chunk.code, options.namespace, chunk.exports);
        checkSyntax(chunk.code, chunk.fileName);
        checkModuleScope(chunk.code, chunk.fileName);
        checkSize(chunk.code, chunk.fileName);
      }
      for (const page of options.pages) {
        checkPage(page.source, page.fileName);
        this.emitFile({ type: 'asset', ...page });
      }
      this.emitFile({ type: 'asset', fileName: 'appsscript.json', source: readFileSync(options.manifest) });
    },
    writeBundle: removeStale,
  };
}

/**
 * The same program in ES2020 syntax, without comments but for those of licences; class fields become assignments in the
 * constructor.
 */
export function lower(code: string): string {
  const licences = new Set(code.match(/\/\*![^]*?\*\//g) ?? []);
  const { outputText } = ts.transpileModule(code, {
    fileName: 'chunk.js',
    compilerOptions: {
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.ESNext,
      allowJs: true,
      useDefineForClassFields: false,
      removeComments: true,
    },
  });
  return [...licences, indentWithTabs(outputText)].join('\n');
}

/** Throws when the file is larger than `MAX_BYTES`. */
export function checkSize(code: string, fileName: string): void {
  const bytes = Buffer.byteLength(code);
  if (bytes <= MAX_BYTES) return;
  throw new Error(`${fileName} has ${String(bytes)} bytes, more than ${String(MAX_BYTES)}: drop a dependency.`);
}

function removeStale(options: NormalizedOutputOptions, bundle: OutputBundle): void {
  const folder = options.dir ?? '.';
  for (const name of readdirSync(folder)) {
    if (!(name in bundle)) rmSync(join(folder, name), { recursive: true });
  }
}
