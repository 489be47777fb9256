import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What the package's scripts start. It stands on Node alone: on a fresh clone nothing is installed yet.

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAMS = {
  start: 'local/workbench/serve.ts',
  screenshots: 'local/browser/screenshots.ts',
  local: 'local/cli/local.ts',
  sync: 'local/cli/sync.ts',
  contacts: 'local/cli/contacts.ts',
  demo: 'local/demo.ts',
  bench: 'bench/bench.ts',
};
const SOURCES = ['src', 'ui', 'build', 'local/apps-script/syntax.ts', 'appsscript.json', 'package-lock.json'];
const SETTINGS = ['rollup.config.mjs', 'tsconfig.json', 'tsconfig.server.json'];
/** `npm run build` without its check of the types. */
const BUNDLE = ['--no-install', 'rollup', '-c', '--silent'];
const PRETTIER = ['prettier', '--check', '--log-level', 'warn', '.'];
/** With room for more young objects, Node collects garbage less often: a tenth of the time of all that runs here. */
const ROOMY = '--max-semi-space-size=64';

const [command, ...rest] = process.argv.slice(2);
// Date methods without a zone read the manifest's zone, as on Google's servers.
process.env.TZ = 'Europe/Paris';
install();
if (command === 'test') await test();
else if (command === 'soak') soak(rest);
else run(command, rest);

/** Runs `npm ci` when a package that the lock file asks for is missing or of another version. Speaks on stderr. */
function install() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  const complete = Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || optional) return true;
    return present[path]?.version === version && existsSync(join(ROOT, path));
  });
  if (!complete) orExit(spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: ['ignore', 2, 2] }));
}

function packagesOf(file) {
  const path = join(ROOT, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Runs one of `PROGRAMS` with the words of the command line, on a fresh build. Ends with the program's exit code. */
function run(name, words) {
  const program = PROGRAMS[name];
  if (!program) {
    console.error(`There is no command ${name}: use one of ${Object.keys(PROGRAMS).join(', ')}, test, soak`);
    process.exit(2);
  }
  if (isStale()) orExit(spawnSync('npx', BUNDLE, { cwd: ROOT, stdio: ['ignore', 2, 2] }));
  // A spreadsheet at Google's limit of ten million cells needs more memory than Node allows itself.
  const node = ['--max-old-space-size=6144', '--import', import.meta.resolve('tsx'), join(ROOT, program), ...words];
  // The folder where npm was called: paths among the words are the user's.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.exitCode = codeOf(spawnSync(process.execPath, node, { cwd, stdio: 'inherit' }));
}

/** Whether `dist` is missing or older than what it is built from; a folder's own time tells of deleted files. */
function isStale() {
  const built = join(ROOT, 'dist', 'Code.js');
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return [...SOURCES, ...SETTINGS].some((path) => newest(join(ROOT, path)) > time);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Lints, checks types and formatting beside the build and then the tests: two cores have room for both. */
async function test() {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${ROOMY}`;
  const building = check('build', ['npx', ...BUNDLE]);
  const testing = building.then(({ ok }) => (ok ? runJest() : { passed: 0, failed: 0, ok: false }));
  const [build, checks, jest] = await Promise.all([building, checkSources(), testing]);
  const failures = [build, ...checks].filter((result) => !result.ok);
  for (const { name, output } of failures) console.log(`\n✗ ${name} failed\n${output}`);
  const failed = jest.failed + failures.length;
  console.log(`\n${jest.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && jest.ok ? 0 : 1;
}

/**
 * Tries the properties of the two-way sync 20,000 times, or as often as the first word says: `npm run soak -- 100000`. Each time from
 * another seed, or from that of the second word. Ends with the exit code of the tests.
 */
function soak([runs = '20000', seed = String(Date.now() % 1_000_000_000)]) {
  console.log(`${runs} runs, seed ${seed}`);
  const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), 'test/contacts/properties', '--testTimeout=86400000'];
  const env = { ...process.env, SYNC_RUNS: runs, SYNC_SEED: seed };
  process.exitCode = codeOf(spawnSync(process.execPath, [ROOMY, ...jest], { cwd: ROOT, env, stdio: 'inherit' }));
}

async function checkSources() {
  return [
    await check('types', ['npm', 'run', '--silent', 'types']),
    await check('lint', ['npx', '--no-install', 'eslint', '.']),
    await check('format', ['npx', '--no-install', ...PRETTIER]),
  ];
}

async function check(name, [program, ...words]) {
  const started = Date.now();
  const { code, output } = await finish(spawn(program, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] }));
  if (code === 0) console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return { name, ok: code === 0, output };
}

/** Runs all tests; a file that does not even load counts as one failure. */
async function runJest() {
  const report = join(ROOT, '.local', 'jest.json');
  mkdirSync(dirname(report), { recursive: true });
  const words = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--maxWorkers=2', '--json', `--outputFile=${report}`];
  const started = Date.now();
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const { code } = await finish(child);
  if (!existsSync(report) || statSync(report).mtimeMs < started) return { passed: 0, failed: 1, ok: false };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed, ok: code === 0 };
}

function finish(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function orExit(result) {
  if (result.status !== 0) process.exit(codeOf(result));
}

function codeOf(result) {
  if (result.error) throw result.error;
  return result.status ?? 1;
}
