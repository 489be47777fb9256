import { toSerial } from '../core/serial';
import type { Words } from '../core/model';
import type { Cell } from '../platform/services';
import { areCounts, type HistoryRecord, isDate, toldLast } from './history-record';
import { sumEntries } from './sum-entries';
import type { Language } from './words';

/** What the runs of a connection came to that began in a month and have no rows of their own any more. */
export interface MonthSummary {
  /** Stands in the tab in place of a run's. */
  readonly id: string;
  /** The connection's title in the last of them. */
  readonly title: string;
  /** `2026-10`. */
  readonly month: string;
  readonly syncs: number;
  readonly failed: number;
  /** How many times it was noticed that some were due and did not begin; they are none of `syncs`. */
  readonly missed: number;
  /** Seconds. */
  readonly duration: number;
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly removed: number;
  readonly requests: number;
}

/** The id of the summary that a run belongs to, given its records on the clock of the spreadsheet. */
export function summaryIdOf(run: readonly HistoryRecord[]): string {
  return `${run[0]?.connection ?? ''}-month-${monthOf(run)}`;
}

/** A summary with one more run, or of that run alone. */
export function addRun(summary: MonthSummary | undefined, run: readonly HistoryRecord[]): MonthSummary {
  const { status, duration, ...counts } = sumEntries(toldLast(run));
  const before = summary ?? NOTHING;
  return {
    ...{ id: summaryIdOf(run), title: run[0]?.title ?? '', month: monthOf(run) },
    syncs: before.syncs + (status === 'missed' ? 0 : 1),
    failed: before.failed + (status === 'failed' ? 1 : 0),
    missed: before.missed + (status === 'missed' ? 1 : 0),
    duration: before.duration + Math.round(duration / 1000),
    read: before.read + counts.read,
    inserted: before.inserted + counts.inserted,
    updated: before.updated + counts.updated,
    removed: before.removed + counts.removed,
    requests: before.requests + counts.requests,
  };
}

/** The first cells of a summary's row in the history's tab; the others are blank. */
export function toSummaryCells(summary: MonthSummary, language: Language): readonly Cell[] {
  const { id, title, month, duration, read, inserted, updated, removed, requests } = summary;
  const start = toSerial(Date.parse(`${month}-01T00:00:00Z`), 0);
  const counts = [read, inserted, updated, removed, requests];
  return [start, duration, title, toText(summary)[language], WORD[language], ...counts, '', id];
}

/** What a row says of a month; null when it is no summary, or somebody changed it beyond recognition. */
export function readSummary(line: readonly Cell[]): MonthSummary | null {
  const [start, duration, title, text, word, read, inserted, updated, removed, requests, , id] = line;
  const [, month] = SUMMARY_ID.exec(String(id)) ?? [];
  const [, syncs, failed, missed = '0'] = TEXT.exec(String(text)) ?? [];
  const counts = { duration, read, inserted, updated, removed, requests };
  const isSummary = (word === WORD.fr || word === WORD.en) && isDate(start) && areCounts(counts);
  if (!isSummary || month === undefined || syncs === undefined) return null;
  return {
    ...{ ...counts, id: String(id), title: String(title), month },
    ...{ syncs: Number(syncs), failed: Number(failed), missed: Number(missed) },
  };
}

const SUMMARY_ID = /^.+-month-(\d{4}-(?:0[1-9]|1[0-2]))$/;

/** What stands in place of a state. */
const WORD: Words = { fr: 'résumé', en: 'summary' };

const NOTHING = {
  syncs: 0,
  failed: 0,
  missed: 0,
  duration: 0,
  read: 0,
  inserted: 0,
  updated: 0,
  removed: 0,
  requests: 0,
};

function monthOf(run: readonly HistoryRecord[]): string {
  return new Date(Math.min(...run.map(({ startedAt }) => startedAt))).toISOString().slice(0, 7);
}

/** `TEXT` reads it again, in either language. */
function toText({ syncs, failed, missed }: MonthSummary): Words {
  return {
    fr: `Résumé : ${syncs} synchronisation${syncs < 2 ? '' : 's'}, ${failed} en échec${missed > 0 ? ` ; manquées ${missed} fois` : ''}`,
    en: `Summary: ${syncs} ${syncs === 1 ? 'sync' : 'syncs'}, ${failed} failed${missed > 0 ? `; missed ${missed}×` : ''}`,
  };
}

const TEXT = /^\D*(\d{1,9})\D+(\d{1,9})(?:\D+(\d{1,9}))?\D*$/;
