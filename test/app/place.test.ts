import { addWorkbook } from '../../local/apps-script/spreadsheet/documents';
import type { Project } from '../../local/apps-script/project';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Workbook } from '../../local/apps-script/spreadsheet/workbook';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

let project: Project;
let addOn: AddOn;
let reports: Workbook;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
  reports = addWorkbook(addOn.machine.documents, 'Rapports', 'en_GB', 'America/New_York');
});

function bound(): Workbook {
  const [first] = addOn.machine.documents.workbooks.values();
  if (!first) throw new Error('There is no spreadsheet');
  return first;
}

function handsOn(workbook: Workbook): UserHands {
  return createUserHands(workbook, () => addOn.machine.state.now);
}

function document(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

const harbour = { connector: 'harbour', settings: { entry: 'guest' } };

describe('a connection to another spreadsheet', () => {
  it('fills tabs there, under the names that were chosen, and keeps the history here', () => {
    addOn.save({ ...harbour, spreadsheet: reports.id, tabs: { ships: ' Ma flotte ' } });
    addOn.click('syncNow');
    expect(handsOn(reports).rows('Ma flotte')).toEqual([
      ['id', 'captain_id', 'captain_name'],
      ['s', 'c', 'Ada'],
    ]);
    expect(handsOn(reports).tabs()).toContain('Capitaines');
    expect(handsOn(bound()).tabs()).toContain('Historique');
    expect(handsOn(bound()).tabs()).not.toContain('Capitaines');
  });

  it('is opened once in an execution, however many connections fill it', () => {
    addOn.save({ ...harbour, spreadsheet: reports.id });
    addOn.save({ connector: 'library', settings: {}, spreadsheet: reports.id });
    addOn.machine.resetCalls();
    addOn.click('syncNow');
    expect(addOn.machine.calls()['SpreadsheetApp.openById']).toBe(1);
    expect(handsOn(reports).tabs()).toEqual(expect.arrayContaining(['Capitaines', 'Bateaux', 'Livres']));
  });

  it('takes an address, and takes that of this spreadsheet for none', () => {
    const address = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
    expect(addOn.save({ ...harbour, spreadsheet: address(reports.id) }).spreadsheet).toBe(reports.id);
    expect(addOn.save({ ...harbour, spreadsheet: address(bound().id) })).not.toHaveProperty('spreadsheet');
  });

  it('leaves no mark there before the first sync', () => {
    addOn.save({ ...harbour, spreadsheet: reports.id });
    expect(reports.metadata).toEqual([]);
    expect(handsOn(reports).tabs()).toHaveLength(1);
  });

  it.each([
    ['text that is no address', 'Rapports', 'n’est pas l’adresse'],
    ['an id that nothing has', '1AbC-d_eFgHiJkLmNoPqRsTuVwXyZ0123456789abcde', 'Vérifiez l’adresse'],
  ])('is not stored for %s', (_, spreadsheet, advice) => {
    const result = addOn.call('saveConnection', { ...harbour, spreadsheet });
    expect(result).toMatchObject({ ok: false, kind: 'SettingsError', field: 'spreadsheet' });
    expect(JSON.stringify(result)).toContain(advice);
    expect(document()).toEqual({});
  });

  it.each([
    ['opened', 'none', 'n’ouvre pas cette feuille de calcul à anne@example.com'],
    ['written to', 'view', 'anne@example.com peut lire cette feuille de calcul mais pas y écrire'],
  ] as const)('is not stored when it cannot be %s, and says whom to ask for what', (_, access, advice) => {
    reports.access = access;
    const result = addOn.call('saveConnection', { ...harbour, spreadsheet: reports.id });
    expect(result).toMatchObject({ ok: false, field: 'spreadsheet' });
    expect(JSON.stringify(result)).toContain(advice);
    expect(document()).toEqual({});
  });

  it('says so at the next sync when its owner takes the right to write back', () => {
    addOn.save({ ...harbour, spreadsheet: reports.id });
    reports.access = 'view';
    addOn.click('syncNow');
    expect(addOn.shown().at(-1)).toContain(
      'Harbour : anne@example.com peut lire cette feuille de calcul mais pas y écrire',
    );
  });

  it('fails alone when the spreadsheet is gone, and says so', () => {
    addOn.save({ ...harbour, spreadsheet: reports.id });
    addOn.save({ connector: 'library', settings: {} });
    addOn.machine.documents.workbooks.delete(reports.id);
    addOn.click('syncNow');
    expect(addOn.shown().at(-1)).toMatch(/Harbour : Google n’ouvre pas cette feuille de calcul à anne@example\.com/);
    expect(handsOn(bound()).rows('Livres')).toHaveLength(2);
  });

  it('keeps its place when a change does not speak of it', () => {
    const { id } = addOn.save({ ...harbour, spreadsheet: reports.id, tabs: { ships: 'Flotte' } });
    expect(addOn.save({ ...harbour, id, title: 'Port' })).toMatchObject({
      spreadsheet: reports.id,
      tabs: { ships: 'Flotte' },
    });
    expect(addOn.save({ ...harbour, id, spreadsheet: ' ', tabs: { ships: '' } })).toEqual(
      expect.not.objectContaining({ spreadsheet: expect.anything() as unknown, tabs: expect.anything() as unknown }),
    );
  });

  it.each([
    ['a stream that the system lacks', { sails: 'Voiles' }],
    ['a name that is longer than Google takes', { ships: 'x'.repeat(101) }],
  ])('gets no tab name for %s', (_, tabs) => {
    expect(addOn.call('saveConnection', { ...harbour, tabs })).toMatchObject({ ok: false, field: 'tabs' });
  });
});

describe('a connection that moves', () => {
  it('is read from the beginning into its new place, and leaves the old one as it is', () => {
    const { id } = addOn.save(harbour);
    addOn.click('syncNow');
    addOn.save({ ...harbour, id, spreadsheet: reports.id });
    addOn.click('syncNow');
    expect(handsOn(reports).rows('Bateaux')).toHaveLength(2);
    expect(handsOn(bound()).rows('Bateaux')).toHaveLength(2);
  });

  it('forgets where it stood when its spreadsheet is another', () => {
    const { id } = addOn.save(harbour);
    document()[`cursor.${id}.ships`] = '{}';
    addOn.save({ ...harbour, id, spreadsheet: reports.id });
    expect(document()).not.toHaveProperty([`cursor.${id}.ships`]);
  });

  it('reads nothing again for another name: the tab that is there keeps its own', () => {
    const { id } = addOn.save(harbour);
    document()[`cursor.${id}.ships`] = '{}';
    addOn.save({ ...harbour, id, tabs: { ships: 'Flotte' } });
    expect(document()).toHaveProperty([`cursor.${id}.ships`]);
  });

  it('cannot be sent into a spreadsheet of somebody else’s with its owner’s secret', () => {
    const { id } = addOn.save(bakery());
    const { state, documents } = addOn.machine;
    const properties = { ...state.properties, user: {} };
    const bob = openAddOn(project, { email: 'bob@example.com', state: { ...state, properties }, documents });
    const draft = { id, connector: 'bakery', settings: { site: 'https://bakery.example' } };
    expect(bob.call('saveConnection', { ...draft, spreadsheet: reports.id })).toMatchObject({
      ok: false,
      field: 'apiKey',
    });
    expect(bob.call('saveConnection', { ...draft, tabs: { loaves: 'Miches' } })).toMatchObject({
      ok: true,
      value: { owner: 'anne@example.com' },
    });
  });
});
