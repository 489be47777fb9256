import { SyncError } from '../../src/core/errors';
import type { Cursor } from '../../src/core/model';
import { createCsvArchive } from '../../src/destinations/csv-archive';
import type { ArchiveStep, FileTarget, Target } from '../../src/destinations/destination';
import { createTabs } from '../../src/destinations/tabs';
import { clock } from '../../src/platform/clock';
import { createDrive } from '../../src/platform/drive';
import { oauthToken } from '../../src/platform/oauth-token';
import { documentStore } from '../../src/platform/property-stores';
import { send } from '../../src/platform/send';
import { openWorkbook } from '../../src/platform/workbook';

// A tab and its copy on the local Apps Script.

/** Writes rows of which each has an id, a number, a moment and a text of `size` characters. */
export function fill(target: Target, count: number, size: number): void {
  const table = createTabs(openWorkbook(), documentStore(), 'en').open(target);
  const rows = Array.from({ length: count }, (_, n) => ({
    id: `0${String(n)}`,
    amount: n + 0.5,
    at: '2026-02-02T10:00:00Z',
    text: n === 0 ? '=é€😀' : '€'.repeat(size),
  }));
  table.write(rows, { id: 'pass', page: 0, sweeps: false }, { complete: true, last: true });
}

/** Takes steps of a copy until it is done, or `most` of them; or says what it threw. */
export function copy(
  target: Target,
  file: FileTarget,
  cursor: Cursor | null,
  most: number,
): ArchiveStep | { readonly error: string; readonly message: string } {
  const store = documentStore();
  const table = createTabs(openWorkbook(), store, 'en').open(target);
  const archive = createCsvArchive(createDrive(send, oauthToken, clock), store);
  try {
    let step = archive.write(table, file, cursor);
    for (let steps = 1; steps < most && !step.done; steps += 1) step = archive.write(table, file, step.cursor);
    return step;
  } catch (error) {
    if (error instanceof SyncError) return { error: error.name, message: error.message };
    throw error;
  }
}
