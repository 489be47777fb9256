import { connectors } from '../../src/connectors/index';
import { findDataTabs } from '../cli/data-tabs';
import { toDuration } from '../cli/sync-text';
import { toTable } from '../cli/table';
import type { Office } from './office';

/** Clicks an item of the menu that syncs, and returns what the history says of it, tab by tab, with what it cost in all. */
export function showSync(office: Office, item: string): string {
  const { machine } = office;
  const before = historyOf(office).length;
  const startedAt = machine.state.now;
  const executions = machine.executions.length;
  machine.resetCalls();
  const summary = office.click(item);
  const calls = Object.values(machine.calls()).reduce((sum, count) => sum + count, 0);
  const runs = machine.executions.length - executions;
  const total = ['Total', '', '', ...COUNTS.map(() => ''), calls, toDuration(machine.state.now - startedAt)];
  const rows = toRows(office, historyOf(office).slice(before));
  const table = toTable(['Onglet', 'Lignes', 'Colonnes', ...COUNTS, 'Appels', 'Temps virtuel'], [...rows, total]);
  return `${table}\n\nÀ l’écran : ${summary}\nExécutions : ${String(runs)}`;
}

const COUNTS = ['Ajoutées', 'Modifiées', 'Retirées', 'Requêtes'] as const;

type Row = readonly (string | number)[];
type Entry = Readonly<Record<string, string | number>>;

function toRows(office: Office, entries: readonly Entry[]): readonly Row[] {
  const tabs = findDataTabs(office.machine);
  return entries.map((entry) => {
    const { Connexion: connection, Données: stream, État: status } = entry;
    const found = tabs.find(
      (tab) => titleOf(String(connection), tab.stream) === stream && office.titleOf(tab.connection) === connection,
    );
    const name = found?.tab.name ?? `${String(stream)} : ${String(status)}`;
    const size = found ? [found.tab.grid.contentRows() - 1, found.tab.grid.contentColumns()] : ['', ''];
    const time = toDuration(Number(entry['Durée (s)']) * 1000);
    return [name, ...size, ...COUNTS.map((header) => entry[header] ?? ''), '', time];
  });
}

/** What the history calls a stream of a connection that has its connector's own title. */
function titleOf(connection: string, stream: string): string | undefined {
  const connector = connectors.find(({ title }) => title === connection);
  return connector?.streams({}).find(({ name }) => name === stream)?.title.fr;
}

/** The rows of the history's tab by header, oldest first. */
function historyOf({ hands }: Office): readonly Entry[] {
  if (!hands.tabs().includes('Historique')) return [];
  const [header = [], ...rows] = hands.serials('Historique');
  return rows.map((row) =>
    Object.fromEntries(
      header.map((name, column): [string, string | number] => {
        const cell = row[column] ?? '';
        return [String(name), typeof cell === 'boolean' ? String(cell) : cell];
      }),
    ),
  );
}
