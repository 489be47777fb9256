import { createDesk, messageOf, type Desk } from './desk';

const VALUES =
  'const ss = SpreadsheetApp.getActive(), id = ss.getId(), sheet = ss.getActiveSheet(), values = Sheets.Spreadsheets.Values;';
const run = (script: string, desk: Desk = createDesk()): unknown => desk.run(`${VALUES} ${script}`);

describe('the Sheets API', () => {
  // developers.google.com, Sheets API, ValueInputOption.
  test('RAW parses nothing: what looks like a formula, a date or a number stays text', () => {
    const desk = createDesk();
    run(
      "values.update({ values: [['=1+1', '007', '1/2', 'TRUE', \"'x\", true, 5]] }, id, \"'Feuille 1'!A1\", { valueInputOption: 'RAW' })",
      desk,
    );
    expect(desk.hands.rows('Feuille 1')).toEqual([['=1+1', '007', '1/2', 'TRUE', "'x", true, 5]]);
    expect(desk.hands.formulaCount('Feuille 1')).toBe(0);
  });

  test('null leaves a cell as it was and the empty text clears it', () => {
    const desk = createDesk();
    for (const [cell, text] of [
      ['A1', 'a'],
      ['B1', 'b'],
      ['C1', 'c'],
    ] as const)
      desk.hands.type('Feuille 1', cell, text);
    run("values.update({ values: [[null, '', 'z']] }, id, 'A1:C1', { valueInputOption: 'RAW' })", desk);
    expect(desk.hands.rows('Feuille 1')).toEqual([['a', '', 'z']]);
  });

  test('USER_ENTERED parses as typing does', () => {
    const desk = createDesk();
    run("values.update({ values: [['=1+1', '007']] }, id, 'A1:B1', { valueInputOption: 'USER_ENTERED' })", desk);
    expect(desk.hands.rows('Feuille 1')).toEqual([[2, 7]]);
  });

  test('answers leave out empty ends of rows and empty last rows', () => {
    const seen = run(
      "sheet.getRange('A1:C2').setValues([['a', '', ''], ['', 'b', '']]); SpreadsheetApp.flush(); return [values.get(id, 'A1:Z100').values, values.get(id, 'D5:E6').values]",
    );
    expect(seen).toEqual([[['a'], ['', 'b']], undefined]);
  });

  test('values come formatted, as numbers, or as formulas', () => {
    const seen = run(`
      sheet.getRange('A1:C1').setValues([[new Date(Date.UTC(2026, 0, 1, 23)), '=1/4', 'x']]);
      SpreadsheetApp.flush();
      const get = (valueRenderOption, dateTimeRenderOption) => values.get(id, 'A1:C1', { valueRenderOption, dateTimeRenderOption }).values[0];
      return [get(), get('UNFORMATTED_VALUE'), get('FORMULA'), get('UNFORMATTED_VALUE', 'FORMATTED_STRING')];`);
    expect(seen).toEqual([
      ['02/01/2026', '0,25', 'x'],
      [46024, 0.25, 'x'],
      [46024, '=1/4', 'x'],
      ['02/01/2026', 0.25, 'x'],
    ]);
  });

  test('batchUpdate writes scattered ranges in one call and counts them', () => {
    const desk = createDesk();
    const seen = run(
      "return values.batchUpdate({ valueInputOption: 'RAW', data: [{ range: 'A1:B1', values: [['a', 'b']] }, { range: \"'Feuille 1'!C5\", values: [[1], [2]] }] }, id)",
      desk,
    );
    expect(seen).toMatchObject({
      totalUpdatedCells: 4,
      totalUpdatedRows: 3,
      totalUpdatedSheets: 1,
      responses: [{ updatedRange: "'Feuille 1'!A1:B1" }, { updatedRange: "'Feuille 1'!C5:C6" }],
    });
    expect(desk.hands.rows('Feuille 1')[5]).toEqual(['', '', 2]);
  });

  test('nothing is written when one range of a call is refused', () => {
    const desk = createDesk();
    const message = messageOf(() =>
      run(
        "values.batchUpdate({ valueInputOption: 'RAW', data: [{ range: 'A1', values: [['a']] }, { range: 'Nowhere!A1', values: [['b']] }] }, id)",
        desk,
      ),
    );
    expect(message).toBe(
      'API call to sheets.spreadsheets.values.batchUpdate failed with error: Invalid data[1]: Unable to parse range: Nowhere!A1',
    );
    expect(desk.hands.rows('Feuille 1')).toEqual([]);
  });

  test.each([
    [
      "values.get(id, 'A1001')",
      "sheets.spreadsheets.values.get failed with error: Range ('Feuille 1'!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    [
      "values.update({ values: [[1], [2]] }, id, 'A1000', { valueInputOption: 'RAW' })",
      "sheets.spreadsheets.values.update failed with error: Range ('Feuille 1'!A1000) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    [
      "values.update({ values: [[1], [2]] }, id, 'A1:A1', { valueInputOption: 'RAW' })",
      'sheets.spreadsheets.values.update failed with error: Requested writing within range [A1:A1], but tried writing to row [2]',
    ],
    [
      "values.update({ values: [[1]] }, id, 'A1')",
      "sheets.spreadsheets.values.update failed with error: 'valueInputOption' is required but not specified",
    ],
    [
      "values.get('unknown', 'A1')",
      'sheets.spreadsheets.values.get failed with error: Requested entity was not found.',
    ],
    [
      "values.update({ values: [['x'.repeat(50001)]] }, id, 'A1', { valueInputOption: 'RAW' })",
      'sheets.spreadsheets.values.update failed with error: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      "values.update({ values: Array(50).fill(['x'.repeat(50000)]) }, id, 'A1', { valueInputOption: 'RAW' })",
      'sheets.spreadsheets.values.update failed with error: Request payload size exceeds the limit: 2000000 bytes.',
    ],
  ])('refuses %s', (script, message) => {
    expect(messageOf(() => run(script))).toBe(`API call to ${message}`);
  });

  // developers.google.com, Sheets API, "Usage limits": 60 reads and 60 writes a minute and user.
  test.each([
    ["values.get(id, 'A1')", 'values.get', 'Read'],
    ["values.clear({}, id, 'A1')", 'values.clear', 'Write'],
  ])('%s is refused the 61st time in a minute', (call, method, kind) => {
    const desk = createDesk();
    run(`for (let i = 0; i < 60; i++) ${call};`, desk);
    const message = messageOf(() => run(call, desk));
    expect(message).toMatch(new RegExp(`^API call to sheets.spreadsheets.${method} failed with error: .*${kind}`));
    desk.machine.advance(60_000);
    run(call, desk);
  });

  test('get answers the fields that are asked for', () => {
    const seen = run(
      "sheet.addDeveloperMetadata('sync', 'a'); sheet.setFrozenRows(1); return Sheets.Spreadsheets.get(id, { fields: 'properties(timeZone,locale),sheets(properties(sheetId,title,gridProperties.frozenRowCount),developerMetadata(metadataKey,metadataValue))' })",
    );
    expect(seen).toEqual({
      properties: { locale: 'fr_FR', timeZone: 'Europe/Paris' },
      sheets: [
        {
          properties: { sheetId: 0, title: 'Feuille 1', gridProperties: { frozenRowCount: 1 } },
          developerMetadata: [{ metadataKey: 'sync', metadataValue: 'a' }],
        },
      ],
    });
  });

  test('requests add tabs and grow and shrink grids', () => {
    const seen = run(`
      const { replies } = Sheets.Spreadsheets.batchUpdate({ requests: [
        { addSheet: { properties: { title: 'Neuf', gridProperties: { rowCount: 5, columnCount: 2 } } } },
        { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 10 } },
        { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 } } },
      ] }, id);
      return [replies[0].addSheet.properties.title, ss.getSheetByName('Neuf').getMaxRows(), sheet.getMaxRows(), sheet.getMaxColumns()];`);
    expect(seen).toEqual(['Neuf', 5, 1010, 24]);
  });

  // developers.google.com, Sheets API, UpdateCellsRequest, ExtendedValue and InsertDimensionRequest.
  test('requests write cells as they are said, and insert rows that look like those after them', () => {
    const desk = createDesk();
    run(
      `sheet.getRange('A1:A2').setNumberFormats([['0.00'], ['@']]); sheet.getRange('B3').setValue('old');
      SpreadsheetApp.flush();
      const number = (numberValue) => ({ userEnteredValue: { numberValue } });
      const update = (rowIndex, values) => ({ updateCells: { start: { sheetId: 0, rowIndex, columnIndex: 0 }, rows: [{ values }], fields: 'userEnteredValue' } });
      Sheets.Spreadsheets.batchUpdate({ requests: [
        update(2, [number(3), {}, { userEnteredValue: { boolValue: true } }]),
        { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 }, inheritFromBefore: false } },
        update(1, [{ userEnteredValue: { stringValue: '=1+1' } }]),
      ] }, id);`,
      desk,
    );
    expect(desk.hands.rows('Feuille 1')).toEqual([
      ['', '', ''],
      ['=1+1', '', ''],
      ['', '', ''],
      ['', '', ''],
      [3, '', true],
    ]);
    expect(desk.hands.formulaCount('Feuille 1')).toBe(0);
    expect(desk.hands.formats('Feuille 1').map(([format]) => format)).toEqual(['0.00', '@', '@', '@', null]);
  });
});

