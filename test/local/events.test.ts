import { createMachine } from '../../local/apps-script/machine';
import { project } from './script';

const EVENTS = project(`
  function onOpen(e) {
    SpreadsheetApp.getUi().createMenu('Sync').addItem('Go', 'go').addToUi();
    return [String(e.authMode), e.source.getId() === SpreadsheetApp.getActiveSpreadsheet().getId(), Object.keys(e)];
  }
  function onEdit(e) { return [e.range.getA1Notation(), e.value || null] }
  function go(e) { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('=1+1'); return SpreadsheetApp.getActiveSheet().getRange('A1').getValue() }
  function useSheets() { return Sheets.Spreadsheets.get(SpreadsheetApp.getActiveSpreadsheet().getId()).sheets.length }
`);

describe('a simple trigger (developers.google.com, Event objects)', () => {
  it('onOpen gets the mode, the spreadsheet and the user, and may add a menu', () => {
    const machine = createMachine();
    expect(machine.run(EVENTS, 'onOpen')).toMatchObject({ value: ['LIMITED', true, ['authMode', 'source', 'user']] });
    expect([...machine.documents.workbooks.values()][0]?.menus).toMatchObject([{ caption: 'Sync' }]);
  });

  it('onEdit gets the edited range, or what the caller says was edited', () => {
    const machine = createMachine();
    expect(machine.run(EVENTS, 'onEdit')).toMatchObject({ value: ['A1', null] });
    expect(machine.run(EVENTS, 'onEdit', [], { event: { value: 'x' } })).toMatchObject({ value: ['A1', 'x'] });
  });

  it('of a standalone script has no spreadsheet', () => {
    const script = project('function onOpen(e) { return Object.keys(e) }');
    expect(createMachine({ bound: false }).run(script, 'onOpen')).toMatchObject({ value: ['authMode', 'user'] });
  });
});

describe('an edit', () => {
  const SCRIPT = project(`
    function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create() }
    function tell(e) { return [e.range.getSheet().getName(), e.range.getA1Notation(), e.oldValue, e.value, e.user.email] }
    function onEdit(e) { return tell(e) }
    function installed(e) { return [...tell(e), typeof e.triggerUid] }`);
  const [anne, paul] = ['anne', 'paul'].map((name) => ({ email: `${name}@example.com`, locale: 'fr' }));

  it('is told to onEdit, and to installed triggers as their owners', () => {
    const machine = createMachine({ ...anne });
    machine.run(SCRIPT, 'install');
    const told = machine.edited({ tab: 0, row: 2, column: 3, oldValue: 'a', value: 'b' }, paul);
    expect(told).toMatchObject([
      { caller: 'simple', person: paul?.email, value: ['Feuille 1', 'C2', 'a', 'b', ''] },
      { caller: 'trigger', person: anne?.email, value: ['Feuille 1', 'C2', 'a', 'b', anne?.email, 'string'] },
    ]);
  });

  it('of a cell that was or is empty names no value', () => {
    const machine = createMachine();
    machine.run(SCRIPT, 'tell', [], { edit: { tab: 0, row: 1, column: 1 } });
    const script = project('function onEdit(e) { return Object.keys(e).sort() }');
    machine.project = script;
    expect(machine.edited({ tab: 0, row: 1, column: 1 })).toMatchObject([
      { value: ['authMode', 'range', 'source', 'user'] },
    ]);
  });

  it('is told to nobody when the script does not listen', () => {
    const machine = createMachine();
    machine.project = project('function main() {}');
    expect(machine.edited({ tab: 0, row: 1, column: 1 })).toEqual([]);
  });
});

it('a menu item writes cells, and the next execution finds them', () => {
  const machine = createMachine();
  expect(machine.run(EVENTS, 'go', [], { as: 'menu' })).toMatchObject({ status: 'done', value: 2 });
  expect(machine.run(EVENTS, 'useSheets')).toMatchObject({ status: 'done', value: 1 });
});

it('the spreadsheet has a locale and a time zone of its own', () => {
  const machine = createMachine({ spreadsheetLocale: 'en_US', spreadsheetTimeZone: 'America/New_York' });
  const script = project(`function main() {
    const file = SpreadsheetApp.getActiveSpreadsheet();
    return [file.getSpreadsheetLocale(), file.getSpreadsheetTimeZone(), Session.getScriptTimeZone()];
  }`);
  expect(machine.run(script, 'main')).toMatchObject({ value: ['en_US', 'America/New_York', 'Europe/Paris'] });
});
