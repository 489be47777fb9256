import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Project } from '../../local/apps-script/project';
import type { MenuTree } from '../../local/apps-script/spreadsheet/workbook';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function open(): void {
  expect(addOn.machine.run(project, 'onOpen').status).toBe('done');
}

/** The function of a menu item. */
function menu(...path: string[]): string {
  return createUserHands(addOn.workbook, () => addOn.machine.state.now).menuFunction(...path);
}

/** All functions that the menu names, submenus included. */
function handlers(menus: readonly MenuTree[]): string[] {
  return menus.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item === 'separator') return [];
      return 'items' in item ? handlers([item]) : [item.functionName];
    }),
  );
}

const LIBRARY = { connector: 'library', settings: {} };

describe('the menu', () => {
  const FRENCH = [
    ['Ouvrir Sync…', 'openSidebar'],
    ['Synchroniser maintenant', 'syncNow'],
    ['Tableau de bord', 'openDashboard'],
    ['Réglages…', 'openSettings'],
    ['Historique…', 'openHistory'],
    ['Aide', 'openHelp'],
  ] as const;

  it.each(FRENCH)('has %s in French', (label, handler) => {
    open();
    expect(menu('Sync', label)).toBe(handler);
  });

  it('is in English for those who do not speak French', () => {
    addOn = openAddOn(project, { locale: 'en_GB' });
    addOn.call('saveConnection', LIBRARY);
    open();
    expect(menu('Sync', 'Sync now')).toBe('syncNow');
    expect(menu('Sync', 'Library', 'Edit…')).toBe('editConnection1');
  });

  it('is in the language that the user chose, at once and from then on', () => {
    addOn.call('chooseLanguage', 'en');
    expect(menu('Sync', 'Open Sync…')).toBe('openSidebar');
    open();
    expect(menu('Sync', 'Open Sync…')).toBe('openSidebar');
  });

  it('has a menu for each connection, in the order of the list', () => {
    addOn.call('saveConnection', bakery());
    addOn.machine.advance(1000);
    addOn.call('saveConnection', LIBRARY);
    open();
    expect(menu('Sync', 'Bakery', 'Synchroniser')).toBe('syncConnection1');
    expect(menu('Sync', 'Library', 'Modifier…')).toBe('editConnection2');
    expect(menu('Sync', 'Library', 'Historique…')).toBe('openHistory2');
  });

  it('follows what is saved and removed without a reload', () => {
    const saved = addOn.call('saveConnection', LIBRARY) as { readonly value: { readonly id: string } };
    expect(menu('Sync', 'Library', 'Synchroniser')).toBe('syncConnection1');
    addOn.call('saveConnection', { ...LIBRARY, id: saved.value.id, title: 'Archives' });
    expect(menu('Sync', 'Archives', 'Synchroniser')).toBe('syncConnection1');
    addOn.call('removeConnection', saved.value.id, 'keep');
    expect(() => menu('Sync', 'Archives', 'Synchroniser')).toThrow('No menu item "Archives"');
  });

  it('leads to the sidebar for those connections that have no menu of their own', () => {
    for (let number = 1; number <= 10; number++) {
      addOn.call('saveConnection', LIBRARY);
      addOn.machine.advance(1000);
    }
    expect(menu('Sync', 'Library 9', 'Synchroniser')).toBe('syncConnection9');
    expect(() => menu('Sync', 'Library 10', 'Synchroniser')).toThrow('No menu item');
    expect(menu('Sync', 'Toutes les connexions…')).toBe('openSidebar');
  });

  it('offers to update names only where a system has names to repeat', () => {
    addOn.call('saveConnection', bakery());
    open();
    expect(() => menu('Sync', 'Mettre à jour les noms')).toThrow('No menu item');
    addOn.call('saveConnection', { connector: 'harbour', settings: { entry: 'guest' } });
    open();
    expect(menu('Sync', 'Mettre à jour les noms')).toBe('relabelNow');
  });

  it('does not offer it where the tab with the names, or the one that repeats them, is not wanted', () => {
    for (const streams of [['ships'], ['captains']]) {
      addOn.call('saveConnection', { connector: 'harbour', settings: { entry: 'guest' }, streams });
    }
    open();
    expect(() => menu('Sync', 'Mettre à jour les noms')).toThrow('No menu item');
  });

  it('stands although a connection is of a system that is not known any more', () => {
    addOn.call('saveConnection', bakery());
    const { document } = addOn.machine.state.properties;
    for (const [name, text] of Object.entries(document)) document[name] = text.replace('"bakery"', '"butcher"');
    open();
    expect(menu('Sync', 'Bakery', 'Modifier…')).toBe('editConnection1');
  });

  it('stands although the connections or the language cannot be read', () => {
    addOn.machine.faults.fail(1, 'Service error: PropertiesService', { method: 'PropertiesService.getUserProperties' });
    addOn.machine.faults.fail(1, 'Service error: Properties', { method: 'PropertiesService.getDocumentProperties' });
    open();
    expect(menu('Sync', 'Ouvrir Sync…')).toBe('openSidebar');
  });

  it('is there before the script is enabled, without reading anything', () => {
    addOn.call('saveConnection', LIBRARY);
    addOn.call('chooseLanguage', 'en');
    const outcome = addOn.machine.run(project, 'onOpen', [], { authMode: 'NONE' });
    expect(outcome.status).toBe('done');
    expect(Object.keys(outcome.calls).filter((name) => /Propert|Fetch|Spreadsheet\./.test(name))).toEqual([]);
    expect(menu('Sync', 'Synchroniser maintenant')).toBe('syncNow');
    expect(() => menu('Sync', 'Library', 'Synchroniser')).toThrow('No menu item "Library"');
  });

  it('is there right after the installation', () => {
    addOn.machine.run(project, 'onInstall', [], { event: {} });
    expect(menu('Sync', 'Aide')).toBe('openHelp');
  });

  it('only calls functions that exist and end well', () => {
    addOn.call('saveConnection', LIBRARY);
    addOn.call('saveConnection', { connector: 'harbour', settings: { entry: 'guest' } });
    open();
    const names = handlers(addOn.workbook.menus);
    expect(names).toHaveLength(17);
    for (const name of names)
      expect([name, addOn.machine.run(project, name, [], { as: 'menu' }).status]).toEqual([name, 'done']);
  });
});
