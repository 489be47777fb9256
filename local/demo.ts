import { join } from 'node:path';
import { createMachine } from './apps-script/machine';
import { openProject } from './apps-script/project';
import { findDataTabs } from './cli/data-tabs';
import { writeCsv } from './cli/write-csv';
import { changeVendors } from './demo/change-vendors';
import { createOffice, type Office } from './demo/office';
import { showSync } from './demo/show-sync';
import { compareTab, type ExpectedTab } from './expected/compare-tab';
import { expectTemplate } from './expected/template';
import { expectWedof } from './expected/wedof';
import { startVendor, type StartedVendor } from './vendors/start-vendor';

const ROOT = join(__dirname, '..');
const OUT = join(ROOT, '.local', 'demo');
const MONDAY = '2026-03-02T08:00:00Z';
const SITE = 'https://atelier-exemple.fr';
const DAY = 86_400_000;

void main().then((ok) => (process.exitCode = ok ? 0 : 1));

/**
 * Sets up both connectors through the menu, syncs, lets the vendors' data change, syncs again, and compares every cell with
 * the vendors' data each time. False when a cell differs.
 */
async function main(): Promise<boolean> {
  const wedof = await startVendor('wedof', { folders: 400, now: MONDAY });
  const template = await startVendor('template', { orders: 300, now: MONDAY });
  const machine = createMachine({
    startAt: Date.parse(MONDAY),
    routes: { 'https://www.wedof.fr': wedof.url, [SITE]: template.url },
  });
  const office = createOffice(machine, openProject(join(ROOT, 'dist')));
  console.log('Menu Sync > Configurer…');
  console.log(office.configure('Wedof', ['local-wedof-key', '']));
  console.log(office.configure('Template', [SITE, 'local-template-key']));

  console.log(`\nPremière synchronisation\n\n${showSync(office)}`);
  const first = await expectAll(wedof, template, {});
  const isFirstRight = check(office, first);

  const changes = await changeVendors(wedof, template, machine.state.now + DAY / 2);
  machine.advance(DAY);
  console.log(`\nLe lendemain : ${changes}\n\n${showSync(office)}`);
  const isSecondRight = check(office, await expectAll(wedof, template, first));

  writeCsv(findDataTabs(machine), OUT);
  console.log(`\nLes onglets sont écrits en CSV dans ${OUT}`);
  await Promise.all([wedof.stop(), template.stop()]);
  return isFirstRight && isSecondRight;
}

/** What each tab must hold, by connector and stream. */
async function expectAll(
  wedof: StartedVendor,
  template: StartedVendor,
  before: Readonly<Record<string, ExpectedTab>>,
): Promise<Readonly<Record<string, ExpectedTab>>> {
  const earlier = Object.entries(before).map(([name, tab]): [string, ExpectedTab] => [
    name.replace('Template/', ''),
    tab,
  ]);
  return Object.fromEntries([
    ...Object.entries(await expectWedof(wedof)).map(([stream, tab]) => [`Wedof/${stream}`, tab] as const),
    ...Object.entries(await expectTemplate(template, Object.fromEntries(earlier))).map(
      ([stream, tab]) => [`Template/${stream}`, tab] as const,
    ),
  ]);
}

/** Whether every tab holds what it must, cell by cell; says what differs. */
function check(office: Office, expected: Readonly<Record<string, ExpectedTab>>): boolean {
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
