import { loadWorkbook, saveWorkbook } from '../../../local/apps-script/spreadsheet/saved';
import { createUserHands } from '../../../local/apps-script/spreadsheet/user-hands';
import { createDesk, messageOf, NOW } from './desk';

test('a saved spreadsheet comes back with cells, formulas, looks, notes, metadata, filter and sizes', () => {
  const desk = createDesk();
  desk.run(`
    const ss = SpreadsheetApp.getActive(), sheet = ss.getActiveSheet();
    ss.insertSheet('Autre').getRange('A1').setValue(21);
    sheet.getRange('A1:C2').setValues([['a', 'é "x"', true], [1.5, "='Autre'!A1*2", new Date(0)]]);
    sheet.getRange('B7').setNote('note').setFontWeight('bold');
    sheet.getRange('A1:C2').createFilter();
    sheet.setColumnWidth(2, 250).addDeveloperMetadata('k', 'v');
    sheet.hideRows(5);`);
  desk.hands.renameTab('Autre', "L'autre");
  const lines = [...saveWorkbook(desk.workbook)];
  const loaded = loadWorkbook(lines);
  const hands = createUserHands(loaded, () => NOW);
  expect(hands.rows('Feuille 1')).toEqual(desk.hands.rows('Feuille 1'));
  expect(hands.rows('Feuille 1')[1]?.[1]).toBe(42);
  expect(hands.formula('Feuille 1', 'B2')).toBe("='L''autre'!A1*2");
  expect([...saveWorkbook(loaded)]).toEqual(lines);
});

test('a file that was cut short is refused', () => {
  const lines = [...saveWorkbook(createDesk().workbook)];
  expect(messageOf(() => loadWorkbook(lines.slice(0, 1)))).toBe('The saved spreadsheet ends too early.');
});

test('ten thousand wide rows are written page by page, read and saved within seconds', () => {
  const desk = createDesk();
  const began = process.cpuUsage();
  desk.run(`
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.insertColumnsAfter(26, 124);
    for (let page = 0; page < 100; page++) {
      if (page >= 10) sheet.insertRowsAfter(sheet.getMaxRows(), 100);
      const rows = Array.from({ length: 100 }, (_, i) => Array.from({ length: 150 }, (_, j) => (j % 10 ? 'text ' + i * j : new Date(1.7e12 + page * 1e7 + i))));
      const range = sheet.getRange(page * 100 + 1, 1, 100, 150);
      range.setNumberFormats(rows.map((row) => row.map((_, j) => (j % 10 ? '@' : 'yyyy-mm-dd hh:mm:ss'))));
      range.setValues(rows);
    }`);
  const lines = [...saveWorkbook(desk.workbook)];
  expect(createUserHands(loadWorkbook(lines), () => NOW).serials('Feuille 1')).toHaveLength(10_000);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(15);
});
