import { execFileSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

/**
 * A Chromium without a window, that asks the network for nothing on its own. Throws one sentence that says what to
 * install when this machine has none. The caller closes it; `flags` are added to those that all need.
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...flags] });
}

/** As in peter.sh/experiments/chromium-command-line-switches; Chromium refuses its sandbox to root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** In a process of its own: the program is an ES module, which tests cannot import. */
function findChromium(): string {
  try {
    const program = 'local/browser/find-chromium.mjs';
    return execFileSync(process.execPath, [program], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (error) {
    throw new Error(String((error as { stderr?: unknown }).stderr).trim(), { cause: error });
  }
}
