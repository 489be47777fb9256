import { showPage } from '../platform/screen';
import { timeZone } from '../platform/session';
import { attempt } from './attempt';
import type { PageStart, View } from './rpc';
import { showFailure } from './sync-menu';
import { language } from './words';

/** Opens the sidebar at a place, or tells the user why it cannot be opened. */
export function showSidebar(view: View): void {
  const opened = attempt(() => {
    const start: PageStart = { language: language(), timeZone: timeZone(), view };
    showPage('Sidebar', 'Sync', { start: JSON.stringify(start) });
  });
  showFailure(opened);
}
