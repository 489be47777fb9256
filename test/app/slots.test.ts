import type { Project } from '../../local/apps-script/project';
import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { type AddOn, buildAddOn, openAddOn } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

/** The ids of nine connections, in the order of the list. */
function saveNine(): string[] {
  return Array.from({ length: 9 }, () => {
    addOn.machine.advance(1000);
    const saved = addOn.call('saveConnection', { connector: 'library', settings: {} }) as Result<ConnectionView>;
    if (!saved.ok) throw new Error(saved.advice);
    return saved.value.id;
  });
}

describe('the menu of a connection', () => {
  it('syncs that one', () => {
    const ids = saveNine();
    addOn.click('syncConnection2');
    expect(addOn.shown().at(-1)).toContain('toast: Terminé : lignes ajoutées 1');
    const cursors = Object.keys(addOn.machine.state.properties.document).filter((name) => name.startsWith('cursor.'));
    expect(cursors).toEqual([`cursor.${ids[1] ?? ''}.books`]);
  });

  it('opens its settings and its history in the sidebar, whatever its place', () => {
    const ids = saveNine();
    for (const [index, connection] of ids.entries()) {
      addOn.click(`editConnection${String(index + 1)}`);
      expect(addOn.page().view).toEqual({ name: 'edit', connection });
      addOn.click(`openHistory${String(index + 1)}`);
      expect(addOn.page().view).toEqual({ name: 'history', connection });
    }
  });

  it.each(['syncConnection9', 'editConnection9', 'openHistory9'])(
    'says that the connection was removed after the menu was drawn: %s',
    (handler) => {
      const ids = saveNine();
      const { document } = addOn.machine.state.properties;
      Reflect.deleteProperty(document, `connection.${ids[8] ?? ''}`);
      addOn.click(handler);
      expect(addOn.shown()).toEqual([expect.stringMatching(/^alert: Cette connexion a été supprimée/) as string]);
      const hands = createUserHands(addOn.workbook, () => addOn.machine.state.now);
      expect(() => hands.menuFunction('Sync', 'Library 9', 'Synchroniser')).toThrow('No menu item');
    },
  );
});
