import { readHistory } from '../../src/app/history';
import { createHistory, openHistoryTab } from '../../src/app/history-tab';
import type { HistoryRun } from '../../src/app/rpc';
import { language } from '../../src/app/words';
import type { Entry } from '../../src/engine/engine';
import { openWorkbook } from '../../src/platform/workbook';

export function append(entries: readonly Entry[]): void {
  createHistory(openWorkbook(), language(), (id) => `My ${id}`).append(entries);
}

export function read(connection: string | null): readonly HistoryRun[] {
  return readHistory(connection);
}

export function open(): null {
  return openHistoryTab();
}
