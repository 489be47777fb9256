import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProject } from '../../local/apps-script/project';
import { expectWedof } from '../../local/expected/wedof';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf, type Desk } from './desk';

const STREAM = 'workingContracts';
const TAB = 'Contrats d’apprentissage';

let wedof: StartedVendor;
let desk: Desk;

beforeAll(async () => {
  wedof = await startVendor('wedof', { folders: 200, longNote: false, now: MONDAY });
});
afterAll(() => wedof.stop());

beforeEach(async () => {
  await wedof.control({ op: 'reset' });
  desk = createDesk('wedof', wedof);
  desk.sync(STREAM);
});

async function change(): Promise<void> {
  await later(desk, wedof, 24);
  await wedof.control({ op: 'update', kind: STREAM, keys: ['1', '5', '6', '9'] });
  await wedof.control({ op: 'create', kind: STREAM, count: 2 });
  await wedof.control({ op: 'remove', kind: STREAM, keys: ['4'] });
}

async function differences(): Promise<readonly string[]> {
  return desk.differences(only(await expectWedof(wedof), STREAM));
}

/** The column of a header, from 1. */
function columnOf(header: string, tab = TAB): number {
  return (desk.hands.rows(tab)[0] ?? []).indexOf(header) + 1;
}

function letter(column: number): string {
  return String.fromCharCode(64 + column);
}

function idsInOrder(): readonly string[] {
  const column = columnOf('id') - 1;
  return desk.hands
    .serials(TAB)
    .slice(1)
    .map((row) => String(row[column]));
}

/** The row of a record, from 1. */
function rowOf(id: string, tab = TAB): number {
  const column = columnOf('id', tab) - 1;
  return desk.hands.serials(tab).findIndex((row) => String(row[column]) === id) + 1;
}

test('a tab that was renamed is still the one that is synced', async () => {
  desk.hands.renameTab(TAB, 'Alternance / 2026');
  await change();
  const report = desk.sync(STREAM);
  expect(report.tabs.map(({ name }) => name)).toEqual(['Alternance / 2026']);
  expect(await differences()).toEqual([]);
});

test('a tab that was deleted is made again with every record', async () => {
  desk.hands.deleteTab(TAB);
  await change();
  const report = desk.sync(STREAM);
  expect(runOf(report, STREAM).status).toBe('finished');
  expect(await differences()).toEqual([]);
});

test('columns that were put into another order are found again', async () => {
  desk.hands.moveColumn(TAB, columnOf('amount'), 1);
  desk.hands.moveColumn(TAB, columnOf('id'), 5);
  const header = desk.hands.rows(TAB)[0];
  await change();
  const report = desk.sync(STREAM);
  expect(desk.hands.rows(TAB)[0]).toEqual(header);
  expect(runOf(report, STREAM)).toMatchObject({ inserted: 2, updated: 4, removed: 1 });
  expect(await differences()).toEqual([]);
});

test('a column of ours that was deleted comes back with all its values', async () => {
  desk.hands.deleteColumn(TAB, columnOf('amount'));
  await change();
  expect(runOf(desk.sync(STREAM), STREAM).status).toBe('finished');
  expect(await differences()).toEqual([]);
});

test('a key column that was renamed stops the sync with a sentence, and nothing is written', () => {
  desk.hands.type(TAB, `${letter(columnOf('id'))}1`, 'Numéro');
  const before = desk.hands.serials(TAB);
  const run = runOf(desk.sync(STREAM), STREAM);
  expect(run).toMatchObject({ status: 'failed', inserted: 0, updated: 0, removed: 0 });
  expect(run.message).toContain('« id »');
  expect(desk.hands.serials(TAB)).toEqual(before);
});

