import { readHistory, readRuns } from '../../src/app/history';
import { historyCsv } from '../../src/app/history-csv';
import { createHistory, openHistoryTab } from '../../src/app/history-tab';
import type { HistoryRun } from '../../src/app/rpc';
import { language, type Language, useLanguage } from '../../src/app/words';
import type { Entry } from '../../src/engine/engine';
import { openWorkbook } from '../../src/platform/workbook';

export function append(entries: readonly Entry[], tongue?: Language): void {
  if (tongue) useLanguage(tongue);
  createHistory(openWorkbook(), language(), (id) => `My ${id}`).append(entries);
}

export function read(connection: string | null): readonly HistoryRun[] {
  return readHistory(connection);
}

export function readSince(since: number): readonly HistoryRun[] {
  return readRuns(since);
}

export function csv(tongue: Language): string {
  useLanguage(tongue);
  return historyCsv();
}

export function open(): null {
  return openHistoryTab();
}
