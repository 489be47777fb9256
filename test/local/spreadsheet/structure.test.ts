import { createDesk, messageOf } from './desk';

const SHEET = 'const ss = SpreadsheetApp.getActive(); const sheet = ss.getActiveSheet();';
const TAB = 'Feuille 1';

describe('when rows and columns come, go and move', () => {
  // developers.google.com, Sheet.insertRowsAfter; support.google.com, "Use references".
  test('formulas on every tab follow the cells that they name', () => {
    const desk = createDesk();
    const { hands } = desk;
    hands.addTab('Autre');
    for (const [cell, text] of [
      ['A1', '1'],
      ['A2', '2'],
      ['A3', '3'],
      ['B3', '=A3*2'],
      ['C1', '=SUM(A1:A3)'],
      ['D1', '=$A$3'],
    ] as const)
      hands.type(TAB, cell, text);
    hands.type('Autre', 'A1', "='Feuille 1'!A3+1");
    hands.insertRow(TAB, 2);
    expect([
      hands.formula(TAB, 'B4'),
      hands.formula(TAB, 'C1'),
      hands.formula(TAB, 'D1'),
      hands.formula('Autre', 'A1'),
    ]).toEqual(['=A4*2', '=SUM(A1:A4)', '=$A$4', "='Feuille 1'!A4+1"]);
    hands.deleteRow(TAB, 4);
    expect([hands.formula(TAB, 'C1'), hands.formula(TAB, 'D1'), hands.formula('Autre', 'A1')]).toEqual([
      '=SUM(A1:A3)',
      '=#REF!',
      '=#REF!+1',
    ]);
    hands.insertColumn(TAB, 1);
    expect(hands.formula(TAB, 'D1')).toBe('=SUM(B1:B3)');
    expect(hands.rows(TAB)[0]?.[3]).toBe(3);
  });

  test('a renamed tab is renamed in formulas', () => {
    const { hands } = createDesk();
    hands.addTab('Autre');
    hands.type('Autre', 'A1', "='Feuille 1'!B2");
    hands.renameTab(TAB, 'Élèves');
    expect(hands.formula('Autre', 'A1')).toBe("='Élèves'!B2");
  });

  test('a moved column takes its cells, looks and references along', () => {
    const desk = createDesk();
    const { hands } = desk;
    hands.type(TAB, 'A1', '5');
    hands.type(TAB, 'B1', '=A1*2');
    hands.type(TAB, 'C1', 'c');
    desk.run(`${SHEET} sheet.getRange('A1').setFontWeight('bold'); sheet.setColumnWidth(1, 300);`);
    hands.moveColumn(TAB, 1, 4);
    expect(hands.rows(TAB)).toEqual([[10, 'c', 5]]);
    expect(hands.formula(TAB, 'A1')).toBe('=C1*2');
    expect(
      desk.run(
        `${SHEET} return [sheet.getRange('C1').getFontWeight(), sheet.getColumnWidth(3), sheet.getColumnWidth(1)]`,
      ),
    ).toEqual(['bold', 300, 100]);
  });

  test('new rows look like the row before them', () => {
    const formats = createDesk().run(`${SHEET}
      sheet.getRange('A2').setNumberFormat('@');
      sheet.insertRowsAfter(2, 2);
      sheet.insertRowsBefore(2, 1);
      return [1, 2, 3, 4, 5, 6].map((row) => sheet.getRange(row, 1).getNumberFormat());`);
    const plain = '0.###############';
    expect(formats).toEqual([plain, '@', '@', '@', '@', plain]);
  });

  test('filters, protections, named ranges, metadata, notes and frozen rows follow', () => {
    const seen = createDesk().run(`${SHEET}
      sheet.setFrozenRows(1);
      sheet.getRange('A1:C10').createFilter();
      sheet.getRange('B5:B6').protect().setDescription('ours');
      ss.setNamedRange('zone', sheet.getRange('C4'));
      sheet.getRange('7:7').addDeveloperMetadata('row', '7');
      sheet.getRange('C4').setNote('here');
      sheet.insertRowsBefore(3, 2);
      sheet.insertColumnBefore(1);
      const row = sheet.createDeveloperMetadataFinder().withKey('row').find()[0].getLocation().getRow();
      return [
        sheet.getFilter().getRange().getA1Notation(),
        sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation(),
        ss.getRangeByName('zone').getA1Notation(), row.getRow(), sheet.getRange('D6').getNote(), sheet.getFrozenRows(),
      ];`);
    expect(seen).toEqual(['B1:D12', 'C7:C8', 'D6', 9, 'here', 1]);
  });

  test('metadata of a deleted row or tab is gone', () => {
    const counts = createDesk().run(`${SHEET}
      const other = ss.insertSheet('Other');
      other.addDeveloperMetadata('id', 'x');
      sheet.getRange('3:3').addDeveloperMetadata('row');
      const count = () => ss.createDeveloperMetadataFinder().find().length;
      const before = count();
      sheet.deleteRow(3);
      const between = count();
      ss.deleteSheet(other);
      return [before, between, count()];`);
    expect(counts).toEqual([2, 1, 0]);
  });

  test('the last row and column are those with content, whatever looks and notes say', () => {
    const seen = createDesk().run(`${SHEET}
      sheet.getRange('B3').setValue('x');
      sheet.getRange('Z900').setBackground('red').setNote('n').setNumberFormat('@');
      sheet.getRange('D4').setFormula('=""');
      return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`);
    expect(seen).toEqual([4, 4, 'A1:D4']);
  });

  test('appendRow writes below the content, and opens a row when the grid is full', () => {
    const seen = createDesk().run(`${SHEET}
      sheet.deleteRows(3, 998);
      sheet.appendRow(['a', 1]).appendRow(['=1+1']).appendRow(['c']);
      return [sheet.getMaxRows(), sheet.getDataRange().getValues()];`);
    expect(seen).toEqual([
      3,
      [
        ['a', 1],
        [2, ''],
        ['c', ''],
      ],
    ]);
  });

  test('a text that a filter hides hides its rows, below the header', () => {
    const seen = createDesk().run(`${SHEET}
      const range = sheet.getRange('A1:A3').setValues([['x'], ['x'], ['y']]);
      range.createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build());
      return [1, 2, 3].map((row) => sheet.isRowHiddenByFilter(row));`);
    expect(seen).toEqual([false, true, false]);
  });

  test.each([
    'range.setValue(1)',
    'range.getValue()',
    "range.setNumberFormat('@')",
    "range.copyTo(sheet.getRange('A1'))",
  ])('a range whose rows a user took away meanwhile refuses %s', (call) => {
    const desk = createDesk();
    desk.machine.faults.hook(
      'after',
      1,
      () => {
        desk.hands.deleteRow(TAB, 1000);
      },
      { method: 'Sheet.getRange' },
    );
    const message = messageOf(() => desk.run(`${SHEET} const range = sheet.getRange('A1000'); ${call};`));
    expect(message).toBe('The coordinates of the range are outside the dimensions of the sheet.');
  });

  test('what waits is refused when a user takes its rows away before the flush', () => {
    const desk = createDesk();
    desk.machine.faults.hook(
      'before',
      1,
      () => {
        desk.hands.deleteRow(TAB, 1000);
      },
      { method: 'SpreadsheetApp.flush' },
    );
    const script = `${SHEET} sheet.getRange('A1000').setValue(1); SpreadsheetApp.flush();`;
    expect(messageOf(() => desk.run(script))).toBe(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
  });

  test('what a formula shows is computed anew after a tab is deleted', () => {
    const { hands } = createDesk();
    hands.addTab('Autre');
    hands.type('Autre', 'A1', '7');
    hands.type(TAB, 'A1', '=Autre!A1');
    expect(hands.rows(TAB)).toEqual([[7]]);
    hands.deleteTab('Autre');
    expect(hands.rows(TAB)).toEqual([['#REF!']]);
  });
});