// developers.google.com, Apps Script, "Best practices": SpreadsheetApp bundles writes until a read or flush.
describe('writes of SpreadsheetApp that still wait', () => {
  const write = "sheet.getRange('A1').setValue('new');";
  const apiSees = "values.get(id, 'A1').values";

  test('are not seen by the Sheets API before a flush', () => {
    expect(run(`${write} const before = ${apiSees}; SpreadsheetApp.flush(); return [before, ${apiSees}];`)).toEqual([
      undefined,
      [['new']],
    ]);
  });

  test('are seen by SpreadsheetApp itself, whose reading carries them out', () => {
    expect(run(`${write} const own = sheet.getRange('A1').getValue(); return [own, ${apiSees}];`)).toEqual([
      'new',
      [['new']],
    ]);
  });

  test('include rows that were opened', () => {
    const seen = run(
      'sheet.insertRowsAfter(1000, 5); const rows = () => Sheets.Spreadsheets.get(id).sheets[0].properties.gridProperties.rowCount; const before = rows(); sheet.getMaxRows(); return [before, rows()];',
    );
    expect(seen).toEqual([1000, 1005]);
  });

  test('arrive when the execution ends or is killed, unless the machine is set to lose those of a kill', () => {
    const value = (unflushed: 'arrive' | 'lost', ending: 'done' | 'killed'): unknown => {
      const desk = createDesk();
      desk.documents.unflushed = unflushed;
      if (ending === 'killed') desk.machine.faults.kill('after', 1, { method: 'Range.setValue' });
      if (ending === 'killed') expect(messageOf(() => run(write, desk))).toBe('Killed after Range.setValue');
      else run(write, desk);
      return desk.hands.rows('Feuille 1')[0]?.[0];
    };
    expect([
      value('arrive', 'done'),
      value('arrive', 'killed'),
      value('lost', 'done'),
      value('lost', 'killed'),
    ]).toEqual(['new', 'new', 'new', undefined]);
  });
});
