import type { ContactsRunView, PlanView } from '../../src/app/rpc';
import { toDuration } from './sync-text';
import { toTable } from './table';

/** What `npm run contacts` did: the object of `--json`. */
export interface ContactsReport {
  readonly action: string;
  /** What the sidebar is told. */
  readonly result: unknown;
  /** How often each `Service.method` was called. */
  readonly calls: Readonly<Record<string, number>>;
  /** Virtual time, waits included. */
  readonly virtualMs: number;
}

/** The report for people. */
export function contactsText({ action, result, calls, virtualMs }: ContactsReport): string {
  const requests = Object.entries(calls)
    .filter(([name]) => name.startsWith('People.'))
    .reduce((sum, [, count]) => sum + count, 0);
  const end = `Requêtes à Google Contacts : ${String(requests)}. Durée virtuelle : ${toDuration(virtualMs)}.`;
  return `${bodyOf(action, result)}\n\n${end}\n`;
}

function bodyOf(action: string, result: unknown): string {
  if (action === 'preview') return planText(result as PlanView);
  if (typeof result === 'string') return result;
  if (isRun(result)) return `${result.summary}\n\n${metricsTable(result)}`;
  return Array.isArray(result) && result.length === 0 ? 'Rien.' : JSON.stringify(result, null, 2);
}

function isRun(result: unknown): result is ContactsRunView {
  return typeof result === 'object' && result !== null && 'metrics' in result && 'summary' in result;
}

function metricsTable({ metrics }: ContactsRunView): string {
  const { created, updated, skipped, conflicts, held, errors, calls } = metrics;
  const header = ['Créés', 'Modifiés', 'Inchangés', 'Conflits', 'En attente', 'Erreurs', 'Requêtes'];
  return toTable(header, [[created, updated, skipped, conflicts, held, errors, calls]]);
}

function planText({ guard, summary, lines, more }: PlanView): string {
  const rows = lines.map(({ side, action, client, field, before, after }) => [
    side,
    action,
    client,
    field,
    oneLine(before),
    oneLine(after),
  ]);
  const table = rows.length === 0 ? '' : `\n\n${toTable(['Où', 'Quoi', 'Client', 'Champ', 'Avant', 'Après'], rows)}`;
  return `${guard === undefined ? '' : `${guard}\n\n`}${summary}${table}${more > 0 ? `\n… et ${String(more)} de plus` : ''}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ');
}
