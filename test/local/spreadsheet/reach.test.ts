import { createDesk } from './desk';

const SHEET = 'const ss = SpreadsheetApp.getActive(); const sheet = ss.getActiveSheet();';

const seen = (body: string): unknown => createDesk().run(`${SHEET} ${body}`);

// developers.google.com, Range and Sheet.
describe('a range that is named by text', () => {
  test.each([
    ['A:C', 'A:C'],
    ['b:b', 'B:B'],
    ['2:3', '2:3'],
    ['$B$2:$C', 'B2:C'],
    ["'Feuille 1'!A1:B2", 'A1:B2'],
    ['R2C3', 'C2'],
    ['R1C1:R2C3', 'A1:C2'],
  ])('%s is %s', (text, notation) => {
    expect(seen(`return sheet.getRange(${JSON.stringify(text)}).getA1Notation()`)).toBe(notation);
  });

  test('knows which of its ends are bounded', () => {
    const body = `return ['A2:B', '3:4', 'A1'].map((text) => { const range = sheet.getRange(text);
      return [range.isStartRowBounded(), range.isStartColumnBounded(), range.isEndRowBounded(), range.isEndColumnBounded()] })`;
    expect(seen(body)).toEqual([
      [true, true, false, true],
      [true, false, true, false],
      [true, true, true, true],
    ]);
  });

  test('may be a named range, which a script lists, renames and removes', () => {
    const body = `ss.setNamedRange('Prices', sheet.getRange('B2:C3'));
      const [named] = ss.getNamedRanges();
      const before = [named.getName(), sheet.getRange('prices').getA1Notation(), sheet.getNamedRanges().length];
      named.setName('Costs').setRange(sheet.getRange('D4'));
      const after = [ss.getRangeByName('Prices'), ss.getRangeByName('Costs').getA1Notation()];
      named.remove();
      return [before, after, ss.getNamedRanges().length];`;
    expect(seen(body)).toEqual([['Prices', 'B2:C3', 1], [null, 'D4'], 0]);
  });
});

describe('Ctrl and an arrow', () => {
  const FILLED = "sheet.getRange('B2:C4').setValues([[1, 2], [3, 4], [5, 6]]); sheet.getRange('B8').setValue(7);";

  test.each([
    ['B2', 'DOWN', 'B4'],
    ['B4', 'DOWN', 'B8'],
    ['B8', 'DOWN', 'B1000'],
    ['B1000', 'UP', 'B8'],
    ['B8', 'UP', 'B4'],
    ['B2', 'NEXT', 'C2'],
    ['C2', 'PREVIOUS', 'B2'],
    ['A1', 'NEXT', 'Z1'],
  ])('from %s %s go to %s', (from, direction, to) => {
    const body = `${FILLED} return sheet.getRange('${from}').getNextDataCell(SpreadsheetApp.Direction.${direction}).getA1Notation()`;
    expect(seen(body)).toBe(to);
  });

  test('the data region is all that touches', () => {
    expect(seen(`${FILLED} return sheet.getRange('C3').getDataRegion().getA1Notation()`)).toBe('B2:C4');
    expect(seen(`${FILLED} return sheet.getRange('E5').getDataRegion().getA1Notation()`)).toBe('E5');
  });
});

test('a spreadsheet hands on to its active sheet, and a selection is kept', () => {
  const body = `ss.appendRow(['a', 1]);
    sheet.setActiveRange(sheet.getRange('B2:C3'));
    return [ss.getLastRow(), ss.getDataRange().getA1Notation(), ss.getActiveRange().getA1Notation(),
      SpreadsheetApp.getActiveRange().getA1Notation(), sheet.getActiveCell().getA1Notation(), ss.insertRowAfter(1).getName()];`;
  expect(seen(body)).toEqual([1, 'A1:B1', 'B2:C3', 'B2:C3', 'B2', 'Feuille 1']);
});

