import { findDataTabs } from '../cli/data-tabs';
import { compareTab, type ExpectedTab } from '../expected/compare-tab';
import type { Office } from './office';

/** Whether every tab holds what it must (by connector and stream, as in `Wedof/users`), cell by cell; says what differs. */
export function checkTabs(office: Office, expected: Readonly<Record<string, ExpectedTab>>): boolean {
  const missing = new Set(Object.keys(expected));
  let cells = 0;
  const differences = findDataTabs(office.machine).flatMap(({ workbook, tab, connection, stream }) => {
    const name = `${office.titleOf(connection)}/${stream}`;
    missing.delete(name);
    cells += tab.grid.contentRows() * tab.grid.contentColumns();
    const wanted = expected[name];
    if (!wanted) return [`${tab.name}: not expected`];
    return compareTab(workbook, tab, wanted).map((difference) => `${tab.name}: ${difference}`);
  });
  const all = [...differences, ...[...missing].map((name) => `${name}: no tab`)];
  for (const difference of all.slice(0, 20)) console.error(`✗ ${difference}`);
  if (all.length > 0) console.error(`✗ ${String(all.length)} différences avec les données des fournisseurs`);
  else console.log(`✓ ${String(cells)} cellules comparées aux données des fournisseurs : toutes égales`);
  return all.length === 0;
}
