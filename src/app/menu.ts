import { type MenuItem, showMenu } from '../platform/screen';
import { allConnections } from './connections';
import { connectionsWithLabels } from './labels';
import { say } from './words';

/** What Google passes to `onOpen`; `authMode` is its enum, absent when we draw the menu ourselves. */
export interface OpenEvent {
  readonly authMode?: { toString(): string };
}

/** How many connections have a menu item of their own: each needs a top-level function. */
const SLOTS = 9;

/**
 * Draws the menu in the user's language. In the mode `NONE`, before the script is enabled in this file, it reads nothing
 * (developers.google.com, Editor add-on authorization).
 */
export function drawMenu(event?: OpenEvent): void {
  const isBlind = event?.authMode?.toString() === 'NONE';
  const titles = isBlind ? [] : allConnections().map(({ title }) => title);
  const relabel = isBlind || connectionsWithLabels().length === 0 ? [] : [relabelItem()];
  showMenu({ label: 'Sync', items: [...syncItems(titles), ...relabel, 'separator', ...otherItems()] });
}

function syncItems(titles: readonly string[]): MenuItem[] {
  const all = { label: say({ fr: 'Synchroniser maintenant', en: 'Sync now' }), handler: 'syncNow' };
  if (titles.length === 0) return [all];
  const single = titles.slice(0, SLOTS).map((label, index) => ({ label, handler: `syncConnection${index + 1}` }));
  return [all, { label: say({ fr: 'Synchroniser une connexion', en: 'Sync one connection' }), items: single }];
}

function relabelItem(): MenuItem {
  return { label: say({ fr: 'Mettre à jour les noms', en: 'Update names' }), handler: 'relabelNow' };
}

function otherItems(): MenuItem[] {
  return [
    { label: say({ fr: 'Tester les connexions', en: 'Test connections' }), handler: 'testConnections' },
    { label: say({ fr: 'Historique', en: 'Show history' }), handler: 'showHistory' },
    'separator',
    { label: say({ fr: 'Planifier…', en: 'Schedule…' }), handler: 'scheduleOn' },
    { label: say({ fr: 'Arrêter la planification', en: 'Stop the schedule' }), handler: 'scheduleOff' },
    { label: say({ fr: 'Configurer…', en: 'Set up…' }), handler: 'configure' },
  ];
}
