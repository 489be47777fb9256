import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { type Plugin, rollup } from 'rollup';
import ts from 'typescript';
import { appsScript } from '../build/apps-script';
import { openProject, type Project } from '../local/apps-script/project';

/**
 * Builds a TypeScript file as the product is built, so that a test can run its exported functions on the local Apps Script.
 * `replaced` maps a module of `src` to the file that stands in for it; paths are relative to the repository. What was
 * built once from the same sources is not built again.
 */
export async function bundle(entry: string, replaced: Readonly<Record<string, string>> = {}): Promise<Project> {
  const folder = join(tmpdir(), `sync-bundle-${digest([resolve(entry), replaced, sources()])}`);
  if (existsSync(folder)) return openProject(folder);
  const made = mkdtempSync(join(tmpdir(), 'sync-bundle-'));
  await build(entry, replaced, made);
  try {
    renameSync(made, folder);
  } catch {
    // Another test built the same meanwhile.
    rmSync(made, { recursive: true });
  }
  return openProject(folder);
}

/** What the sources look like now: the path, size and time of each. */
function sources(): readonly unknown[] {
  return ['src', 'test', 'build', 'appsscript.json'].flatMap((root) => {
    const names = statSync(root).isDirectory() ? readdirSync(root, { recursive: true }) : [''];
    return names.map((name) => {
      const { size, mtimeMs } = statSync(join(root, String(name)));
      return [join(root, String(name)), size, mtimeMs];
    });
  });
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);
}

async function build(entry: string, replaced: Readonly<Record<string, string>>, folder: string): Promise<void> {
  const shape = { namespace: 'Bundle_', pages: join(folder, 'pages'), manifest: 'appsscript.json' };
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
