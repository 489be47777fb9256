import { clock } from '../platform/clock';
import { alert } from '../platform/screen';
import { attempt } from './attempt';
import { allConnections, readConnection } from './connections';
import { openApi, withSecrets } from './open-connection';
import { say } from './words';

/** Asks a connection's system who we are: a sentence for the user. Throws `SyncError`s as the connector's `check` does. */
export function askConnection(id: string): string {
  const connection = withSecrets(readConnection(id));
  // Somebody waits for the answer: a system that asks for longer has given one.
  const api = openApi(connection, clock.now() + 60_000);
  return say(connection.connector.check(api, connection.settings));
}

/** Tests every connection and shows a line about each. */
export function testFromMenu(): void {
  const lines = allConnections().map(({ id, title }) => {
    const result = attempt(() => askConnection(id));
    return `${title}\n${result.ok ? result.value : result.advice}`;
  });
  const none = say({
    fr: 'Aucune connexion pour l’instant. Ajoutez-en une : menu Sync > Configurer.',
    en: 'There is no connection yet. Add one: menu Sync > Set up.',
  });
  alert('Sync', lines.length === 0 ? none : lines.join('\n\n'));
}
