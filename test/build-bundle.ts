import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { type Plugin, rollup } from 'rollup';
import ts from 'typescript';
import { appsScript } from '../build/apps-script';

/** Writes what `bundle` builds into the folder. */
export async function buildBundle(
  entry: string,
  replaced: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  const shape = { namespace: 'Bundle_', pages: [], manifest: 'appsscript.json' };
  const built = await rollup({
    input: resolve(entry),
    plugins: [typescriptFiles(replaced), nodeResolve(), appsScript(shape)],
  });
  await built.write({ dir: folder, entryFileNames: 'Code.js', format: 'iife', name: 'Bundle_' });
  await built.close();
}

/** Translates without checking types, which `npm run types` does once for all. */
function typescriptFiles(replaced: Readonly<Record<string, string>>): Plugin {
  const standIns = new Map(Object.entries(replaced).map(([from, to]) => [resolve(from), resolve(to)]));
  return {
    name: 'typescript-files',
    resolveId(source, importer) {
      if (!source.startsWith('.') || importer?.includes('node_modules')) return null;
      const file = resolve(dirname(importer ?? ''), `${source}.ts`);
      return standIns.get(file) ?? (existsSync(file) ? file : null);
    },
    load: (id) => (id.endsWith('.ts') ? translate(readFileSync(id, 'utf8'), id) : null),
  };
}

function translate(code: string, fileName: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  return ts.transpileModule(code, { fileName, compilerOptions }).outputText;
}
