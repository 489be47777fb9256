import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Sizes } from '../../local/demo/start-accounts';
import type { Order } from '../../local/workbench/protocol';
import { startWorkbench, type StartedWorkbench } from '../../local/workbench/start';
import { launchBrowser } from '../../local/browser/launch-browser';

/** Anne, whose browser and account speak French, before an empty spreadsheet with the built script. */
export interface Visit {
  readonly page: Page;
  /** What stands beside the spreadsheet. */
  readonly sidebar: FrameLocator;
  /** The address of a person's own sidebar, without the spreadsheet around it. */
  pageOf(person: string): string;
  /** Another window, as somebody else's browser would open it. */
  open(address: string, width: number): Promise<Page>;
  /** What the workbench answers to an order; throws what it refuses. */
  order<T>(order: Order): Promise<T>;
  /** What a function of the script returns to a person's page. */
  call<T>(person: string, name: string, ...args: readonly unknown[]): Promise<T>;
  /** All that browsers have been sent so far, addresses before bodies. */
  received(): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** Opens a workbench that waits for nothing, and a browser before it; `probes` are functions added to the script. */
export async function visit(sizes: Sizes, probes = ''): Promise<Visit> {
  const project = addProbes(probes);
  const [bench, browser] = await Promise.all([startWorkbench({ project, ...sizes }), launchBrowser()]);
  const received: Promise<string>[] = [];
  const open = (address: string, width: number): Promise<Page> => openWindow(browser, { address, width, received });
  const page = await open(bench.url, 1280);
  const pages = bench.url.replace('localhost', '127.0.0.1');
  return {
    page,
    sidebar: page.frameLocator('iframe[title="Sync"]'),
    pageOf: (person) => `${pages}/page?as=${person}`,
    open,
    order: (order) => post(`${bench.url}/desk`, order),
    call: async (person, name, ...args) => {
      const ended = await post<Ended>(`${pages}/run`, { person, name, args });
      if (ended.status !== 'done') throw new Error(`${name}: ${JSON.stringify(ended)}`);
      return ended.value as never;
    },
    received: () => Promise.all(received),
    end: () => end(browser, bench, project),
  };
}

interface Ended {
  readonly status: string;
  readonly value?: unknown;
}

/** A copy of the built script, so that a build meanwhile changes nothing. */
function addProbes(probes: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sync-visit-'));
  for (const name of ['Sidebar.html', 'appsscript.json']) copyFileSync(join(BUILT, name), join(folder, name));
  writeFileSync(join(folder, 'Code.js'), readFileSync(join(BUILT, 'Code.js'), 'utf8') + probes);
  return folder;
}

const BUILT = join(__dirname, '../../dist');

interface Window {
  readonly address: string;
  readonly width: number;
  /** Where what it is sent is put down. */
  readonly received: Promise<string>[];
}

/** In a context of its own: behind another tab Chromium leads clicks astray that are meant for a frame. */
async function openWindow(browser: Browser, { address, width, received }: Window): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: 'fr-FR', viewport: { width, height: 1000 } },
    // What is looked at stays as it is.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  context.on('response', (response) => {
    // What a closed window asked for has no body any more.
    const body = response.text().catch(() => '');
    received.push(body.then((text) => `${response.url()}\n${text}`));
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function post<T>(address: string, body: object): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as { ok: true; value: T } | { ok: false; error: string };
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function end(browser: Browser, bench: StartedWorkbench, project: string): Promise<void> {
  await Promise.all([browser.close(), bench.stop()]);
  rmSync(project, { recursive: true });
}
