import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Words } from '../../src/core/model';
import type { Order } from '../workbench/protocol';
import { startWorkbench } from '../workbench/start';
import { shrinkPng } from './shrink-png';

/** A workbench in a browser, ready to be photographed. */
export interface Stage {
  readonly page: Page;
  /** What stands beside the spreadsheet. */
  readonly sidebar: FrameLocator;
  /** Words in the language of this stage. */
  readonly say: (words: Words) => string;
  /** What the workbench answers. */
  order<T = unknown>(order: Order): Promise<T>;
  /** Writes a picture of all that the sidebar shows, or of what it shows from one place down to another. */
  takeSidebar(name: string, part?: Part): Promise<void>;
  /** Writes a picture of the spreadsheet with the sidebar. */
  takeWindow(name: string): Promise<void>;
  end(): Promise<void>;
}

/** What a picture of the sidebar begins and ends with; absent: its top, its bottom. */
export interface Part {
  readonly from?: Locator;
  readonly to?: Locator;
}

/** How many device pixels are one of a page: the browser must know it from its start, for frames of other sites. */
export const SCALE = 2;

/** Opens one at the same moment and with the same accounts each time; its pictures go into `folder`. */
export async function openStage(browser: Browser, language: keyof Words, folder: string): Promise<Stage> {
  mkdirSync(folder, { recursive: true });
  const bench = await startWorkbench({ now: NOW, ...SIZES });
  const order = <T = unknown>(wish: Order): Promise<T> => post<T>(`${bench.url}/desk`, wish);
  await order({ do: 'person', email: PEOPLE[language] });
  const page = await openWindow(browser, LOCALES[language], bench.url);
  const frame = page.locator('iframe[title="Sync"]');
  const write = (name: string, picture: Buffer): void => {
    writeFileSync(join(folder, `${name}.png`), shrinkPng(picture));
  };
  return {
    ...{ page, order },
    sidebar: frame.contentFrame(),
    say: (words) => words[language],
    async takeSidebar(name, part = {}) {
      await showWhole(page, frame);
      write(name, await page.screenshot({ clip: await toClip(frame, part) }));
      await page.setViewportSize(WINDOW);
    },
    async takeWindow(name) {
      write(name, await page.locator('.spreadsheet').screenshot());
    },
    async end() {
      await page.context().close();
      await bench.stop();
    },
  };
}

/** A Monday, in an office in Paris. */
const NOW = '2026-11-23T09:00:00+01:00';
const SIZES = { folders: 600, tickets: 600 };
const PEOPLE = { fr: 'anne@example.com', en: 'paul@example.com' };
const LOCALES = { fr: 'fr-FR', en: 'en-GB' };
const WINDOW = { width: 1200, height: 720 };
const MARGIN = 12;

async function openWindow(browser: Browser, locale: string, url: string): Promise<Page> {
  const look = { viewport: WINDOW, deviceScaleFactor: SCALE, reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ locale, ...look });
  await context.clock.setSystemTime(NOW);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Makes the window as high as the frame needs; no button lies under the mouse. */
async function showWhole(page: Page, frame: Locator): Promise<void> {
  const content = frame.contentFrame();
  await content.getByRole('heading', { level: 1 }).hover();
  const height = await content.locator('body').evaluate((body) => body.scrollHeight);
  await page.setViewportSize({ ...WINDOW, height: WINDOW.height + height - (await boxOf(frame)).height });
}

async function toClip(frame: Locator, { from = frame, to }: Part): Promise<Box> {
  const [{ x, y: top, width, height }, { y }] = [await boxOf(frame), await boxOf(from)];
  if (!to) return { x, y, width, height: top + height - y };
  const last = await boxOf(to);
  return { x, y, width, height: last.y + last.height + MARGIN - y };
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

async function boxOf(place: Locator): Promise<Box> {
  const box = await place.boundingBox();
  if (!box) throw new Error(`There is no ${String(place)} on the page.`);
  return box;
}

async function post<T>(address: string, body: object): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as { ok: true; value: T } | { ok: false; error: string };
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
