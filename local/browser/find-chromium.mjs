import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { argv, env, execPath, exit, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * The path of a Chromium that starts on this machine: the one that CHROME_PATH names, else an installed Chrome or
 * Chromium, else the one of the package @sparticuz/chromium, unpacked once. Throws one sentence that says what to do.
 */
export function findChromium() {
  if (env.CHROME_PATH) {
    if (starts(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH names no Chrome or Chromium that starts: ${env.CHROME_PATH}`);
  }
  const found = installed().find((path) => existsSync(path) && starts(path)) ?? packaged();
  if (found) return found;
  throw new Error(
    'The browser tests need Chrome or Chromium: install one (on Debian and Ubuntu: apt-get install chromium), ' +
      'or set CHROME_PATH to the path of its program.',
  );
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MACOS = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const PACKAGE = '@sparticuz/chromium';

function installed() {
  const folders = new Set([...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin']);
  const programs = [...folders].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return platform === 'darwin' ? [...programs, ...MACOS] : programs;
}

/** Ubuntu has a `chromium-browser` that only asks to install one; a program without its libraries ends at once. */
function starts(path) {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** The package's own Chromium; null where it does not run: it is built for Linux on x64. */
function packaged() {
  const folder = join(tmpdir(), `sync-chromium-${packageVersion()}`);
  const program = join(folder, 'start');
  if (platform !== 'linux') return null;
  if (!existsSync(program)) unpack(folder);
  return starts(program) ? program : null;
}

function packageVersion() {
  const main = createRequire(import.meta.url).resolve(PACKAGE);
  return JSON.parse(readFileSync(join(main, '../../../package.json'), 'utf8')).version;
}

/** Makes the folder in one step, so that nobody starts half a program. */
function unpack(folder) {
  const made = mkdtempSync(`${folder}-`);
  // The package unpacks into the temporary folder, and its libraries (NSS and others, which a bare Debian lacks) only
  // where it believes itself on Amazon's servers (github.com/Sparticuz/chromium, README).
  const environment = { ...env, TMPDIR: made, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const program = `const { default: chromium } = await import('${PACKAGE}'); await chromium.executablePath();`;
  const words = ['--input-type=module', '--eval', program];
  const options = { cwd: import.meta.dirname, env: environment, stdio: ['ignore', 'ignore', 'inherit'] };
  try {
    if (spawnSync(execPath, words, options).status !== 0) return;
    writeFileSync(join(made, 'fonts.conf'), FONTS);
    writeFileSync(join(made, 'start'), START, { mode: 0o755 });
    renameSync(made, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

const START = `#!/bin/sh
here=\${0%/*}
export FONTCONFIG_FILE="$here/fonts.conf"
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$here/chromium" "$@"
`;

/** The machine's fonts if it has any, and the packaged one: a page without any font crashes. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findChromium());
  } catch (error) {
    console.error(error.message);
    exit(1);
  }
}
