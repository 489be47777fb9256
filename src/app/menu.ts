import { type MenuItem, showMenu, type Submenu } from '../platform/screen';
import { attempt } from './attempt';
import { allConnections, type Connection } from './connections';
import { repeatsNames } from './labels';
import { accountLanguage, say, useLanguage } from './words';

/** What Google passes to `onOpen`; `authMode` is its enum, absent when we draw the menu ourselves. */
export interface OpenEvent {
  readonly authMode?: { toString(): string };
}

/** How many connections have a menu of their own: each item needs a top-level function. */
const SLOTS = 9;

/**
 * Draws the menu in the user's language. In the mode `NONE`, before the script is enabled in this file, it reads nothing
 * (developers.google.com, Editor add-on authorization).
 */
export function drawMenu(event?: OpenEvent): void {
  const isBlind = event?.authMode?.toString() === 'NONE';
  if (isBlind) useLanguage(accountLanguage());
  const connections = isBlind ? [] : readableConnections();
  const items = [
    ...syncItems(connections),
    'separator',
    ...connectionItems(connections),
    contactsMenu(),
    'separator',
    ...pageItems(),
  ] as const;
  showMenu({ label: 'Sync', items });
}

/** Draws it again after a change; what was changed stays so where that fails. */
export function redrawMenu(): void {
  attempt(drawMenu);
}

/** None where they cannot be read: the menu leads to where that is told. */
function readableConnections(): readonly Connection[] {
  const read = attempt(allConnections);
  return read.ok ? read.value : [];
}

function syncItems(connections: readonly Connection[]): MenuItem[] {
  const open = { label: say({ fr: 'Ouvrir Sync…', en: 'Open Sync…' }), handler: 'openSidebar' };
  const all = { label: say({ fr: 'Synchroniser maintenant', en: 'Sync now' }), handler: 'syncNow' };
  const relabel = { label: say({ fr: 'Mettre à jour les noms', en: 'Update names' }), handler: 'relabelNow' };
  return [open, all, ...(connections.some(repeatsNames) ? [relabel] : [])];
}

/** Not in a menu of their own: Google's documentation knows one level of submenus only. */
function connectionItems(connections: readonly Connection[]): MenuItem[] {
  if (connections.length === 0) return [];
  const rest = { label: say({ fr: 'Toutes les connexions…', en: 'All connections…' }), handler: 'openSidebar' };
  return [
    ...connections.slice(0, SLOTS).map(({ title }, index) => connectionMenu(title, index + 1)),
    ...(connections.length > SLOTS ? [rest] : []),
    'separator',
  ];
}

function connectionMenu(title: string, place: number): Submenu {
  return {
    label: title,
    items: [
      { label: say({ fr: 'Synchroniser', en: 'Sync' }), handler: `syncConnection${place}` },
      { label: say({ fr: 'Modifier…', en: 'Edit…' }), handler: `editConnection${place}` },
      { label: say({ fr: 'Historique…', en: 'History…' }), handler: `openHistory${place}` },
    ],
  };
}

function contactsMenu(): Submenu {
  return {
    label: 'Google Contacts',
    items: [
      { label: say({ fr: 'Ouvrir…', en: 'Open…' }), handler: 'openContactsView' },
      { label: say({ fr: 'Synchroniser', en: 'Sync' }), handler: 'syncContactsNow' },
      {
        label: say({ fr: 'Envoyer les lignes sélectionnées', en: 'Send the selected rows' }),
        handler: 'pushSelectedRows',
      },
      {
        label: say({ fr: 'Remettre la valeur du Journal', en: 'Put back the value of the Journal' }),
        handler: 'putBackValues',
      },
    ],
  };
}

function pageItems(): MenuItem[] {
  return [
    { label: say({ fr: 'Tableau de bord', en: 'Dashboard' }), handler: 'openDashboard' },
    { label: say({ fr: 'Réglages…', en: 'Settings…' }), handler: 'openSettings' },
    { label: say({ fr: 'Historique…', en: 'History…' }), handler: 'openHistory' },
    { label: say({ fr: 'Aide', en: 'Help' }), handler: 'openHelp' },
  ];
}
