import type { Frame, Page } from 'playwright-core';

/** What has the focus. */
export interface Focus {
  readonly tag: string;
  readonly name: string;
  /** What `aria-describedby` points to. */
  readonly description: string;
  readonly isInvalid: boolean;
  /** Pixels of the line around it. */
  readonly outline: number;
  readonly isInSidebar: boolean;
}

/** What has the focus in the page, or in the sidebar that is in it. */
export async function focusOf(page: Page): Promise<Focus> {
  const outside = await read(page.mainFrame());
  const sidebar = page.frames()[1];
  if (outside.tag !== 'IFRAME' || !sidebar) return { ...outside, isInSidebar: false };
  return { ...(await read(sidebar)), isInSidebar: true };
}

/** Presses Tab until what has this name has the focus, as `tabUntil` does. */
export function tabTo(page: Page, name: RegExp): Promise<Focus> {
  return tabUntil(page, (focus) => name.test(focus.name));
}

/** Presses Tab until the focus leaves the sidebar, as `tabUntil` does. */
export function tabOut(page: Page): Promise<Focus> {
  return tabUntil(page, (focus) => !focus.isInSidebar);
}

/** Throws when the keyboard does not get there, or is on its way somewhere in the sidebar where the focus is not seen. */
async function tabUntil(page: Page, isThere: (focus: Focus) => boolean): Promise<Focus> {
  const passed: string[] = [];
  while (passed.length < MOST_PRESSES) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus.isInSidebar && focus.outline === 0) throw new Error(`The focus is not seen on ${focus.name}`);
    if (isThere(focus)) return focus;
    passed.push(focus.name);
  }
  throw new Error(`Tab does not lead there, but to ${passed.join(', ')}`);
}

/** More than the stops of any of our pages. */
const MOST_PRESSES = 80;

function read(frame: Frame): Promise<Omit<Focus, 'isInSidebar'>> {
  return frame.evaluate<Omit<Focus, 'isInSidebar'>>(FOCUS);
}

const FOCUS = `(() => {
  const node = document.activeElement;
  const textOf = (id) => document.getElementById(id)?.textContent ?? '';
  const textsOf = (attribute) => (node.getAttribute(attribute) ?? '').split(' ').map(textOf).join(' ');
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  return {
    tag: node.tagName,
    name: (node.ariaLabel ?? (textsOf('aria-labelledby') || (node.labels?.[0] ?? node).textContent)).trim().slice(0, 80),
    description: textsOf('aria-describedby'),
    isInvalid: node.ariaInvalid === 'true',
    outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
  };
})()`;
