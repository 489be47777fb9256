import { createDesk, messageOf } from './desk';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet();';

describe('a range refuses in Google words', () => {
  // developers.google.com, Range.setValues: the array must have the size of the range.
  test.each([
    [
      "sheet.getRange('A1:B2').setValues([[1, 2]])",
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      "sheet.getRange('A1:B2').setValues([[1, 2], [3]])",
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      "sheet.getRange('A1:B1').setNumberFormats([['@']])",
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['sheet.getRange(1, 26, 1, 2)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['sheet.getRange(1, 0)', 'The starting column of the range is too small.'],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ["sheet.getRange('nowhere to go')", 'Range not found'],
    [
      "sheet.getRange('A1:B2').createFilter(); sheet.getRange('A1').createFilter()",
      "You can't create a filter in a sheet that already has a filter.",
    ],
    ["sheet.getRange('A2:B9').sort(3)", 'Sort column is outside of the range.'],
    [
      "sheet.getRange('A1:B2').addDeveloperMetadata('key')",
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    ],
    ['sheet.deleteRows(1001, 1)', 'Those rows are out of bounds.'],
    ['sheet.insertRowsAfter(1001, 1)', 'Those rows are out of bounds.'],
    ['sheet.deleteRows(1, 1000)', "You can't delete all the rows on the sheet."],
    ['sheet.setFrozenRows(1); sheet.deleteRows(2, 999)', 'Sorry, it is not possible to delete all non-frozen rows.'],
    ['sheet.setFrozenRows(1000)', "You can't freeze all visible rows on the sheet."],
    [
      'sheet.insertRowsAfter(1000, 384000)',
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      'sheet.deleteRows(2, 999); sheet.insertColumnsAfter(26, 18253)',
      'This action would increase the number of columns in the sheet above the limit of 18278 columns.',
    ],
  ])('%s', (script, message) => {
    expect(messageOf(() => createDesk().run(`${SHEET} ${script}`))).toBe(message);
  });

  test('a deleted sheet is not found by what is left of it', () => {
    const desk = createDesk();
    const message = messageOf(() =>
      desk.run(
        "const ss = SpreadsheetApp.getActive(); const gone = ss.insertSheet('Gone'); ss.deleteSheet(gone); gone.getRange('A1').getValue()",
      ),
    );
    expect(message).toMatch(/^Sheet \d+ not found$/);
  });
});

describe('a range', () => {
  test.each([
    ['sheet.getRange(2, 3, 4, 5).getA1Notation()', 'C2:G5'],
    ["sheet.getRange('B2:C3').offset(1, 1).getA1Notation()", 'C3:D4'],
    ["sheet.getRange('B2:C3').offset(0, 0, 1, 1).getA1Notation()", 'B2'],
    ["sheet.getRange('B2:C3').getCell(2, 1).getA1Notation()", 'B3'],
    ["sheet.getRange('C:D').getNumRows()", 1000],
    ["sheet.getRange('5:6').getNumColumns()", 26],
    ["sheet.getRange('A1').getNumberFormat()", '0.###############'],
    ["sheet.getRange('A1').setNumberFormat('0.00').setNumberFormat('general').getNumberFormat()", '0.###############'],
    ["sheet.getRange('A1').setBackground('#ff0000').getBackground()", '#ff0000'],
    ["sheet.getRange('A1').getBackground()", '#ffffff'],
    ["String(sheet.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).getWrapStrategy())", 'CLIP'],
    ["sheet.getRange('A1').getWrapStrategy() === SpreadsheetApp.WrapStrategy.OVERFLOW", true],
    ["sheet.getRange('A1:B2').insertCheckboxes().getValues()[1][1]", false],
  ])('%s is %p', (script, value) => {
    expect(createDesk().run(`${SHEET} return ${script}`)).toBe(value);
  });

  test('clearing content keeps the look and the notes, clearing all takes the look too', () => {
    const seen = createDesk().run(`${SHEET}
      const cell = sheet.getRange('A1').setValue(1).setFontWeight('bold').setNote('why');
      const look = () => [cell.getValue(), cell.getFontWeight(), cell.getNote()];
      return [look(cell.clearContent()), look(cell.setValue(2).clear())];`);
    expect(seen).toEqual([
      ['', 'bold', 'why'],
      ['', 'normal', 'why'],
    ]);
  });

  test('sorting moves cells with their notes, looks and same-row formulas, and leaves other columns', () => {
    const desk = createDesk();
    desk.run(`${SHEET}
      sheet.getRange('A1:C4').setValues([['n', 'double', 'mine'], [2, '=A2*2', 'a'], ['', '=A3*2', 'b'], [1, '=A4*2', 'c']]);
      sheet.getRange('A4').setNote('one').setFontWeight('bold');
      sheet.getRange('A2:B4').sort({ column: 1, ascending: true });`);
    expect(desk.hands.rows('Feuille 1')).toEqual([
      ['n', 'double', 'mine'],
      [1, 2, 'a'],
      [2, 4, 'b'],
      ['', 0, 'c'],
    ]);
    expect(desk.hands.formula('Feuille 1', 'B2')).toBe('=A2*2');
    expect(desk.hands.note('Feuille 1', 'A2')).toBe('one');
    expect(
      desk.run(`${SHEET} return [sheet.getRange('A2').getFontWeight(), sheet.getRange('A4').getFontWeight()]`),
    ).toEqual(['bold', 'normal']);
  });

  test('empty cells sort last in both directions', () => {
    const order = createDesk().run(`${SHEET}
      const range = sheet.getRange('A1:A4').setValues([[''], ['b'], [2], [true]]);
      return [true, false].map((ascending) => range.sort({ column: 1, ascending }).getValues().map((row) => row[0]));`);
    expect(order).toEqual([
      [2, 'b', true, ''],
      [true, 'b', 2, ''],
    ]);
  });

  test('copying keeps relative distances, moving keeps what a formula means', () => {
    const formulas = createDesk().run(`${SHEET}
      sheet.getRange('A1:B1').setValues([[3, '=A1*2']]);
      sheet.getRange('B1').copyTo(sheet.getRange('B2'));
      sheet.getRange('B1').moveTo(sheet.getRange('D5'));
      sheet.getRange('B2').copyTo(sheet.getRange('E1'), { contentsOnly: true });
      return [sheet.getRange('B2').getFormula(), sheet.getRange('D5').getFormula(), sheet.getRange('B1').getFormula(), sheet.getRange('E1').getFormula()];`);
    expect(formulas).toEqual(['=A2*2', '=A1*2', '', '']);
  });

  test('a range list changes all its areas in one call', () => {
    const desk = createDesk();
    desk.run(`${SHEET} sheet.getRangeList(['A1:B1', 'D3']).setValue('x').setNumberFormat('@');`);
    expect(desk.hands.rows('Feuille 1')).toEqual([
      ['x', 'x', '', ''],
      ['', '', '', ''],
      ['', '', '', 'x'],
    ]);
    expect(desk.machine.calls()['RangeList.setValue']).toBe(1);
  });

  test('handles are free, reading and writing cells cost 0.2 s and 10 µs a cell', () => {
    const desk = createDesk();
    const cost = (script: string): number => {
      const began = desk.machine.state.now;
      desk.run(`${SHEET} ${script}`);
      return desk.machine.state.now - began;
    };
    expect(cost("sheet.getRange('A1:Z1000').getA1Notation(); sheet.getMaxRows();")).toBe(0);
    expect(cost("sheet.getRange('A1:J100').getValues();")).toBeCloseTo(210);
  });
});
