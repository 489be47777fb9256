import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Caller } from '../../local/apps-script/host';
import { openProject, type Project } from '../../local/apps-script/project';
import type { Workbook } from '../../local/apps-script/spreadsheet/workbook';
import { bundle } from '../bundle';

describe('the screen', () => {
  let project: Project;
  let machine: Machine;

  beforeAll(async () => {
    project = await bundle('test/platform/script.ts');
  });

  beforeEach(() => {
    machine = createMachine();
  });

  function run(as: Caller, name: string): unknown {
    const outcome = machine.run(project, name, [], { as });
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  }

  function workbook(): Workbook {
    const [first] = machine.documents.workbooks.values();
    if (!first) throw new Error('There is no spreadsheet');
    return first;
  }

  it('shows menus with lines and menus within', () => {
    run('menu', 'draw');
    run('menu', 'draw');
    expect(workbook().menus).toEqual([
      {
        caption: 'Sync',
        items: [
          { caption: 'Now', functionName: 'woken' },
          'separator',
          { caption: 'More', items: [{ caption: 'Later', functionName: 'wakeHourly' }] },
        ],
      },
    ]);
  });

  it('shows toasts and alerts', () => {
    run('menu', 'speak');
    expect(workbook().shown).toMatchObject([
      { kind: 'toast', title: 'Sync', text: 'hello' },
      { kind: 'alert', title: 'Sync', text: 'read me' },
    ]);
  });

  it('opens a page with what it is told', () => {
    const copy = mkdtempSync(join(tmpdir(), 'screen-'));
    cpSync(project.folder, copy, { recursive: true });
    writeFileSync(join(copy, 'Note.html'), '<p title="<?= text ?>"></p>');
    machine.run(openProject(copy), 'openNote', [], { as: 'menu' });
    expect(workbook().shown).toEqual([{ kind: 'sidebar', title: 'Sync', text: '<p title="&lt;hello&gt;"></p>' }]);
  });

  it('alerts nobody when a trigger runs', () => {
    run('trigger', 'draw');
    run('trigger', 'speak');
    expect(workbook().shown.filter(({ kind }) => kind !== 'toast')).toEqual([]);
  });
});
