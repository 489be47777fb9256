import { addWorkbook } from '../../local/apps-script/spreadsheet/documents';
import type { Project } from '../../local/apps-script/project';
import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Workbook } from '../../local/apps-script/spreadsheet/workbook';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function workbook(): Workbook {
  const [first] = addOn.machine.documents.workbooks.values();
  if (!first) throw new Error('There is no spreadsheet');
  return first;
}

function menu(...path: string[]): string {
  return createUserHands(workbook(), () => addOn.machine.state.now).menuFunction(...path);
}

function properties(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

/** The titles of the questions so far. */
function questions(): string[] {
  return workbook()
    .shown.filter(({ kind }) => kind === 'prompt')
    .map(({ title }) => title);
}

/** The one connection. */
function saved(): ConnectionView {
  const listed = addOn.call('listConnections') as Result<readonly ConnectionView[]>;
  const [connection, ...more] = listed.ok ? listed.value : [];
  if (!connection || more.length > 0) throw new Error('There is not one connection');
  return connection;
}

describe('setting up by questions', () => {
  it('stores, tests and tells', () => {
    addOn.machine.faults.http(1, { status: 200, body: '"Anne"' });
    addOn.answer('1', 'https://bakery.example', SECRET, 'online', '2', '');
    addOn.click('configure');
    expect(addOn.shown().at(-1)).toBe('alert: « Bakery » est enregistrée.\n\nConnecté : "Anne"');
    expect(addOn.call('listConnections')).toMatchObject({
      value: [
        { connector: 'bakery', settings: { site: 'https://bakery.example', mood: 'online' }, streams: ['cakes'] },
      ],
    });
    expect(menu('Sync', 'Synchroniser une connexion', 'Bakery')).toBe('syncConnection1');
  });

  it.each([0, 1, 2, 3, 4, 5])('stores nothing when question %d is cancelled', (answered) => {
    addOn.answer(...['1', 'https://bakery.example', SECRET, '', '', ''].slice(0, answered), null);
    addOn.click('configure');
    expect(properties()).toEqual({});
    expect(questions()).toHaveLength(answered + 1);
  });

  it('asks again for a number that was not offered', () => {
    addOn.answer('9', 'bread', '0', '2', '', '');
    addOn.click('configure');
    expect(addOn.call('listConnections')).toMatchObject({ value: [{ connector: 'library' }] });
  });

  it('changes a connection and keeps what is left blank', () => {
    addOn.call('saveConnection', bakery({ mood: 'fail' }));
    addOn.answer('1', '', '', '-', '', '');
    addOn.click('configure');
    expect(addOn.call('listConnections')).toMatchObject({
      value: [{ connector: 'bakery', settings: { site: 'https://bakery.example' } }],
    });
    const [first] = Object.values(properties());
    expect(first).not.toContain('fail');
  });

  it('keeps the streams that were chosen when nothing is typed, and drops the choice after -', () => {
    addOn.call('saveConnection', { ...bakery(), streams: ['cakes'] });
    addOn.answer('1', '', '', '', '', '');
    addOn.click('configure');
    expect(saved().streams).toEqual(['cakes']);
    addOn.answer('1', '', '', '', '-', '');
    addOn.click('configure');
    expect(saved().streams).toEqual([]);
  });

  it('names what is wrong', () => {
    addOn.answer('1', 'http://bakery.example', SECRET, '', '', '');
    addOn.click('configure');
    expect(addOn.shown().at(-1)).toBe('alert: Adresse en https.');
  });

  it('asks only for the settings that matter beside those before', () => {
    addOn.answer('3', 'guest', '', '', '');
    addOn.click('configure');
    expect(questions()).not.toContain('Harbour – Jeton');
    expect(questions()).toContain('Harbour – Quai');
    expect(saved()).toMatchObject({ connector: 'harbour', settings: { entry: 'guest' } });
  });

  it('asks for a setting that a blank one before it makes matter', () => {
    addOn.answer('3', '', 't0ken', '', '', '');
    addOn.click('configure');
    expect(questions()).toContain('Harbour – Jeton');
    expect(saved()).toMatchObject({ connector: 'harbour', settings: {} });
  });
});

describe('where the data go', () => {
  /** What closes a note. */
  const CLOSED = '';
  let reports: Workbook;

  beforeEach(() => {
    reports = addWorkbook(addOn.machine.documents, 'Rapports', 'fr_FR', 'Europe/Paris');
  });

  it('is asked last, and is this spreadsheet when nothing is typed', () => {
    addOn.answer('3', 'guest', '', '', '');
    addOn.click('configure');
    expect(questions().at(-1)).toBe('Feuille de calcul');
    expect(saved()).not.toHaveProperty('spreadsheet');
  });

  it('is another spreadsheet by its address, with a name for the tab that says everything', () => {
    addOn.answer('3', 'guest', '', '', `https://docs.google.com/spreadsheets/d/${reports.id}/edit#gid=0`, 'Ma flotte');
    addOn.click('configure');
    expect(saved()).toMatchObject({ spreadsheet: reports.id, tabs: { ships: 'Ma flotte' } });
  });

  it('needs no name where that tab is not wanted, or none says everything', () => {
    addOn.answer('3', 'guest', '', '1', reports.id);
    addOn.click('configure');
    expect(saved()).toMatchObject({ spreadsheet: reports.id, streams: ['captains'] });
    addOn.answer('3', '', reports.id);
    addOn.click('configure');
    expect(questions()).not.toContain('Nom de l’onglet');
    expect(addOn.call('listConnections')).toMatchObject({
      value: [{}, { connector: 'library', spreadsheet: reports.id }],
    });
  });

  it('is asked again, with the reason, when it cannot be', () => {
    addOn.machine.faults.fail(1, 'You do not have permission to access the requested document.', {
      method: 'SpreadsheetApp.openById',
    });
    addOn.answer('3', 'guest', '', '', 'Rapports', CLOSED, reports.id, CLOSED, reports.id, '');
    addOn.click('configure');
    const shown = addOn.shown();
    expect(shown.join()).toContain('« Rapports » n’est pas l’adresse d’une feuille de calcul Google');
    expect(shown.join()).toContain('demandez à son propriétaire de la partager');
    expect(saved()).toMatchObject({ spreadsheet: reports.id });
  });

  it('stays when it is left blank, and is this spreadsheet again after -', () => {
    const draft = {
      connector: 'harbour',
      settings: { entry: 'guest' },
      spreadsheet: reports.id,
      tabs: { ships: 'Flotte' },
    };
    addOn.call('saveConnection', draft);
    addOn.answer('1', '', '', '', '', '');
    addOn.click('configure');
    expect(saved()).toMatchObject({ spreadsheet: reports.id, tabs: { ships: 'Flotte' } });
    addOn.answer('1', '', '', '', '-');
    addOn.click('configure');
    expect(saved()).not.toHaveProperty('spreadsheet');
  });
});
