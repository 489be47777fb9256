import { createDesk, messageOf } from './desk';

/** What a written text becomes in a cell: its value, formula and number format. */
function written(
  text: string,
  locale = 'fr_FR',
  format?: string,
): { value: unknown; formula: unknown; format: unknown } {
  const result = createDesk(locale).run(`
    const cell = SpreadsheetApp.getActiveSheet().getRange('B2');
    if (${JSON.stringify(format ?? null)}) cell.setNumberFormat(${JSON.stringify(format ?? null)});
    cell.setValues([[${JSON.stringify(text)}]]);
    return { value: cell.getValue(), formula: cell.getFormula(), format: cell.getNumberFormat() };
  `);
  return result as { value: unknown; formula: unknown; format: unknown };
}

// Sources: developers.google.com, Range.setValues and Sheets API ValueInputOption; support.google.com, "Format numbers".
describe('setValues turns a text into what a user would get by typing it', () => {
  test.each([
    ['00123', 123],
    ['1e5', 100000],
    ['12345678901234567890', 12345678901234600000],
    ['+33612345678', 33612345678],
    ['-5', -5],
    ['1,5', 1.5],
    ['1 234,5', 1234.5],
    ['(5)', -5],
    ['TRUE', true],
    ['VRAI', true],
    ['faux', false],
    ['10%', 0.1],
    ['5,00 €', 5],
  ])('in French, %s becomes a value that is no text', (text, value) => {
    expect(written(text).value).toBe(value);
  });

  test.each([
    ['12.5', 12.5],
    ['1,234.5', 1234.5],
    ['$5.00', 5],
    ['1,5', '1,5'],
    ['VRAI', 'VRAI'],
  ])('in American English, %s becomes %p', (text, value) => {
    expect(written(text, 'en_US').value).toBe(value);
  });

  test.each([
    ['=1+1', '=1+1', 2],
    ['=SUM(1,2)&"x"', '=SUM(1,2)&"x"', '3x'],
    ['=IMPORTXML("https://evil.example")', '=IMPORTXML("https://evil.example")', '#NAME?'],
    ['=cmd|calc', '=cmd|calc', '#ERROR!'],
  ])('%s is a formula', (text, formula, value) => {
    expect(written(text)).toMatchObject({ formula, value });
  });

  // Not verified on Google: the dangerous reading is taken.
  test.each([
    ['+1+1', 2],
    ['-abc', '#NAME?'],
    ['+1-555-0100', -654],
  ])('%s, an expression that starts with a sign, is a formula', (text, value) => {
    expect(written(text)).toMatchObject({ formula: `=${text}`, value });
  });

  test.each([
    '@x',
    '- un point',
    '+33 6 12 34 56 78',
    '2026-10-02T10:30:00Z',
    'abc',
    '12 rue de la Paix',
    '=',
    '1/2/3/4',
    ' ',
  ])('%p stays text', (text) => {
    expect(written(text)).toMatchObject({ value: text, formula: '' });
  });

  test('a leading apostrophe keeps the rest as text and is not part of the value', () => {
    expect(written("'=1+1")).toMatchObject({ value: '=1+1', formula: '' });
    expect(written("'007").value).toBe('007');
  });

  test('a plain-text cell keeps what is typed, but a formula, which is not verified on Google, stays one', () => {
    expect(written('007', 'fr_FR', '@').value).toBe('007');
    expect(written('1/2', 'fr_FR', '@').value).toBe('1/2');
    expect(written('=1+1', 'fr_FR', '@')).toMatchObject({ formula: '=1+1', value: 2 });
  });
});

