import { join } from 'node:path';
import { createMachine, type Machine } from './apps-script/machine';
import { openProject } from './apps-script/project';
import { findDataTabs, type DataTab } from './cli/data-tabs';
import { writeCsv } from './cli/write-csv';
import { changeVendors } from './demo/change-vendors';
import { checkCopy } from './demo/check-copy';
import { checkTabs } from './demo/check-tabs';
import { showContacts } from './demo/contacts';
import { expectAll } from './demo/expect-all';
import { createOffice } from './demo/office';
import { showSync } from './demo/show-sync';
import { startAccounts, SITE } from './demo/start-accounts';

const ROOT = join(__dirname, '..');
const OUT = join(ROOT, '.local', 'demo');
const MONDAY = '2026-03-02T08:00:00Z';
const DAY = 86_400_000;

void main().then((ok) => (process.exitCode = ok ? 0 : 1));

/**
 * Connects all systems as the sidebar does, syncs, lets the vendors' data change, syncs again, and compares every cell, and
 * the copy in Google Drive, with the vendors' data each time; then the clients of a tab and Google Contacts, both ways. False when
 * something differs.
 */
async function main(): Promise<boolean> {
  const accounts = await startAccounts(MONDAY);
  const machine = createMachine({ startAt: Date.parse(MONDAY), routes: accounts.routes });
  const project = openProject(join(ROOT, 'dist'));
  const office = createOffice(machine, project);
  console.log('Menu Sync > Ouvrir Sync…');
  console.log(office.connect('wedof', { apiKey: 'local-wedof-key' }));
  console.log(office.connect('template', { baseUrl: SITE, apiKey: 'local-template-key' }));
  console.log(office.connect('zendesk', { subdomain: 'acme', clientId: 'sync', clientSecret: 'local-zendesk-secret' }));

  console.log(`\nPremière synchronisation\n\n${showSync(office, 'Synchroniser maintenant')}`);
  const first = await expectAll(accounts, {});
  const isFirstRight = checkTabs(office, first.tabs) && checkCopy(machine);

  const changes = await changeVendors(accounts, machine.state.now + DAY / 2);
  machine.advance(DAY);
  await accounts.setClock(machine.state.now);
  console.log(`\nLe lendemain : ${changes}\n\n${showSync(office, 'Synchroniser maintenant')}`);
  console.log(`\nMenu Sync > Mettre à jour les noms\n\n${showSync(office, 'Mettre à jour les noms')}`);
  const isSecondRight = checkTabs(office, (await expectAll(accounts, first)).tabs) && checkCopy(machine);

  const areContactsRight = showContacts(office, project);

  writeCsv([...findDataTabs(machine), ...tabsNamed(machine, 'Clients', 'Journal')], OUT);
  console.log(`\nLes onglets sont écrits en CSV dans ${OUT}`);
  await accounts.stop();
  return isFirstRight && isSecondRight && areContactsRight;
}

function tabsNamed({ documents }: Machine, ...names: readonly string[]): readonly Pick<DataTab, 'workbook' | 'tab'>[] {
  const workbooks = [...documents.workbooks.values()];
  return workbooks.flatMap((workbook) =>
    workbook.tabs.filter(({ name }) => names.includes(name)).map((tab) => ({ workbook, tab })),
  );
}
