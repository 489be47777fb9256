import { createUserDrive } from '../apps-script/drive/user-drive';
import type { Machine } from '../apps-script/machine';
import { findDataTabs } from '../cli/data-tabs';
import { compareCsv } from '../expected/compare-csv';

/** Whether the copy of the tickets in Google Drive says what their tab says, line by line; says what differs. */
export function checkCopy(machine: Machine): boolean {
  const found = findDataTabs(machine).find(({ stream }) => stream === 'tickets');
  const bytes = createUserDrive(machine.state).read('exports', COPY);
  const differences =
    found && bytes
      ? compareCsv(found.workbook, found.tab, Buffer.from(bytes).toString('utf8'), ';')
      : ['the file or its tab is missing'];
  for (const difference of differences.slice(0, 20)) console.error(`✗ ${COPY}: ${difference}`);
  if (differences.length > 0) console.error(`✗ ${String(differences.length)} différences entre ${COPY} et son onglet`);
  else console.log(`✓ ${COPY} dans Drive : les lignes de l’onglet, et rien qu’un tableur exécuterait`);
  return differences.length === 0;
}

const COPY = 'tickets_all.csv';
