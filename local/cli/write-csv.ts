import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DataTab } from './data-tabs';
import { freeName } from './free-name';
import { toCsv } from './to-csv';

/**
 * Writes each tab as `<name>.csv` into a folder, which is made when missing. A `/` in a name becomes `-`; where two tabs
 * would share a file, the second is `<name> (2).csv`, and so on.
 */
export function writeCsv(tabs: readonly Pick<DataTab, 'workbook' | 'tab'>[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const taken = new Set<string>();
  for (const { workbook, tab } of tabs) {
    const file = openSync(join(folder, freeName(tab.name, '.csv', taken)), 'w');
    try {
      for (const line of toCsv(workbook, tab)) writeSync(file, line);
    } finally {
      closeSync(file);
    }
  }
}
