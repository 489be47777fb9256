import type { Project } from '../../local/apps-script/project';
import { type AddOn, buildAddOn, openAddOn } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { spreadsheetTimeZone: 'America/Cayenne' });
});

describe('the sidebar', () => {
  it.each([
    ['openSidebar', 'connections'],
    ['openSettings', 'settings'],
    ['openHistory', 'history'],
    ['openHelp', 'help'],
  ])('is opened by %s on %s', (handler, name) => {
    addOn.click(handler);
    expect(addOn.page()).toEqual({ language: 'fr', timeZone: 'America/Cayenne', view: { name } });
    expect(addOn.workbook.shown.at(-1)).toMatchObject({ kind: 'sidebar', title: 'Sync' });
  });

  it('is told the language that the user chose', () => {
    addOn.call('chooseLanguage', 'en');
    addOn.click('openHelp');
    expect(addOn.page().language).toBe('en');
  });

  it('is handed every character as it is', () => {
    const id = `"a'<b>&amp;\\ </script><?= 1 ?>é\n`;
    const { document } = addOn.machine.state.properties;
    document['connection.odd'] = JSON.stringify({
      id,
      connector: 'library',
      title: id,
      settings: {},
      streams: [],
      owner: '',
      createdAt: '',
    });
    addOn.click('editConnection1');
    expect(addOn.page().view).toEqual({ name: 'edit', connection: id });
  });

  it('says why it cannot be opened', () => {
    addOn.machine.faults.fail(1, 'Service error: Spreadsheets', { method: 'Spreadsheet.getSpreadsheetTimeZone' });
    addOn.click('openSidebar');
    expect(addOn.shown()).toEqual([expect.stringContaining('« Service error: Spreadsheets »') as string]);
  });
});
