import { type Connection, readConnection } from '../connections';
import { findConnector } from '../find-connector';
import { storeConnection } from '../save-connection';
import { say } from '../words';

/**
 * Makes a dataset's name that of the tabs that a connection makes from now on: of its one tab, or with what stands in it, such as
 * `CRM - Loaves`, where it has several. A tab that is there keeps the name that it has. Throws as `storeConnection` does.
 */
export function nameTabs(id: string, dataset: string): void {
  const connection = readConnection(id);
  const { connector, settings } = connection;
  const tabs = tabsOf(connection, dataset);
  if (JSON.stringify(tabs) !== JSON.stringify(connection.tabs)) storeConnection({ id, connector, settings, tabs });
}

/** The longest name that Google gives a tab. */
const LONGEST = 100;

function tabsOf({ connector, settings, streams }: Connection, dataset: string): Readonly<Record<string, string>> {
  const all = findConnector(connector).streams(settings);
  const chosen = all.filter(({ name, optional }) => (streams.length > 0 ? streams.includes(name) : optional !== true));
  const filled = [...new Set(chosen.flatMap(({ name, feeds }) => feeds ?? [name]))];
  return Object.fromEntries(
    filled.map((name) => {
      const title = all.find((stream) => stream.name === name)?.title;
      return [name, filled.length === 1 || !title ? dataset : `${dataset} - ${say(title)}`.slice(0, LONGEST)];
    }),
  );
}
