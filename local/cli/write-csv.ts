import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DataTab } from './data-tabs';
import { toCsv } from './to-csv';

/** Writes each tab as `<name>.csv` into a folder, which is made when missing. A `/` in a name becomes `-`. */
export function writeCsv(tabs: readonly DataTab[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { workbook, tab } of tabs) {
    const file = openSync(join(folder, `${tab.name.replaceAll('/', '-')}.csv`), 'w');
    try {
      for (const line of toCsv(workbook, tab)) writeSync(file, line);
    } finally {
      closeSync(file);
    }
  }
}
