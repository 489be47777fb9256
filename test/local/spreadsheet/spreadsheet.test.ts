import { createDesk, messageOf } from './desk';

const SS = 'const ss = SpreadsheetApp.getActiveSpreadsheet();';

describe('a spreadsheet', () => {
  test('finds its tabs by name, id and place', () => {
    const seen = createDesk().run(`${SS}
      const tab = ss.insertSheet('Suivi', 0);
      return [ss.getSheets().map((each) => each.getName()), tab.getIndex(), ss.getSheetByName('Suivi').getSheetId() === tab.getSheetId(),
        ss.getSheetById(tab.getSheetId()).getName(), ss.getSheetByName('suivi'), ss.getSheetById(12), ss.getActiveSheet().getName(), ss.getNumSheets()];`);
    expect(seen).toEqual([['Suivi', 'Feuille 1'], 1, true, 'Suivi', null, null, 'Suivi', 2]);
  });

  test.each([
    ["ss.insertSheet('Feuille 1')", 'A sheet with the name "Feuille 1" already exists. Please enter another name.'],
    [
      "ss.insertSheet('x').setName('feuille 1')",
      'A sheet with the name "feuille 1" already exists. Please enter another name.',
    ],
    ['ss.deleteSheet(ss.getSheets()[0])', "You can't remove all the sheets in a document."],
    ['ss.getSheets()[0].hideSheet()', "You can't hide all the sheets in a document."],
    [
      'for (let i = 0; i < 200; i++) ss.insertSheet()',
      'This action would increase the number of sheets in the workbook above the limit of 200 sheets.',
    ],
    [
      "SpreadsheetApp.openById('nowhere')",
      'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    ],
    [
      'ss.getSheets()[0].insertImage("x", 1, 1)',
      'The local Apps Script has no Sheet.insertImage: add it, or do without.',
    ],
  ])('%s is refused', (script, message) => {
    expect(messageOf(() => createDesk().run(`${SS} ${script}`))).toBe(message);
  });

  test('a copied tab has cells, looks and another name', () => {
    const seen = createDesk().run(`${SS}
      ss.getSheets()[0].getRange('A1:B1').setValues([[2, '=A1*3']]).setFontWeight('bold');
      const copy = ss.duplicateActiveSheet();
      copy.getRange('A1').setValue(5);
      return [copy.getName(), copy.getRange('B1').getValue(), copy.getRange('B1').getFontWeight(), ss.getSheets()[0].getRange('B1').getValue()];`);
    expect(seen).toEqual(['Copie de Feuille 1', 15, 'bold', 6]);
  });

  // developers.google.com, Spreadsheet.createDeveloperMetadataFinder and Range.createDeveloperMetadataFinder.
  test('developer metadata is found in its scope', () => {
    const seen = createDesk().run(`${SS}
      const sheet = ss.getSheets()[0];
      ss.addDeveloperMetadata('where', 'file');
      sheet.addDeveloperMetadata('where', 'tab', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.getRange('3:3').addDeveloperMetadata('where', 'row');
      const values = (finder) => finder.withKey('where').find().map((each) => each.getValue());
      const tab = sheet.getDeveloperMetadata()[0];
      return [values(ss.createDeveloperMetadataFinder()), values(sheet.createDeveloperMetadataFinder()), values(sheet.getRange('A1:D5').createDeveloperMetadataFinder()),
        values(sheet.getRange('1:5').createDeveloperMetadataFinder()), ss.getDeveloperMetadata().length, tab.getLocation().getSheet().getName(),
        tab.getVisibility() === SpreadsheetApp.DeveloperMetadataVisibility.PROJECT];`);
    expect(seen).toEqual([['file', 'tab', 'row'], ['tab', 'row'], [], ['row'], 1, 'Feuille 1', true]);
  });

  test('metadata can be changed and removed', () => {
    const seen = createDesk().run(`${SS}
      ss.addDeveloperMetadata('k', 'v');
      const entry = ss.getDeveloperMetadata()[0].setValue('w');
      const value = ss.getDeveloperMetadata()[0].getValue();
      entry.remove();
      return [value, ss.getDeveloperMetadata().length];`);
    expect(seen).toEqual(['w', 0]);
  });
});

describe('the user interface', () => {
  const UI = 'const ui = SpreadsheetApp.getUi();';

  test('puts menus up that a user can click through', () => {
    const desk = createDesk();
    desk.run(
      `${UI} ui.createMenu('Sync').addItem('Maintenant', 'syncNow').addSeparator().addSubMenu(ui.createMenu('Plus').addItem('Historique', 'history')).addToUi();`,
      { authMode: 'LIMITED', as: 'simple' },
    );
    expect(desk.hands.menuFunction('Sync', 'Plus', 'Historique')).toBe('history');
    expect(messageOf(() => desk.hands.menuFunction('Sync', 'Hier'))).toMatch(/^No menu item "Hier"/);
  });

  test('asks, takes the answers that wait, and is closed when none does', () => {
    const desk = createDesk();
    desk.documents.answers.push({ button: 'YES' }, { button: 'OK', text: 'clé' });
    const seen = desk.run(`${UI}
      const sure = ui.alert('Sync', 'Sûr ?', ui.ButtonSet.YES_NO) === ui.Button.YES;
      const typed = ui.prompt('Votre clé');
      return [sure, typed.getResponseText(), typed.getSelectedButton() === ui.Button.OK, String(ui.alert('Fini')), String(ui.alert('Encore ?', ui.ButtonSet.YES_NO))];`);
    expect(seen).toEqual([true, 'clé', true, 'OK', 'CLOSE']);
    expect(desk.workbook.shown.map(({ kind, title, text }) => [kind, title, text])).toEqual([
      ['alert', 'Sync', 'Sûr ?'],
      ['prompt', '', 'Votre clé'],
      ['alert', '', 'Fini'],
      ['alert', '', 'Encore ?'],
    ]);
  });

  test('toasts are kept', () => {
    const desk = createDesk();
    desk.run(`${SS} ss.toast('12 lignes', 'Sync', -1);`);
    expect(desk.workbook.shown).toEqual([{ kind: 'toast', title: 'Sync', text: '12 lignes' }]);
  });

  test('is refused to a trigger', () => {
    expect(messageOf(() => createDesk().run(UI, { as: 'trigger' }))).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  test('is all that an add-on sees before it is enabled in the file', () => {
    const desk = createDesk();
    desk.run(`${UI} ui.createAddonMenu().addItem('Activer', 'enable').addToUi();`, { authMode: 'NONE' });
    expect(desk.hands.menuFunction('Extensions', 'Activer')).toBe('enable');
    expect(messageOf(() => desk.run(SS, { authMode: 'NONE' }))).toBe(
      'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.',
    );
  });

  test('a custom function reads but does not write', () => {
    const desk = createDesk();
    const script = 'const cell = SpreadsheetApp.getActiveSheet().getRange("A1"); cell.getValue();';
    desk.run(script, { authMode: 'CUSTOM_FUNCTION', as: 'custom' });
    expect(
      messageOf(() => desk.run(`${script} cell.setValue(1);`, { authMode: 'CUSTOM_FUNCTION', as: 'custom' })),
    ).toBe('You do not have permission to perform that action.');
  });
});
