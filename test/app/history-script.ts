import { createHistory } from '../../src/app/history-tab';
import { language } from '../../src/app/words';
import type { Entry } from '../../src/engine/engine';
import { openWorkbook } from '../../src/platform/workbook';

export function append(entries: readonly Entry[]): void {
  createHistory(openWorkbook(), language(), (id) => `My ${id}`).append(entries);
}
