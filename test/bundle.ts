import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  // The compiler takes a second to load: only who builds loads it.
  const { buildBundle } = await import('./build-bundle');
  await buildBundle(entry, replaced, made);
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
