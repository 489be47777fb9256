import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
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
 * Loads the project's files into the global scope that `globals` becomes, as the one script they are on Google.
 * Throws a SyntaxError for what Google's parser refuses, and whatever the files' top level throws.
 */
export function loadProject(project: Project, globals: object): void {
  const files = scriptFiles(project);
  for (const file of files) checkOnce(file);
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

/** Again only when the file has changed: an execution loads it each time. */
function checkOnce(file: string): void {
  const { ctimeNs, ino, size } = statSync(file, { bigint: true });
  const version = `${ino}/${size}/${ctimeNs}`;
  if (checked.get(file) === version) return;
  checkSyntax(readFileSync(file, 'utf8'), basename(file));
  checked.set(file, version);
}

const checked = new Map<string, string>();

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

function scriptFiles(project: Project): string[] {
  if (project.path !== project.folder) return [project.path];
  return readdirSync(project.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(project.folder, name));
}
