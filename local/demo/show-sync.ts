import { findDataTabs } from '../cli/data-tabs';
import { toDuration } from '../cli/sync-text';
import { toTable } from '../cli/table';
import type { Office } from './office';

/** Syncs, and returns what the history says of it, tab by tab, with what it cost in all. */
export function showSync(office: Office): string {
  const { machine } = office;
  const before = historyOf(office).length;
  const startedAt = machine.state.now;
  machine.resetCalls();
  const executions = machine.executions.length;
  const summary = office.sync();
  const calls = Object.values(machine.calls()).reduce((sum, count) => sum + count, 0);
  const runs = machine.executions.slice(executions).length;
  const elapsed = toDuration(machine.state.now - startedAt);

  const entries = historyOf(office).slice(before);
  const tabs = findDataTabs(machine).map((tab) => ({ ...tab, connection: office.titleOf(tab.connection) }));
  const rows = entries.map((entry) => {
    const isIt = (tab: { connection: string; stream: string }): boolean =>
      tab.connection === entry.Connexion && tab.stream === entry['Données'];
    const tab = tabs.find(isIt)?.tab;
    const size = tab ? [tab.grid.contentRows() - 1, tab.grid.contentColumns()] : ['–', '–'];
    return [
      tab?.name ?? `${String(entry['Données'])} : ${String(entry['État'])}`,
      ...size,
      ...FIGURES.map((name) => entry[name] ?? ''),
    ];
  });
  const table = toTable(['Onglet', 'Lignes', 'Colonnes', ...FIGURES], rows);
  const cost = `Exécutions : ${String(runs)}. Appels de services : ${String(calls)}. Durée virtuelle : ${elapsed}.`;
  return `${table}\n\n${summary}\n${cost}`;
}

const FIGURES = ['Ajoutées', 'Modifiées', 'Retirées', 'Requêtes', 'Durée (s)'] as const;

type Entry = Readonly<Record<string, string | number>>;

/** The rows of the history's tab by header, oldest first. */
function historyOf({ hands }: Office): readonly Entry[] {
  if (!hands.tabs().includes('Historique')) return [];
  const [header = [], ...rows] = hands.serials('Historique');
  return rows.map((row) =>
    Object.fromEntries(
      header.map((name, column) => [
        String(name),
        Number.isFinite(row[column]) ? Number(row[column]) : String(row[column]),
      ]),
    ),
  );
}