describe('what users keep in the tab', () => {
  test('stays on its row: columns between and beside ours with texts, notes and formulas', async () => {
    desk.hands.insertColumn(TAB, columnOf('state'));
    const between = columnOf('state') - 1;
    const beside = (desk.hands.rows(TAB)[0] ?? []).length + 1;
    desk.hands.type(TAB, `${letter(between)}1`, 'Mon suivi');
    desk.hands.type(TAB, `${letter(beside)}1`, 'Double');
    const amount = letter(columnOf('amount'));
    for (let row = 2; row <= desk.hands.rows(TAB).length; row++) {
      desk.hands.type(
        TAB,
        `${letter(between)}${String(row)}`,
        `suivi de ${String(desk.hands.rows(TAB)[row - 1]?.[columnOf('id') - 1])}`,
      );
      desk.hands.type(TAB, `${letter(beside)}${String(row)}`, `=${amount}${String(row)}*2`);
    }
    const kept = rowOf('5');
    desk.hands.setNote(TAB, `${letter(between)}${String(kept)}`, 'rappeler lundi');
    await change();
    await wedof.control({ op: 'remove', kind: STREAM, keys: ['2'] });
    const report = desk.sync(STREAM);

    expect(runOf(report, STREAM).status).toBe('finished');
    const rows = desk.hands.rows(TAB).slice(1);
    const [id, followUp, double, price] = ['id', 'Mon suivi', 'Double', 'amount'].map((name) => columnOf(name) - 1);
    const old = rows.filter((row) => row[followUp ?? 0] !== '');
    expect(old.length).toBeGreaterThan(5);
    expect(old.map((row) => row[followUp ?? 0])).toEqual(old.map((row) => `suivi de ${String(row[id ?? 0])}`));
    expect(old.map((row) => row[double ?? 0])).toEqual(old.map((row) => Number(row[price ?? 0]) * 2));
    expect(desk.hands.note(TAB, `${letter(between)}${String(rowOf('5'))}`)).toBe('rappeler lundi');
    expect(report.tabs[0]?.formulas).toBe(old.length);
  });

  test('stays filtered as they filtered it, with the hidden rows up to date too', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sync-filter-')), 'filter.js');
    const script = `function filter(tab, column) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      const criteria = SpreadsheetApp.newFilterCriteria().setHiddenValues(['accepted']).build();
      sheet.getDataRange().createFilter().setColumnFilterCriteria(column, criteria);
    }
    function hidden(tab, column) {
      const filter = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab).getFilter();
      return filter && filter.getColumnFilterCriteria(column).getHiddenValues();
    }`;
    writeFileSync(file, script);
    const column = columnOf('state');
    expect(desk.machine.run(openProject(file), 'filter', [TAB, column])).toMatchObject({ status: 'done' });
    await change();
    expect(runOf(desk.sync(STREAM), STREAM).status).toBe('finished');
    expect(desk.machine.run(openProject(file), 'hidden', [TAB, column])).toMatchObject({ value: ['accepted'] });
    expect(await differences()).toEqual([]);
  });

  test('stays right when they sorted the rows', async () => {
    desk.hands.sort(TAB, columnOf('amount'), false);
    const order = idsInOrder();
    await change();
    const report = desk.sync(STREAM);
    expect(await differences()).toEqual([]);
    expect(runOf(report, STREAM)).toMatchObject({ inserted: 2, updated: 4, removed: 1 });
    expect(idsInOrder().filter((id) => order.includes(id))).toEqual(order.filter((id) => id !== '4'));
  });
});

test('texts that look like formulas stay texts', async () => {
  const note = '=IMPORTXML("http://evil.example")';
  await wedof.control({
    op: 'update',
    kind: STREAM,
    count: 3,
    set: { type: note, externalIdDeca: '+33612345678', externalIdTrainingOrganism: '007' },
  });
  await later(desk, wedof, 1);
  const report = desk.sync(STREAM);
  expect(report.tabs.map(({ formulas }) => formulas)).toEqual([0]);
  expect(desk.hands.rows(TAB).flat()).toEqual(expect.arrayContaining([note, '+33612345678', '007']));
  expect(await differences()).toEqual([]);
});
