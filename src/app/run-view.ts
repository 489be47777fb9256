import type { Words } from '../core/model';
import type { Entry, Outcome } from '../engine/engine';
import type { Workbook } from '../platform/services';
import type { RunView } from './rpc';
import { timeOfDay } from './wall-clock';
import type { Language } from './words';

/** What the user learns of a run, in their language; times of day are the spreadsheet's. */
export function toRunView(outcome: Outcome, workbook: Workbook, language: Language): RunView {
  const entries = outcome.state === 'running' ? [] : outcome.entries;
  return {
    state: outcome.state,
    entries: entries.map((entry) => ({ ...entry, title: entry.title[language], message: entry.message[language] })),
    ...(outcome.state === 'paused' ? { resumesAt: outcome.resumesAt } : {}),
    summary: summaryOf(outcome, workbook)[language],
  };
}

function summaryOf(outcome: Outcome, workbook: Workbook): Words {
  if (outcome.state === 'running') return runningSummary(outcome, workbook);
  const counts = countsOf(outcome.entries);
  if (outcome.state === 'finished') {
    const failed = outcome.entries.some(({ status }) => status === 'failed');
    const end = failed ? { fr: 'Terminé, avec des échecs', en: 'Finished, with failures' } : FINISHED;
    return { fr: `${end.fr} : ${counts.fr}.`, en: `${end.en}: ${counts.en}.` };
  }
  if (outcome.state === 'stopped') {
    return {
      fr: `Arrêtée : ${counts.fr}. La prochaine synchronisation lira le reste.`,
      en: `Stopped: ${counts.en}. The next sync reads the rest.`,
    };
  }
  const time = timeOfDay(outcome.resumesAt, workbook);
  const { reason } = outcome;
  if (reason) {
    return {
      fr: `En pause : ${counts.fr}. ${reason.fr} Reprise vers ${time}.`,
      en: `Paused: ${counts.en}. ${reason.en} It resumes at about ${time}.`,
    };
  }
  return {
    fr: `En pause : ${counts.fr}. La synchronisation reprendra d’elle-même vers ${time}.`,
    en: `Paused: ${counts.en}. The sync continues by itself at about ${time}.`,
  };
}

const FINISHED: Words = { fr: 'Terminé', en: 'Finished' };

function countsOf(entries: readonly Entry[]): Words {
  const sum = (count: (entry: Entry) => number): string =>
    String(entries.reduce((total, entry) => total + count(entry), 0));
  const inserted = sum((entry) => entry.inserted);
  const updated = sum((entry) => entry.updated);
  const removed = sum((entry) => entry.removed);
  return {
    fr: `lignes ajoutées ${inserted}, modifiées ${updated}, retirées ${removed}`,
    en: `rows added ${inserted}, updated ${updated}, removed ${removed}`,
  };
}

function runningSummary(outcome: Outcome & { readonly state: 'running' }, workbook: Workbook): Words {
  const { since, by } = outcome;
  if (since === null) {
    return {
      fr: 'Une autre opération de Sync est en cours dans cette feuille. Réessayez dans quelques minutes.',
      en: 'Sync is already at work in this spreadsheet. Try again in a few minutes.',
    };
  }
  const time = timeOfDay(since, workbook);
  return {
    fr: `Une synchronisation lancée par ${by} est en cours depuis ${time}. Elle continue d’elle-même jusqu’au bout.`,
    en: `A sync started by ${by} has been under way since ${time}. It goes on by itself to its end.`,
  };
}
