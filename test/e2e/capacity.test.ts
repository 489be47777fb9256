import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProject } from '../../local/apps-script/project';
import { expectWedof } from '../../local/expected/wedof';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf, type Desk } from './desk';

let wedof: StartedVendor;

beforeAll(async () => {
  wedof = await startVendor('wedof', { folders: 60, longNote: false, now: MONDAY });
});
afterEach(() => wedof.control({ op: 'reset' }));
afterAll(() => wedof.stop());

/** Fills the spreadsheet with empty cells until only `left` are free. */
function fill(desk: Desk, left: number): void {
  const file = join(mkdtempSync(join(tmpdir(), 'sync-fill-')), 'fill.js');
  const script = `function fill(left) {
    const file = SpreadsheetApp.getActiveSpreadsheet();
    const used = file.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
    const sheet = file.insertSheet('Archives');
    sheet.deleteColumns(2, 25);
    const rows = 10000000 - used - left;
    sheet.insertRowsAfter(1000, rows - 1000);
  }`;
  writeFileSync(file, script);
  const outcome = desk.machine.run(openProject(file), 'fill', [left]);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
}

test('an account that does not fit into the spreadsheet is refused before anything is written', () => {
  const desk = createDesk('wedof', wedof);
  desk.sync('users');
  fill(desk, 5000);
  const tabs = desk.hands.tabs();
  const report = desk.sync('registrationFolders', 'users');

  expect(runOf(report, 'registrationFolders')).toMatchObject({ status: 'failed', inserted: 0 });
  expect(runOf(report, 'registrationFolders').message).toMatch(/10\s000\s000/);
  expect(runOf(report, 'users').status).toBe('finished');
  expect(desk.hands.tabs()).toEqual(tabs);
});

test('a spreadsheet that is full keeps what it has, and says so', async () => {
  const desk = createDesk('wedof', wedof);
  desk.sync('trainings', 'users');
  fill(desk, 0);
  const before = await expectWedof(wedof);
  await wedof.control({ op: 'create', kind: 'users', count: 3 });
  await later(desk, wedof, 1);
  const report = desk.sync('trainings', 'users');

  expect(runOf(report, 'trainings').status).toBe('finished');
  expect(runOf(report, 'users')).toMatchObject({ status: 'failed', inserted: 0 });
  expect(runOf(report, 'users').message).toMatch(/10\s000\s000/);
  expect(desk.differences(only(before, 'trainings', 'users'))).toEqual([]);
});
