import type { Desk, DeskTab } from '../protocol';
import { element } from './element.js';
import { createMenu, focusEntry } from './menu.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { whenNew } from './when-new.js';
import { say } from './words.js';

/**
 * The spreadsheet's tabs: a click brings one to the front, a double click or F2 renames it, its menu (right click,
 * the arrow of the active one, or the menu key) renames or deletes it.
 */
export function createTabBar(session: Session): Part {
  const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': say({ fr: 'Onglets', en: 'Tabs' }) });
  list.addEventListener('keydown', (event) => {
    moveAlong(list, event);
  });
  const place = element('footer', { class: 'tab-bar' }, list);
  const draw = whenNew(({ tabs, activeTab }: Pick<Desk, 'tabs' | 'activeTab'>) => {
    const hadFocus = list.contains(document.activeElement) && document.activeElement?.role === 'tab';
    const shown = tabs.filter(({ hidden }) => !hidden);
    list.replaceChildren(...shown.map((tab) => createTab(tab, tab.id === activeTab, place, session)));
    const active = list.querySelector<HTMLElement>('[aria-selected=true]');
    if (hadFocus) active?.focus();
    active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return {
    element: place,
    show({ tabs, activeTab }) {
      // Rows that a run adds change nothing here.
      const named = tabs.map((tab) => ({ ...tab, rows: 0, columns: 0 }));
      if (!place.querySelector('input')) draw({ tabs: named, activeTab });
    },
  };
}

function createTab({ id, name }: DeskTab, isActive: boolean, place: HTMLElement, session: Session): HTMLElement {
  const attributes = { type: 'button', role: 'tab', 'aria-haspopup': 'menu', 'aria-selected': String(isActive) };
  const tab = element('button', { ...attributes, tabindex: isActive ? '0' : '-1' }, name);
  const arrow = element('span', { class: 'arrow', 'aria-hidden': 'true' }, '▾');
  if (isActive) tab.append(arrow);
  const rename = (): void => {
    editName(tab, name, (to) => void session.act({ do: 'renameTab', tab: id, name: to }));
  };
  const openMenu = (): void => {
    const remove = (): void => void session.act({ do: 'deleteTab', tab: id });
    openTabMenu(tab, place, { rename, remove });
  };
  tab.addEventListener('click', (event) => {
    if (event.target === arrow) openMenu();
    else if (!isActive) session.activate(id);
  });
  tab.addEventListener('dblclick', rename);
  tab.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    openMenu();
  });
  tab.addEventListener('keydown', ({ key }) => {
    if (key === 'F2') rename();
  });
  return tab;
}

function openTabMenu(
  tab: HTMLElement,
  place: HTMLElement,
  actions: { readonly rename: () => void; readonly remove: () => void },
): void {
  let isOpen = true;
  const close = (): void => {
    // Taking away what has the focus moves the focus, which closes.
    if (isOpen) {
      isOpen = false;
      menu.remove();
    }
  };
  const entries = [
    { caption: say({ fr: 'Renommer', en: 'Rename' }), choose: actions.rename },
    { caption: say({ fr: 'Supprimer', en: 'Delete' }), choose: actions.remove },
  ];
  const menu = createMenu(tab.firstChild?.textContent ?? '', entries, () => {
    close();
    tab.focus();
  });
  menu.style.left = `${tab.getBoundingClientRect().left - place.getBoundingClientRect().left}px`;
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) close();
  });
  place.append(menu);
  focusEntry(menu, 'first');
}

/** Puts a field in the tab's place until Enter, Escape, or until the focus goes elsewhere. */
function editName(tab: HTMLElement, name: string, rename: (to: string) => void): void {
  const field = element('input', { value: name, 'aria-label': say({ fr: 'Nom de l’onglet', en: 'Name of the tab' }) });
  let hasEnded = false;
  const end = (isKept: boolean): void => {
    // Taking the field away makes it lose the focus, which ends.
    if (hasEnded) return;
    hasEnded = true;
    const to = field.value.trim();
    field.replaceWith(tab);
    tab.focus();
    if (isKept && to !== '' && to !== name) rename(to);
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') end(true);
    if (event.key === 'Escape') end(false);
  });
  field.addEventListener('blur', () => {
    end(true);
  });
  field.size = Math.max(name.length, 8);
  tab.replaceWith(field);
  field.select();
}

function moveAlong(list: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  tabs[(at + step + tabs.length) % tabs.length]?.click();
}
