import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Script, type Context } from 'node:vm';
import { require as loadFolder } from 'gas-local';
import { checkSyntax, declaredFunctions } from './syntax';

/** A script project on disk: one plain Apps Script file, or a folder with all its `.js` files and its manifest. */
export interface Project {
  /** Absolute path of the file or folder. */
  readonly path: string;
  /** Where HTML files are found by name. */
  readonly folder: string;
  /** An IANA name; the manifest's, else Europe/Paris. */
  readonly timeZone: string;
  /** The manifest's scopes; null when it names none, and Google would find them by reading the code. */
  readonly scopes: readonly string[] | null;
  /** The names under which advanced services are enabled; null without a manifest: all there are. */
  readonly advancedServices: readonly string[] | null;
  /** The web app that the manifest deploys; null: none. */
  readonly webApp: { readonly access: string; readonly executeAs: string } | null;
}

/** Reads the manifest; throws when the path does not exist or the manifest is not JSON. */
export function openProject(path: string): Project {
  const absolute = resolve(path);
  const folder = statSync(absolute).isDirectory() ? absolute : dirname(absolute);
  const manifest = readManifest(join(folder, 'appsscript.json'));
  return {
    path: absolute,
    folder,
    timeZone: manifest?.timeZone ?? 'Europe/Paris',
    scopes: manifest?.oauthScopes ?? null,
    advancedServices: manifest
      ? (manifest.dependencies?.enabledAdvancedServices ?? []).map((service) => service.userSymbol)
      : null,
    webApp: manifest?.webapp ?? null,
  };
}

/**
 * Loads the project's files into the global scope that `globals` becomes, as the one script they are on Google: through
 * gas-local, and files that have not changed since as they were compiled then. Throws a SyntaxError for what Google's
 * parser refuses, and whatever the files' top level throws.
 */
export function loadProject(project: Project, globals: Context): void {
  const files = scriptFiles(project);
  const versions = files.map(versionOf);
  const scripts = files.map((file, i) => {
    const known = loaded.get(file);
    return known && known.version === versions[i] ? known.script : undefined;
  });
  if (scripts.every((script) => script !== undefined)) {
    for (const script of scripts) script.runInContext(globals);
    return;
  }
  const codes = files.map((file) => readFileSync(file, 'utf8'));
  codes.forEach((code, i) => {
    checkSyntax(code, basename(files[i] ?? ''));
  });
  loadThroughGasLocal(project, globals);
  files.forEach((file, i) => {
    const script = new Script(codes[i] ?? '', { filename: file.replace(/\.gs$/, '.js') });
    loaded.set(file, { version: versions[i] ?? '', script });
  });
}

/** What has been loaded without a failure, by path: reading and compiling take several times what running does. */
const loaded = new Map<string, { readonly version: string; readonly script: Script }>();

function versionOf(file: string): string {
  const { ctimeNs, ino, size } = statSync(file, { bigint: true });
  return `${String(ino)}/${String(size)}/${String(ctimeNs)}`;
}

function loadThroughGasLocal(project: Project, globals: Context): void {
  if (project.path === project.folder) {
    loadFolder(project.folder, globals);
    return;
  }
  // gas-local walks the whole folder of a file, neighbours and node_modules included: a folder of its own is quick.
  const alone = mkdtempSync(join(tmpdir(), 'apps-script-'));
  try {
    symlinkSync(project.path, join(alone, basename(project.path).replace(/\.gs$/, '.js')));
    loadFolder(alone, globals);
  } finally {
    rmSync(alone, { recursive: true });
  }
}

/** The names that a page may call through `google.script.run`: declared at the top level, without `_` at the end. */
export function publicFunctions(project: Project): string[] {
  return scriptFiles(project)
    .flatMap((file) => declaredFunctions(readFileSync(file, 'utf8'), basename(file)))
    .filter((name) => !name.endsWith('_'));
}

interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  webapp?: { access: string; executeAs: string };
  dependencies?: { enabledAdvancedServices?: { userSymbol: string }[] };
}

function readManifest(file: string): Manifest | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}

/** In the order in which gas-local loads them. */
function scriptFiles(project: Project): string[] {
  return project.path === project.folder ? filesUnder(project.folder) : [project.path];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.name.endsWith('.js') ? [path] : [];
  });
}
