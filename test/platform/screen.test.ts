import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Caller } from '../../local/apps-script/host';
import type { Project } from '../../local/apps-script/project';
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

  it('hands over what the user types, without blanks around it', () => {
    machine.documents.answers.push({ button: 'OK', text: '  Anne ' });
    expect(run('menu', 'ask')).toBe('Anne');
  });

  it('hands over nothing when the user cancels', () => {
    machine.documents.answers.push({ button: 'CANCEL', text: 'Anne' });
    expect(run('menu', 'ask')).toBeNull();
  });

  it('asks and alerts nobody when a trigger runs', () => {
    run('trigger', 'draw');
    run('trigger', 'speak');
    expect(run('trigger', 'ask')).toBeNull();
    expect(run('trigger', 'isWatched')).toBe(false);
    expect(workbook().shown.filter(({ kind }) => kind !== 'toast')).toEqual([]);
  });
});
