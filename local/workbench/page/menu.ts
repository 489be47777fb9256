import { element } from './element.js';

/** What stands in a menu. */
export type MenuEntry =
  | { readonly caption: string; readonly choose: () => void }
  | { readonly caption: string; readonly entries: readonly MenuEntry[] }
  | 'separator';

/**
 * A menu with the keys of w3.org/WAI/ARIA/apg/patterns/menubar: arrows, Home, End, first letters, Escape. `leave` is called
 * before an entry is chosen and on Escape; keys that mean nothing to the menu reach the elements around it.
 */
export function createMenu(label: string, entries: readonly MenuEntry[], leave: () => void): HTMLElement {
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: '-1' });
  for (const entry of entries) {
    if (entry === 'separator') menu.append(element('hr'));
    else if ('choose' in entry) menu.append(createItem(entry, leave));
    else menu.append(createSubmenu(entry.caption, entry.entries, leave));
  }
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    else if (!moveFocus(menu, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return menu;
}

/** Puts the focus on an entry of a menu. */
export function focusEntry(menu: HTMLElement, which: 'first' | 'last'): void {
  const items = itemsOf(menu);
  items[which === 'first' ? 0 : items.length - 1]?.focus();
}

function createItem({ caption, choose }: { caption: string; choose: () => void }, leave: () => void): HTMLElement {
  const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, caption);
  item.addEventListener('click', () => {
    leave();
    choose();
  });
  item.addEventListener('mouseenter', () => {
    item.focus();
  });
  return item;
}

function createSubmenu(caption: string, entries: readonly MenuEntry[], leave: () => void): HTMLElement {
  const attributes = { type: 'button', role: 'menuitem', tabindex: '-1', 'aria-haspopup': 'menu' };
  const item = element('button', { ...attributes, 'aria-expanded': 'false' }, caption);
  const menu = createMenu(caption, entries, leave);
  menu.hidden = true;
  const holder = element('div', { class: 'submenu', role: 'none' }, item, menu);
  const open = (isOpen: boolean): void => {
    menu.hidden = !isOpen;
    item.ariaExpanded = String(isOpen);
  };
  item.addEventListener('mouseenter', () => {
    item.focus();
    open(true);
  });
  item.addEventListener('click', () => {
    open(true);
    focusEntry(menu, 'first');
  });
  holder.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && holder.contains(event.relatedTarget))) open(false);
  });
  holder.addEventListener('keydown', (event) => {
    const isInside = event.target !== item;
    if (event.key === 'ArrowRight' && !isInside) item.click();
    else if (event.key === 'ArrowLeft' && isInside) item.focus();
    else return;
    if (isInside) open(false);
    event.preventDefault();
    event.stopPropagation();
  });
  return holder;
}

function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item === document.activeElement);
  const next = itemFor(items, at, key);
  next?.focus();
  return next !== undefined;
}

function itemFor(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'Home' || (key === 'ArrowDown' && at === items.length - 1)) return items[0];
  if (key === 'End' || (key === 'ArrowUp' && at <= 0)) return items[items.length - 1];
  if (key === 'ArrowDown') return items[at + 1];
  if (key === 'ArrowUp') return items[at - 1];
  if (key.length > 1 || key === ' ') return undefined;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()));
}

/** The entries of the menu itself, not those of menus in it. */
function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>(':scope > button, :scope > .submenu > button')];
}
