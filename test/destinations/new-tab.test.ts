import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createTableLab, write, type TableLab } from './table-lab';

let project: Project;
let lab: TableLab;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

const ROWS = write([{ id: 'p1', name: 'Anne' }]);

/** The name of the tab that the user looks at. */
function shown(): string | undefined {
  const { documents } = lab.machine;
  const workbook = documents.workbooks.get(documents.boundId ?? '');
  return workbook?.tabs.find(({ id }) => id === workbook.activeTab)?.name;
}

describe('a tab that a sync makes', () => {
  it('comes to the front where there was nothing to look at', () => {
    lab = createTableLab(project);
    lab.play(ROWS);
    expect(shown()).toBe('people');
  });

  it('takes nobody away from the tab where they work', () => {
    lab = createTableLab(project);
    lab.hands.type('Feuille 1', 'A1', 'my notes');
    lab.play(ROWS);
    expect(shown()).toBe('Feuille 1');
  });

  it('has a name that Google takes, however long it was to be and whoever has the same', () => {
    const name = 'n'.repeat(100);
    lab = createTableLab(project, { title: { fr: name, en: name }, owner: 'o'.repeat(100) });
    lab.hands.addTab(name);
    lab.hands.type(name, 'A1', 'mine');
    lab.play(ROWS);
    const [made = ''] = lab.hands.tabs().filter((tab) => tab.endsWith(')'));
    expect(made).toHaveLength(100);
    expect(made).toMatch(/^n+ \(o+\)$/);
  });
});
