import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Project } from '../../local/apps-script/project';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

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

describe('the menu', () => {
  const FRENCH = [
    ['Synchroniser maintenant', 'syncNow'],
    ['Tester les connexions', 'testConnections'],
    ['Historique', 'showHistory'],
    ['Planifier…', 'scheduleOn'],
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

  it('offers to update names only where a system has names to repeat', () => {
    addOn.call('saveConnection', bakery());
    addOn.machine.run(project, 'onOpen');
    expect(() => menu('Sync', 'Mettre à jour les noms')).toThrow();
    addOn.call('saveConnection', { connector: 'harbour', settings: { entry: 'guest' } });
    addOn.machine.run(project, 'onOpen');
    expect(menu('Sync', 'Mettre à jour les noms')).toBe('relabelNow');
  });

  it('does not offer it where the tab with the names, or the one that repeats them, is not wanted', () => {
    for (const streams of [['ships'], ['captains']]) {
      addOn.call('saveConnection', { connector: 'harbour', settings: { entry: 'guest' }, streams });
    }
    addOn.machine.run(project, 'onOpen');
    expect(() => menu('Sync', 'Mettre à jour les noms')).toThrow();
  });

  it('stands although a connection is of a system that is not known any more', () => {
    addOn.call('saveConnection', bakery());
    const { document } = addOn.machine.state.properties;
    for (const [name, text] of Object.entries(document)) document[name] = text.replace('"bakery"', '"butcher"');
    expect(addOn.machine.run(project, 'onOpen').status).toBe('done');
    expect(menu('Sync', 'Configurer…')).toBe('configure');
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
