import type { Project } from '../../local/apps-script/project';
import { addWorkbook } from '../../local/apps-script/spreadsheet/documents';
import { copyTab } from '../../local/apps-script/spreadsheet/tabs';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { tabByName, type Workbook } from '../../local/apps-script/spreadsheet/workbook';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { type AddOn, buildAddOn, openAddOn } from './add-on';

const harbour = { connector: 'harbour', settings: { entry: 'guest' } };

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function sync(draft: object): string {
  const result = addOn.call('saveConnection', draft) as Result<ConnectionView>;
  if (!result.ok) throw new Error(result.advice);
  expect(addOn.call('runNow', [result.value.id])).toMatchObject({ value: { state: 'finished' } });
  return result.value.id;
}

function handsOn(workbook: Workbook): UserHands {
  return createUserHands(workbook, () => addOn.machine.state.now);
}

function remembered(id: string): string[] {
  const { document, user } = addOn.machine.state.properties;
  return Object.keys({ ...document, ...user }).filter((name) => name.includes(id));
}

const KEEPS = { ok: true, value: null };

describe('a connection that is removed', () => {
  it('leaves its tabs, and nothing that was remembered of it', () => {
    const id = sync(harbour);
    expect(remembered(id)).toContain(`last.${id}`);
    expect(addOn.call('removeConnection', id, 'keep')).toEqual(KEEPS);
    expect(remembered(id)).toEqual([]);
    expect(handsOn(addOn.workbook).tabs()).toEqual(expect.arrayContaining(['Capitaines', 'Bateaux']));
  });

  it('takes its tabs along, whatever they are called, and those of no other', () => {
    const id = sync(harbour);
    sync({ connector: 'library', settings: {} });
    handsOn(addOn.workbook).renameTab('Bateaux', 'Ma flotte');
    expect(addOn.call('removeConnection', id, 'delete')).toEqual(KEEPS);
    const tabs = handsOn(addOn.workbook).tabs();
    for (const gone of ['Capitaines', 'Ma flotte']) expect(tabs).not.toContain(gone);
    expect(tabs).toEqual(expect.arrayContaining(['Livres', 'Historique']));
  });

  it('leaves the copies that the user made of its tabs', () => {
    const id = sync(harbour);
    const tab = tabByName(addOn.workbook, 'Bateaux');
    if (!tab) throw new Error('There is no tab');
    const copy = copyTab(tab, addOn.workbook).name;
    const tag = addOn.workbook.metadata.find(({ sheetId }) => sheetId === tab.id);
    if (!tag) throw new Error('There is no metadata');
    addOn.workbook.metadata.push({ ...tag, id: tag.id + 1000, sheetId: tabByName(addOn.workbook, copy)?.id ?? 0 });
    addOn.call('removeConnection', id, 'delete');
    expect(handsOn(addOn.workbook).tabs()).toContain(copy);
    expect(handsOn(addOn.workbook).tabs()).not.toContain('Bateaux');
  });

  it('takes them out of the spreadsheet that it fills', () => {
    const reports = addWorkbook(addOn.machine.documents, 'Rapports', 'fr_FR', 'Europe/Paris');
    const id = sync({ ...harbour, spreadsheet: reports.id });
    sync(harbour);
    addOn.call('removeConnection', id, 'delete');
    expect(handsOn(reports).tabs()).not.toContain('Bateaux');
    expect(handsOn(addOn.workbook).tabs()).toContain('Bateaux');
  });

  it('leaves an empty tab where its own were the last that can be seen', () => {
    const reports = addWorkbook(addOn.machine.documents, 'Rapports', 'fr_FR', 'Europe/Paris');
    const id = sync({ ...harbour, spreadsheet: reports.id });
    for (const name of handsOn(reports).tabs()) {
      if (!['Bateaux', 'Capitaines'].includes(name)) handsOn(reports).deleteTab(name);
    }
    expect(addOn.call('removeConnection', id, 'delete')).toEqual(KEEPS);
    const [only = '', ...more] = handsOn(reports).tabs();
    expect(more).toEqual([]);
    expect(handsOn(reports).rows(only)).toEqual([]);
  });

  it('goes although its spreadsheet cannot be opened any more, but for its tabs, and then says so', () => {
    const reports = addWorkbook(addOn.machine.documents, 'Rapports', 'fr_FR', 'Europe/Paris');
    const id = sync({ ...harbour, spreadsheet: reports.id });
    addOn.machine.documents.workbooks.delete(reports.id);
    const answer = addOn.call('removeConnection', id, 'delete') as Result<null>;
    expect(answer).toMatchObject({ ok: false, kind: 'SettingsError', field: 'spreadsheet' });
    expect(answer.ok ? '' : answer.advice).toContain('en gardant ses onglets');
    expect(remembered(id)).toContain(`connection.${id}`);
    expect(addOn.call('removeConnection', id, 'keep')).toEqual(KEEPS);
    expect(remembered(id)).toEqual([]);
  });

  it('stays with its tabs where Google does not delete one, and says which', () => {
    const id = sync(harbour);
    addOn.machine.faults.fail(1, 'You are trying to edit a protected cell or object.', {
      method: 'Spreadsheet.deleteSheet',
    });
    const answer = addOn.call('removeConnection', id, 'delete') as Result<null>;
    expect(answer).toMatchObject({ ok: false, kind: 'DataError' });
    expect(answer.ok ? '' : answer.advice).toMatch(/« (Capitaines|Bateaux) »/);
    expect(remembered(id)).toContain(`connection.${id}`);
  });

  it('is not removed while a run writes', () => {
    const id = sync(harbour);
    let answer: unknown;
    addOn.machine.faults.hook('after', 1, () => (answer = addOn.call('removeConnection', id, 'delete')), {
      method: 'Lock.tryLock',
      within: 'execution',
    });
    addOn.call('runNow', [id]);
    expect(answer).toMatchObject({ ok: false, kind: 'BusyError' });
    expect(handsOn(addOn.workbook).tabs()).toContain('Bateaux');
  });

  it('may have been removed by somebody else meanwhile', () => {
    expect(addOn.call('removeConnection', '0123456789', 'delete')).toEqual(KEEPS);
  });
});
