import type { RunReport, SyncReport } from './sync-report';
import { toTable } from './table';

/** A report for people: the tabs, what the sync did, and what to know about it. */
export function toText({ tabs, runs, calls, executions, virtualMs, error }: SyncReport): string {
  const tabRows = tabs.map(({ name, rows, columns, formulas }) => [name, rows, columns.length, formulas]);
  const runRows = runs.map((run) => [
    ...[run.connection, run.stream, STATUS[run.status]],
    ...[run.read, run.inserted, run.updated, run.removed, run.requests],
  ]);
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const end = `Exécutions : ${String(executions)}. Appels de services : ${String(total)}. Durée virtuelle : ${toDuration(virtualMs)}.`;
  return [
    tabs.length > 0 ? toTable(['Onglet', 'Lignes', 'Colonnes', 'Formules'], tabRows) : '',
    runs.length > 0 ? toTable(RUN_HEADER, runRows) : '',
    messagesOf(runs).join('\n'),
    runs.some(({ message }) => message === error) ? '' : (error ?? ''),
    end,
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

/** Milliseconds as hours, minutes and seconds. */
export function toDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  if (hours > 0) return `${String(hours)} h ${String(minutes).padStart(2, '0')} min`;
  return minutes > 0 ? `${String(minutes)} min ${String(rest).padStart(2, '0')} s` : `${String(rest)} s`;
}

const RUN_HEADER = ['Connexion', 'Données', 'État', 'Lues', 'Ajoutées', 'Modifiées', 'Retirées', 'Requêtes'];

const STATUS: Readonly<Record<RunReport['status'], string>> = {
  finished: 'terminé',
  paused: 'en pause',
  stopped: 'arrêté',
  failed: 'en échec',
  unavailable: 'non disponible',
  missed: 'manqué',
};

/** One line for each different message, with the streams that it is about. */
function messagesOf(runs: readonly RunReport[]): string[] {
  const streams = new Map<string, string[]>();
  for (const { stream, message } of runs) {
    if (message !== '') streams.set(message, [...(streams.get(message) ?? []), stream]);
  }
  return [...streams].map(([message, names]) => {
    const about = names.filter((name) => name !== '').join(', ');
    return about === '' ? message : `${about} : ${message}`;
  });
}
