import { caught, valueOf } from './script';

const CELL = "SpreadsheetApp.getActiveSheet().getRange('A1')";
const mismatch = (kinds: string, method: string): string =>
  `The parameters (${kinds}) don't match the method signature for ${method}.`;

// The texts are those of published execution logs; which types a method takes is what Google's typings say.
describe('a service refuses parameters that it does not take, in Google words', () => {
  test.each([
    [`${CELL}.setValues('x')`, mismatch('String', 'SpreadsheetApp.Range.setValues')],
    [`${CELL}.setValues([1, 2])`, mismatch('number[]', 'SpreadsheetApp.Range.setValues')],
    [`${CELL}.setValues(${CELL})`, mismatch('SpreadsheetApp.Range', 'SpreadsheetApp.Range.setValues')],
    [`${CELL}.setNotes('x')`, mismatch('String', 'SpreadsheetApp.Range.setNotes')],
    [`${CELL}.setValue()`, mismatch('', 'SpreadsheetApp.Range.setValue')],
    [`${CELL}.setWrap('yes')`, mismatch('String', 'SpreadsheetApp.Range.setWrap')],
    ["SpreadsheetApp.getActiveSheet().getRange('2', 1)", mismatch('String,number', 'SpreadsheetApp.Sheet.getRange')],
    ['SpreadsheetApp.getActiveSheet().getRange(5)', mismatch('number', 'SpreadsheetApp.Sheet.getRange')],
    ['SpreadsheetApp.getActiveSheet().getRange(1, null)', mismatch('number,null', 'SpreadsheetApp.Sheet.getRange')],
    ['SpreadsheetApp.getActiveSheet().deleteRow(null)', mismatch('null', 'SpreadsheetApp.Sheet.deleteRow')],
    ['SpreadsheetApp.getActive().deleteSheet({})', mismatch('(class)', 'SpreadsheetApp.Spreadsheet.deleteSheet')],
    ["SpreadsheetApp.getActive().deleteSheet('x')", mismatch('String', 'SpreadsheetApp.Spreadsheet.deleteSheet')],
    ["Utilities.computeDigest('MD5', 'x')", mismatch('String,String', 'Utilities.computeDigest')],
    ["Utilities.formatDate(new Date(), 'GMT')", mismatch('(class),String', 'Utilities.formatDate')],
    ["Utilities.sleep('5')", mismatch('String', 'Utilities.sleep')],
    ["UrlFetchApp.fetch('https://a.b', 'x')", mismatch('String,String', 'UrlFetchApp.fetch')],
    ["UrlFetchApp.fetchAll('x')", mismatch('String', 'UrlFetchApp.fetchAll')],
    ['SpreadsheetApp.getUi().alert({ a: 1 })', mismatch('(class)', 'Ui.alert')],
    ['HtmlService.createTemplate({})', mismatch('(class)', 'HtmlService.createTemplate')],
    ["LockService.getScriptLock().tryLock('x')", mismatch('String', 'LockService.Lock.tryLock')],
    ["ScriptApp.newTrigger('f').timeBased().at('x')", mismatch('String', 'ScriptApp.ClockTriggerBuilder.at')],
    [
      "ScriptApp.newTrigger('f').timeBased().onWeekDay('MONDAY')",
      mismatch('String', 'ScriptApp.ClockTriggerBuilder.onWeekDay'),
    ],
  ])('%s', (call, text) => {
    expect(caught(call)).toBe(text);
  });

  test('a refused call changes nothing, but takes its time', () => {
    expect(valueOf(`try { ${CELL}.setValues('x') } catch (e) {} return ${CELL}.getValue()`)).toBe('');
  });
});

describe('a service takes', () => {
  test.each([
    ['SpreadsheetApp.getActiveSheet().getRange(1.9, 2.5).getA1Notation()', 'B1'],
    [`${CELL}.setNote(25).getNote()`, '25'],
    ["SpreadsheetApp.getActive().insertSheet('x').setName(2026).getName()", '2026'],
    ['String(SpreadsheetApp.getUi().alert(5))', 'OK'],
    ["PropertiesService.getScriptProperties().setProperty('k', null).getProperty('k')", 'null'],
    [`${CELL}.setValue(null).getValue()`, ''],
    ['SpreadsheetApp.getActive().getSheetByName(null)', null],
  ])('%s', (expression, value) => {
    expect(valueOf(`return ${expression}`)).toBe(value);
  });
});

test('a name that Google does not have is undefined, one that only the local Apps Script lacks says so', () => {
  expect(valueOf('return typeof SpreadsheetApp.getActive().getNothing')).toBe('undefined');
  expect(caught('SpreadsheetApp.getActive().getNothing()')).toContain('is not a function');
  expect(caught('SpreadsheetApp.getActive().getBandings()')).toBe(
    'The local Apps Script has no Spreadsheet.getBandings: add it, or do without.',
  );
});
