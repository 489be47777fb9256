import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addWorkbook } from '../../../local/apps-script/spreadsheet/documents';
import { createUserHands } from '../../../local/apps-script/spreadsheet/user-hands';
import type { Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import { openWorkspace, saveWorkspace } from '../../../local/apps-script/workspace';
import { createDesk, messageOf, NOW, type Desk } from './desk';

let desk: Desk;
let other: Workbook;

beforeEach(() => {
  desk = createDesk();
  other = addWorkbook(desk.documents, 'Other', 'en_US', 'America/New_York');
  createUserHands(other, () => NOW).type('Sheet1', 'A1', 'seen');
});

const ON = (id: string): string => `const ss = SpreadsheetApp.openById('${id}'), sheet = ss.getSheets()[0];`;
const run = (body: string): unknown => desk.run(`${ON(other.id)} ${body}`);
const api = (body: string, id = other.id): unknown => desk.run(`const id = '${id}'; return ${body}`);

const NO_ACCESS = 'You do not have permission to access the requested document.';
const NO_WRITING = 'You do not have permission to perform that action.';

describe('another spreadsheet', () => {
  it('is opened by id and by address, and written to beside the bound one', () => {
    run("sheet.getRange('B1').setValue('new')");
    for (const part of ['spreadsheets', 'a/example.com/spreadsheets', 'spreadsheets/u/1']) {
      const url = `https://docs.google.com/${part}/d/${other.id}/edit?gid=0#gid=0`;
      expect(desk.run(`return SpreadsheetApp.openByUrl('${url}').getSheets()[0].getDataRange().getValues()`)).toEqual([
        ['seen', 'new'],
      ]);
    }
    expect(desk.hands.rows('Feuille 1')).toEqual([]);
  });

  it('that a script made is there for the next execution', () => {
    const id = String(desk.run("return SpreadsheetApp.create('Made').getId()"));
    expect(desk.run(`return SpreadsheetApp.openById('${id}').getName()`)).toBe('Made');
  });

  it.each([
    [
      "SpreadsheetApp.openById('unknown')",
      'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    ],
    ["SpreadsheetApp.openById('')", 'Invalid argument: id'],
    [
      "SpreadsheetApp.openByUrl('https://docs.google.com/spreadsheets/d/unknown/edit')",
      'Unexpected error while getting the method or property openByUrl on object SpreadsheetApp.',
    ],
    ["SpreadsheetApp.openByUrl('https://example.com/d/x')", 'Invalid argument: url'],
    ["SpreadsheetApp.openByUrl('nonsense')", 'Invalid argument: url'],
  ])('is not found by %s', (call, message) => {
    expect(messageOf(() => desk.run(call))).toBe(message);
  });

  it('that does not exist is not found by the Sheets API', () => {
    expect(messageOf(() => api("Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['A1'] })", 'unknown'))).toBe(
      'API call to sheets.spreadsheets.values.batchGet failed with error: Requested entity was not found.',
    );
  });
});

describe('a spreadsheet that the user may only view', () => {
  beforeEach(() => {
    other.access = 'view';
  });

  it('is read', () => {
    expect(run("return [sheet.getRange('A1').getValue(), sheet.getLastRow(), ss.getName()]")).toEqual([
      'seen',
      1,
      'Other',
    ]);
    expect(run("return ss.createDeveloperMetadataFinder().withKey('x').find().length")).toBe(0);
    expect(run("return sheet.createTextFinder('seen').findAll().length")).toBe(1);
    expect(api("Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['A1'] }).valueRanges[0].values")).toEqual([
      ['seen'],
    ]);
  });

  it.each([
    "sheet.getRange('A1').setValue('x')",
    "sheet.getRange('A1').clearContent()",
    "sheet.appendRow(['x'])",
    "ss.appendRow(['x'])",
    "ss.insertSheet('x')",
    "ss.rename('x')",
    "ss.addDeveloperMetadata('x', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)",
    'sheet.insertRowsAfter(1, 1)',
    'sheet.deleteRow(1)',
    "sheet.setName('x')",
    'sheet.setFrozenRows(1)',
    'sheet.protect()',
    "sheet.getRange('A1:B2').createFilter()",
    "sheet.getRangeList(['A1', 'B2']).setValue('x')",
    "sheet.createTextFinder('seen').replaceAllWith('x')",
    "sheet.getRange('A1').copyTo(sheet.getRange('B1'))",
    'SpreadsheetApp.getActive().getSheets()[0].copyTo(ss)',
  ])('refuses %s', (call) => {
    expect(messageOf(() => run(call))).toBe(NO_WRITING);
    expect(createUserHands(other, () => NOW).rows('Sheet1')).toEqual([['seen']]);
    expect(other.tabs.map(({ name }) => name)).toEqual(['Sheet1']);
  });

  it('gives copies of its tabs to others', () => {
    run('sheet.copyTo(SpreadsheetApp.getActive())');
    expect(desk.workbook.tabs).toHaveLength(2);
  });

  it('refuses the writes of the Sheets API', () => {
    const refusal = (name: string): string =>
      `API call to sheets.${name} failed with error: The caller does not have permission`;
    expect(
      messageOf(() =>
        api("Sheets.Spreadsheets.Values.update({ values: [['x']] }, id, 'A1', { valueInputOption: 'RAW' })"),
      ),
    ).toBe(refusal('spreadsheets.values.update'));
    expect(messageOf(() => api('Sheets.Spreadsheets.batchUpdate({ requests: [{ addSheet: {} }] }, id)'))).toBe(
      refusal('spreadsheets.batchUpdate'),
    );
  });

  it('stays so in a workspace', () => {
    const dir = mkdtempSync(join(tmpdir(), 'sync-test-'));
    saveWorkspace(desk.machine, dir);
    expect(openWorkspace(dir).documents.workbooks.get(other.id)?.access).toBe('view');
    expect(openWorkspace(dir).documents.workbooks.get(desk.workbook.id)?.access).toBe('edit');
  });
});

describe('a spreadsheet that is not shared with the user', () => {
  beforeEach(() => {
    other.access = 'none';
  });

  it.each([
    ['openById', (id: string) => `'${id}'`],
    ['openByUrl', (id: string) => `'https://docs.google.com/spreadsheets/d/${id}/edit'`],
  ])('is refused by %s', (method, argument) => {
    expect(messageOf(() => desk.run(`SpreadsheetApp.${method}(${argument(other.id)})`))).toBe(NO_ACCESS);
  });

  it('is refused by the Sheets API, a reading too', () => {
    expect(messageOf(() => api("Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['A1'] })"))).toBe(
      'API call to sheets.spreadsheets.values.batchGet failed with error: The caller does not have permission',
    );
  });

  it('is refused to an execution that has it open, once its owner takes it away', () => {
    other.access = 'edit';
    desk.machine.faults.hook('before', 1, () => (other.access = 'none'), { method: 'Range.getValue' });
    expect(messageOf(() => run("sheet.getRange('A1').getValue()"))).toBe(NO_ACCESS);
  });
});

describe('values by data filters', () => {
  const filtered = (body: string): unknown =>
    api(`Sheets.Spreadsheets.Values.batchGetByDataFilter(${body}, id)`, desk.workbook.id);

  beforeEach(() => {
    desk.hands.type('Feuille 1', 'A1', '1');
    desk.hands.type('Feuille 1', 'B2', 'b');
  });

  it('come with the filters that matched them', () => {
    expect(
      filtered(
        "{ dataFilters: [{ a1Range: \"'Feuille 1'!A1:B2\" }, { a1Range: 'A3' }], valueRenderOption: 'UNFORMATTED_VALUE' }",
      ),
    ).toEqual({
      spreadsheetId: desk.workbook.id,
      valueRanges: [
        {
          valueRange: { range: "'Feuille 1'!A1:B2", majorDimension: 'ROWS', values: [[1], ['', 'b']] },
          dataFilters: [{ a1Range: "'Feuille 1'!A1:B2" }],
        },
        { valueRange: { range: "'Feuille 1'!A3", majorDimension: 'ROWS' }, dataFilters: [{ a1Range: 'A3' }] },
      ],
    });
  });

  it('come once for a range that two filters name', () => {
    expect(filtered("{ dataFilters: [{ a1Range: 'A1' }, { a1Range: \"'Feuille 1'!A1\" }] }")).toMatchObject({
      valueRanges: [{ dataFilters: [{ a1Range: 'A1' }, { a1Range: "'Feuille 1'!A1" }] }],
    });
  });

  it('count as one read of the minute, and a request too large is refused', () => {
    filtered("{ dataFilters: [{ a1Range: 'A1' }, { a1Range: 'B2' }] }");
    expect(desk.machine.state.quotas['sheets.reads']?.used).toBe(1);
    desk.documents.maxPayload = 20;
    expect(messageOf(() => filtered("{ dataFilters: [{ a1Range: 'A1' }] }"))).toContain('Request payload size exceeds');
  });

  it('are refused for a range that there is not', () => {
    expect(messageOf(() => filtered("{ dataFilters: [{ a1Range: 'nowhere!A1' }] }"))).toBe(
      'API call to sheets.spreadsheets.values.batchGetByDataFilter failed with error: Unable to parse range: nowhere!A1',
    );
  });
});
