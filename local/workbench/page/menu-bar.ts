import type { DeskMenu } from '../protocol';
import { element } from './element.js';
import { createMenu, focusEntry, type MenuEntry } from './menu.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { whenNew } from './when-new.js';

/** The menus that the script has added. */
export function createMenuBar(session: Session): Part {
  const bar = element('div', { class: 'menu-bar', role: 'menubar', 'aria-label': 'Menus' });
  bar.addEventListener('keydown', (event) => {
    moveAlong(bar, event);
  });
  const draw = whenNew((menus: readonly DeskMenu[]) => {
    bar.replaceChildren(...menus.map((menu, i) => createTop(menu, i === 0, session)));
  });
  return {
    element: bar,
    show({ menus }) {
      // An open menu stays as it is until it is closed.
      if (!bar.querySelector('[aria-expanded=true]')) draw(menus);
    },
  };
}

function createTop({ caption, items }: DeskMenu, isFirst: boolean, session: Session): HTMLElement {
  const attributes = { type: 'button', role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': 'false' };
  const top = element('button', { ...attributes, tabindex: isFirst ? '0' : '-1' }, caption);
  const leave = (): void => {
    open(false);
    top.focus();
  };
  const menu = createMenu(caption, toEntries(items, session), leave);
  const open = (isOpen: boolean): void => {
    menu.hidden = !isOpen;
    top.ariaExpanded = String(isOpen);
  };
  open(false);
  const holder = element('div', { class: 'top-menu', role: 'none' }, top, menu);
  top.addEventListener('click', () => {
    open(menu.hidden === true);
    if (!menu.hidden) menu.focus();
  });
  top.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(true);
    focusEntry(menu, event.key === 'ArrowDown' ? 'first' : 'last');
  });
  holder.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && holder.contains(relatedTarget))) open(false);
  });
  return holder;
}

function toEntries(items: DeskMenu['items'], session: Session): MenuEntry[] {
  return items.map((item) => {
    if (item === 'separator') return item;
    const { caption } = item;
    if ('items' in item) return { caption, entries: toEntries(item.items, session) };
    return { caption, choose: () => void session.act({ do: 'click', functionName: item.functionName }) };
  });
}

/** Left and right go to the menus beside, and open them when one was open. */
function moveAlong(bar: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const tops = [...bar.querySelectorAll<HTMLElement>(':scope > div > button')];
  const at = tops.findIndex((top) => top.parentElement?.contains(document.activeElement));
  const wasOpen = tops[at]?.ariaExpanded === 'true';
  const next = tops[(at + step + tops.length) % tops.length];
  tops.forEach((top) => {
    top.tabIndex = top === next ? 0 : -1;
  });
  next?.focus();
  if (wasOpen && next?.ariaExpanded === 'false') next.click();
  event.preventDefault();
}
