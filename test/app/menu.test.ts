import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Project } from '../../local/apps-script/project';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function menu(...path: string[]): string {
  const [workbook] = addOn.machine.documents.workbooks.values();
  if (!workbook) throw new Error('There is no spreadsheet');
  return createUserHands(workbook, () => addOn.machine.state.now).menuFunction(...path);
}

function properties(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

describe('the menu', () => {
  const FRENCH = [
    ['Synchroniser maintenant', 'syncNow'],
    ['Tester les connexions', 'testConnections'],
    ['Historique', 'showHistory'],
    ['Planifier chaque jour…', 'scheduleOn'],
    ['Arrêter la planification', 'scheduleOff'],
    ['Configurer…', 'configure'],
  ] as const;

  it.each(FRENCH)('has %s in French', (label, handler) => {
    addOn.machine.run(project, 'onOpen');
    expect(menu('Sync', label)).toBe(handler);
  });

  it('is in English for those who do not speak French', () => {
    addOn = openAddOn(project, { locale: 'en_GB' });
    addOn.machine.run(project, 'onOpen');
    expect(menu('Sync', 'Sync now')).toBe('syncNow');
  });

  it('lists each connection', () => {
    addOn.call('saveConnection', bakery());
    addOn.machine.advance(1000);
    addOn.call('saveConnection', { connector: 'library', settings: {} });
    addOn.machine.run(project, 'onOpen');
    expect(menu('Sync', 'Synchroniser une connexion', 'Library')).toBe('syncConnection2');
  });

  it('is there before the script is enabled, without reading anything', () => {
    const outcome = addOn.machine.run(project, 'onOpen', [], { authMode: 'NONE' });
    expect(outcome.status).toBe('done');
    expect(Object.keys(outcome.calls).filter((name) => /Propert|Fetch/.test(name))).toEqual([]);
    expect(menu('Sync', 'Synchroniser maintenant')).toBe('syncNow');
  });

  it('is there right after the installation', () => {
    addOn.machine.run(project, 'onInstall', [], { event: {} });
    expect(menu('Sync', 'Configurer…')).toBe('configure');
  });

  it('only calls functions that exist', () => {
    addOn.machine.run(project, 'onOpen');
    for (const [, handler] of FRENCH)
      expect(addOn.machine.run(project, handler, [], { as: 'menu' }).status).toBe('done');
  });
});

describe('testing the connections', () => {
  it('says for each who we are or what to mend', () => {
    addOn.call('saveConnection', bakery({ mood: 'online' }));
    addOn.machine.advance(1000);
    addOn.call('saveConnection', { connector: 'library', settings: {} });
    addOn.machine.resetCalls();
    addOn.machine.faults.http(1, { status: 401, body: '{}' });
    addOn.click('testConnections');
    expect(addOn.shown().join()).toMatch(/Bakery\nBakery ne reconnaît pas la clé[^]*Library\nOuverte\./);
  });
});

describe('the history item', () => {
  it('says that there is none before the first sync', () => {
    addOn.click('showHistory');
    expect(addOn.shown().join()).toContain('pas encore d’historique');
  });

  it('brings the tab to the front', () => {
    addOn.call('saveConnection', { connector: 'library', settings: {} });
    addOn.click('syncNow');
    addOn.click('showHistory');
    const [workbook] = addOn.machine.documents.workbooks.values();
    expect(workbook?.tabs.find(({ id }) => id === workbook.activeTab)?.name).toBe('Historique');
  });
});

describe('setting up by questions', () => {
  it('stores, tests and tells', () => {
    addOn.machine.faults.http(1, { status: 200, body: '"Anne"' });
    addOn.answer('1', 'https://bakery.example', SECRET, 'online', '2');
    addOn.click('configure');
    expect(addOn.shown().at(-1)).toBe('alert: « Bakery » est enregistrée.\n\nConnecté : "Anne"');
    expect(addOn.call('listConnections')).toMatchObject({
      value: [
        { connector: 'bakery', settings: { site: 'https://bakery.example', mood: 'online' }, streams: ['cakes'] },
      ],
    });
    expect(menu('Sync', 'Synchroniser une connexion', 'Bakery')).toBe('syncConnection1');
  });

  it.each([0, 1, 2, 3, 4])('stores nothing when question %d is cancelled', (answered) => {
    addOn.answer(...['1', 'https://bakery.example', SECRET, '', ''].slice(0, answered), null);
    addOn.click('configure');
    expect(properties()).toEqual({});
  });

  it('asks again for a number that was not offered', () => {
    addOn.answer('9', 'bread', '2', '');
    addOn.click('configure');
    expect(addOn.call('listConnections')).toMatchObject({ value: [{ connector: 'library' }] });
  });

  it('changes a connection and keeps what is left blank', () => {
    addOn.call('saveConnection', bakery({ mood: 'fail' }));
    addOn.answer('1', '', '', '-', '');
    addOn.click('configure');
    expect(addOn.call('listConnections')).toMatchObject({
      value: [{ connector: 'bakery', settings: { site: 'https://bakery.example' } }],
    });
    const [first] = Object.values(properties());
    expect(first).not.toContain('fail');
  });

  it('names what is wrong', () => {
    addOn.answer('1', 'http://bakery.example', SECRET, '', '');
    addOn.click('configure');
    expect(addOn.shown().at(-1)).toBe('alert: Adresse en https.');
  });
});

describe('the daily schedule', () => {
  const HOUR = 3_600_000;
  const runs = (): number =>
    Object.keys(addOn.machine.executions.filter(({ calls }) => calls['Range.setNumberFormats'])).length;

  beforeEach(() => {
    addOn.call('saveConnection', { connector: 'library', settings: {} });
  });

  it('syncs once a day at its hour on the clock of the spreadsheet', () => {
    addOn.answer('6');
    addOn.click('scheduleOn');
    expect(addOn.shown().at(-1)).toContain('chaque jour entre 6 h et 7 h');
    addOn.machine.advance(18 * HOUR);
    expect(runs()).toBe(0);
    addOn.machine.advance(5 * HOUR);
    expect(runs()).toBe(1);
  });

  it('makes up for a tick that was missed', () => {
    addOn.answer('11');
    addOn.click('scheduleOn');
    const [name = '', text = ''] = Object.entries(properties()).find(([key]) => key.startsWith('schedule.')) ?? [];
    properties()[name] = text.replace(/\d{4}-\d\d-\d\d/, '2026-11-10');
    addOn.machine.advance(HOUR + 1000);
    expect(runs()).toBe(1);
  });

  it('ends, with its trigger, when it is switched off', () => {
    addOn.answer('6');
    addOn.click('scheduleOn');
    addOn.click('scheduleOff');
    expect(addOn.machine.state.triggers).toEqual([]);
    expect(Object.keys(properties()).some((name) => name.startsWith('schedule.'))).toBe(false);
  });

  it.each(['24', 'six', '-1'])('does not take %s for an hour', (typed) => {
    addOn.answer(typed);
    addOn.click('scheduleOn');
    expect(addOn.shown().at(-1)).toContain('n’est pas une heure');
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('leaves the connections of others alone', () => {
    addOn.answer('6');
    addOn.click('scheduleOn');
    for (const [name, text] of Object.entries(properties())) {
      if (name.startsWith('connection.')) properties()[name] = text.replace('anne@', 'bob@');
    }
    addOn.machine.advance(48 * HOUR);
    expect(runs()).toBe(0);
  });
});
