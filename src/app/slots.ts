import { DataError } from '../core/errors';
import { attempt } from './attempt';
import { allConnections } from './connections';
import { drawMenu } from './menu';
import { showSidebar } from './sidebar';
import { showFailure, syncFromMenu } from './sync-menu';

// Google calls a menu item's function without arguments: each place of the menu, from 1, needs functions of its own.

/** Makes what syncs the connection in that place of the menu and tells the user how it went. */
export function syncSlot(place: number): () => void {
  return () => {
    withSlot(place, (id) => {
      syncFromMenu([id]);
    });
  };
}

/** Makes what opens the sidebar on the settings of the connection in that place of the menu. */
export function editSlot(place: number): () => void {
  return () => {
    withSlot(place, (connection) => {
      showSidebar({ name: 'edit', connection });
    });
  };
}

/** Makes what opens the sidebar on the history of the connection in that place of the menu. */
export function historyOfSlot(place: number): () => void {
  return () => {
    withSlot(place, (connection) => {
      showSidebar({ name: 'history', connection });
    });
  };
}

function withSlot(place: number, work: (id: string) => void): void {
  showFailure(
    attempt(() => {
      const connection = allConnections()[place - 1];
      if (!connection) throw goneFrom(place);
      work(connection.id);
    }),
  );
}

/** Someone removed a connection after this person's menu was drawn. */
function goneFrom(place: number): DataError {
  drawMenu();
  return new DataError(`There is no connection in place ${place} of the menu`, {
    fr: 'Cette connexion a été supprimée. Le menu est maintenant à jour : rouvrez-le pour voir celles qui restent.',
    en: 'This connection was removed. The menu is now up to date: open it again to see those that remain.',
  });
}