test('looks are written and read cell by cell', () => {
  const body = `const range = sheet.getRange('A1:B1');
    range.setFontColors([['red', null]]).setFontSizes([[12, 10]]).setHorizontalAlignments([['right', 'normal']]).setWraps([[true, false]]);
    return [range.getFontColors(), range.getFontSizes(), range.getHorizontalAlignments(), range.getWraps(), range.getFontStyles(),
      range.setBackgroundRGB(255, 0, 16).getBackgrounds(), range.setBackground('#ABC').getBackground()];`;
  expect(seen(body)).toEqual([
    [['#ff0000', '#000000']],
    [[12, 10]],
    [['right', 'general']],
    [[true, false]],
    [['normal', 'normal']],
    [['#ff0010', '#ff0010']],
    '#aabbcc',
  ]);
});

test('checkboxes are ticked, and say so only where there are some', () => {
  const body = `const range = sheet.getRange('A1:A2'); const none = range.isChecked();
    range.insertCheckboxes(); const empty = range.isChecked(); range.check(); const full = range.isChecked();
    sheet.getRange('A2').uncheck(); return [none, empty, full, range.isChecked()];`;
  expect(seen(body)).toEqual([null, false, true, null]);
});

test('a copy fills a larger destination as often as it fits', () => {
  const body = `sheet.getRange('A1:A5').setValues([[1], [2], [3], [4], [5]]); sheet.getRange('B1').setFormula('=A1*2').copyTo(sheet.getRange('B1:B5'));
    sheet.getRange('A1:A2').copyTo(sheet.getRange('D1:D5'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
    return [sheet.getRange('B1:B5').getValues().flat(), sheet.getRange('B5').getFormula(), sheet.getRange('D1:D5').getValues().flat()];`;
  expect(seen(body)).toEqual([[2, 4, 6, 8, 10], '=A5*2', [1, 2, 1, 2, '']]);
});

test('a text finder replaces in what cells show', () => {
  const body = `sheet.getRange('A1:B1').setValues([['Hello hello', 'bye']]);
    const all = sheet.createTextFinder('hello').replaceAllWith('hi');
    return [all, sheet.getRange('A1:B1').getValues(), sheet.createTextFinder('HI').matchCase(true).replaceAllWith('x')];`;
  expect(seen(body)).toEqual([2, [['hi hi', 'bye']], 0]);
});

test('rows and columns are hidden by a range', () => {
  const body = `sheet.hideRow(sheet.getRange('A2:A3')); sheet.hideColumn(sheet.getRange('C1')); sheet.unhideRow(sheet.getRange('A3'));
    sheet.setRowHeights(1, 2, 40);
    return [1, 2, 3].map((row) => sheet.isRowHiddenByUser(row)).concat(sheet.isColumnHiddenByUser(3), sheet.getRowHeight(2));`;
  expect(seen(body)).toEqual([false, true, false, true, 40]);
});

test('what no cell can hold is written as Java prints it', () => {
  expect(seen("return sheet.getRange('A1:C1').setValues([[{ a: 1 }, [1, 2], new Date(NaN)]]).getValues()")).toEqual([
    ['{a=1.0}', expect.stringMatching(/^\[Ljava\.lang\.Object;@/), '#NUM!'],
  ]);
});

test.each([
  ['10:30', '10:30'],
  ['10:30:15', '10:30:15'],
  ['9:05 pm', '9:05 PM'],
  ['25:30', '25:30:00'],
  ['lundi 2 février 2026', '02/02/2026'],
  ['1/2/26', '01/02/2026'],
])('the typed %s is shown as %s', (typed, shown) => {
  expect(seen(`return sheet.getRange('A1').setValue('${typed}').getDisplayValue()`)).toBe(shown);
});

test('a format shows the names of days and months in the language of the spreadsheet', () => {
  const body =
    "return SpreadsheetApp.getActiveSheet().getRange('A1').setValue('2026-10-02').setNumberFormat('dddd d mmmm yyyy').getDisplayValue()";
  expect(createDesk('fr_FR').run(body)).toBe('vendredi 2 octobre 2026');
  expect(createDesk('en_US').run(body)).toBe('Friday 2 October 2026');
});

test('Browser asks as Ui does, and answers with words', () => {
  const desk = createDesk();
  desk.documents.answers.push({ button: 'YES' }, { button: 'OK', text: 'typed' });
  const body = `return [Browser.msgBox('t', 'q', Browser.Buttons.YES_NO), Browser.inputBox('q'), Browser.msgBox('q'), Browser.inputBox('q')]`;
  expect(desk.run(body)).toEqual(['yes', 'typed', 'ok', 'cancel']);
});
