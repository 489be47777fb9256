import { join } from 'node:path';
import { createMachine, type Machine } from '../local/apps-script/machine';
import { openProject } from '../local/apps-script/project';
import { findDataTabs } from '../local/cli/data-tabs';
import { runSync, type SyncResult } from '../local/cli/run-sync';
import { toDuration } from '../local/cli/sync-text';
import { readKind } from '../local/expected/read-kind';
import { toText } from '../local/vendors/json';
import { startVendor, type StartedVendor } from '../local/vendors/start-vendor';
import { check, elapsed, limit } from './check';
import { measurePipeline } from './measure-pipeline';
import { countSpreadsheetCalls } from './spreadsheet-calls';

const FOLDERS = 60_000;
const CHANGES = 1000;
const PAGE = 100;
const PAGES = FOLDERS / PAGE;
const MONDAY = '2026-03-02T08:00:00Z';
const KEY = 'local-wedof-key';

/** Syncs a large Wedof account, then its changes, and holds what that takes against the limits. False when one is broken. */
export async function benchWedof(): Promise<boolean> {
  const wedof = await startVendor('wedof', { folders: FOLDERS, now: MONDAY });
  const machine = createMachine({ startAt: Date.parse(MONDAY), routes: { 'https://www.wedof.fr': wedof.url } });
  const figures = [...(await measureFirst(machine, wedof)), ...(await measureChanges(machine, wedof))];
  showCpu(await readPages(wedof));
  await wedof.stop();
  return figures.every((isKept) => isKept);
}
async function measureFirst(machine: Machine, wedof: StartedVendor): Promise<boolean[]> {
  console.log(`Wedof: first sync of ${String(FOLDERS)} registration folders`);
  for (let request = PAGE; request <= PAGES; request += PAGE) {
    const say = (): void => {
      console.log(`  ${String(request)} of ${String(PAGES)} pages, ${elapsed()}`);
    };
    machine.faults.hook('after', request, say, { method: 'UrlFetchApp.fetch' });
  }
  const { executions, calls, error } = sync(machine);
  return [
    check('ended without an error', error ?? 'yes', error === null),
    check('executions', executions, executions > 1),
    limit('fetches', calls['UrlFetchApp.fetch'] ?? 0, 605 + executions),
    limit('spreadsheet calls a page', countSpreadsheetCalls(calls) / PAGES, 6),
    ...(await checkRows(machine, wedof)),
  ];
}

async function measureChanges(machine: Machine, wedof: StartedVendor): Promise<boolean[]> {
  console.log(`\nWedof: sync of ${String(CHANGES)} scattered changes, a day later`);
  machine.advance(12 * 3_600_000);
  await wedof.control({ op: 'clock', now: new Date(machine.state.now).toISOString() });
  await wedof.control({ op: 'update', kind: 'registrationFolders', count: CHANGES });
  machine.advance(12 * 3_600_000);
  const { entries, calls, error } = sync(machine);
  const updated = entries[0]?.updated ?? 0;
  return [
    check('ended without an error', error ?? 'yes', error === null),
    check('rows updated', updated, updated === CHANGES),
    limit('spreadsheet calls', countSpreadsheetCalls(calls), 60),
    ...(await checkRows(machine, wedof)),
  ];
}

function sync(machine: Machine): SyncResult {
  const startedAt = machine.state.now;
  const project = openProject(join(__dirname, '../dist'));
  const wanted = { connector: 'wedof', settings: { apiKey: KEY }, streams: ['registrationFolders'] };
  const result = runSync(machine, project, wanted);
  console.log(`  done, ${elapsed()}, ${toDuration(machine.state.now - startedAt)} of virtual time`);
  return result;
}

/** Each folder of the account stands in exactly one row. */
async function checkRows(machine: Machine, wedof: StartedVendor): Promise<boolean[]> {
  const [{ tab } = { tab: null }] = findDataTabs(machine);
  const column = tab?.grid.rows[0]?.values.indexOf('externalId') ?? -1;
  const keys = (tab?.grid.rows ?? []).slice(1).map((row) => String(row?.values[column] ?? ''));
  const seen = new Set(keys);
  let missing = 0;
  for (let from = 0; from < FOLDERS; from += 2000) {
    const { records } = await readKind(wedof, 'registrationFolders', from, from + 2000);
    missing += records.filter(({ externalId }) => !seen.has(toText(externalId))).length;
  }
  return [
    check('rows', keys.length, keys.length === FOLDERS),
    check('duplicate rows', keys.length - seen.size, keys.length === seen.size),
    check('missing rows', missing, missing === 0),
  ];
}

/** Answers as the API gives them, from all over the list. */
async function readPages(wedof: StartedVendor): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let page = 1; page <= PAGES; page += 30) {
    const url = `${wedof.url}/api/registrationFolders?sort=id&order=asc&limit=${String(PAGE)}&page=${String(page)}`;
    texts.push(await (await fetch(url, { headers: { 'X-Api-Key': KEY } })).text());
  }
  return texts;
}

/** An aim, not a limit: what else runs on the machine moves it. */
function showCpu(texts: readonly string[]): void {
  console.log('\nCPU time of a record, from the text of the answer to the cells of its row');
  const { parse, pipeline } = measurePipeline(texts);
  console.log(`  JSON.parse alone ${(parse * 1000).toFixed(1)} µs, all of it ${(pipeline * 1000).toFixed(1)} µs`);
  console.log(`  ratio to JSON.parse: ${(pipeline / parse).toFixed(2)} (aim: below 3)`);
}