describe('setValues reads dates by the spreadsheet locale', () => {
  test.each([
    ['1/2', 'fr_FR', Date.UTC(2026, 0, 31, 23), 'd/m'],
    ['1/2', 'en_US', Date.UTC(2026, 0, 1, 23), 'm/d'],
    ['2/1/2026', 'fr_FR', Date.UTC(2026, 0, 1, 23), 'dd/MM/yyyy'],
    ['02/01/2026 10:30', 'fr_FR', Date.UTC(2026, 0, 2, 9, 30), 'dd/MM/yyyy HH:mm:ss'],
    ['2026-07', 'fr_FR', Date.UTC(2026, 5, 30, 22), 'yyyy-mm'],
    ['2026-10-02', 'fr_FR', Date.UTC(2026, 9, 1, 22), 'yyyy-mm-dd'],
    ['2026-10-02 10:30:00', 'en_US', Date.UTC(2026, 9, 2, 8, 30), 'yyyy-mm-dd hh:mm:ss'],
    ['2 février 2026', 'fr_FR', Date.UTC(2026, 1, 1, 23), 'dd/MM/yyyy'],
    ['Feb 2, 2026', 'en_US', Date.UTC(2026, 1, 1, 23), 'M/d/yyyy'],
  ])('%s in %s', (text, locale, instant, format) => {
    const result = written(text, locale);
    expect((result.value as Date).getTime()).toBe(instant);
    expect(result.format).toBe(format);
  });

  test('a time of day is a part of a day', () => {
    const desk = createDesk();
    desk.hands.type('Feuille 1', 'A1', '10:30');
    expect(desk.hands.serials('Feuille 1')).toEqual([[0.4375]]);
    expect(desk.hands.formats('Feuille 1')).toEqual([['HH:mm']]);
  });

  test('a date that the calendar lacks stays text', () => {
    expect(written('31/2/2026').value).toBe('31/2/2026');
    expect(written('13/13').value).toBe('13/13');
  });
});

describe('setValues writes what is no text as it is', () => {
  test('null, undefined and the empty text empty a cell', () => {
    const values = createDesk().run(`
      const range = SpreadsheetApp.getActiveSheet().getRange('A1:C1').setValues([[1, 2, 3]]);
      range.setValues([[null, undefined, '']]);
      return [range.getValues()[0], range.isBlank(), SpreadsheetApp.getActiveSheet().getLastRow()];
    `);
    expect(values).toEqual([['', '', ''], true, 0]);
  });

  test('a Date is stored as a serial number in the spreadsheet time zone, with the default date format', () => {
    const desk = createDesk('fr_FR', 'America/New_York');
    desk.run(
      `SpreadsheetApp.getActiveSheet().getRange('A1:A2').setValues([[new Date(Date.UTC(2026, 0, 2, 5))], [new Date(Date.UTC(2026, 0, 2, 17))]])`,
    );
    expect(desk.hands.serials('Feuille 1')).toEqual([[46024], [46024.5]]);
    expect(desk.hands.formats('Feuille 1')).toEqual([['dd/MM/yyyy'], ['dd/MM/yyyy HH:mm:ss']]);
  });

  test('a Date in a cell with a number format becomes a number', () => {
    const value = createDesk().run(`
      return SpreadsheetApp.getActiveSheet().getRange('A1').setNumberFormat('0.00').setValue(new Date(Date.UTC(2026, 0, 1, 23))).getValue()`);
    expect(value).toBe(46024);
  });

  test('the same instant comes back on both sides of the change to summer time', () => {
    const desk = createDesk();
    const instants = [Date.UTC(2026, 2, 29, 0, 59), Date.UTC(2026, 2, 29, 1, 1), Date.UTC(2026, 6, 1, 12, 34, 56)];
    const back = desk.run(`
      const range = SpreadsheetApp.getActiveSheet().getRange('A1:C1');
      range.setValues([${JSON.stringify(instants)}.map((each) => new Date(each))]);
      return range.getValues()[0].map((each) => each.getTime());`);
    expect(back).toEqual(instants);
  });

  test('a number in a date format comes back as a Date of the script', () => {
    const isDate = createDesk().run(`
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1').setValue(46024).setNumberFormat('yyyy-mm-dd');
      return [cell.getValue() instanceof Date, cell.getDisplayValue(), cell.setNumberFormat('general').getValue()];`);
    expect(isDate).toEqual([true, '2026-01-02', 46024]);
  });

  test('a text over 50,000 characters is refused in Google words', () => {
    const desk = createDesk();
    const cell = (length: number): unknown =>
      desk.run(`SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'.repeat(${String(length)}))`);
    cell(50000);
    expect(messageOf(() => cell(50001))).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });
});
