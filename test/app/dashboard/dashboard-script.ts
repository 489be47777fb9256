import { buildDashboard } from '../../../src/app/dashboard/build-dashboard';
import { createHistory } from '../../../src/app/history-tab';
import { writeLastRuns } from '../../../src/app/last-run';
import { language } from '../../../src/app/words';
import type { Entry } from '../../../src/engine/engine';
import { documentStore } from '../../../src/platform/property-stores';
import { openWorkbook } from '../../../src/platform/workbook';

/** Ends of runs, as the engine tells them. */
export function end(entries: readonly Entry[]): void {
  createHistory(openWorkbook(), language(), (id) => id).append(entries);
  writeLastRuns(documentStore(), entries);
}

export function build(): null {
  return buildDashboard();
}
