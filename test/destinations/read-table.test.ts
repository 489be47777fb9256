import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { column, createTableLab, write, type TableLab } from './table-lab';

let project: Project;
let lab: TableLab;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

beforeEach(() => {
  lab = createTableLab(project, { columns: [column('id'), column('at', 'day'), column('amount', 'number')] });
  lab.play(write(['p1', 'p2', 'p3'].map((id, n) => ({ id, at: '2026-02-02', amount: n }))));
});

describe('a reading of the table', () => {
  it('gives the cells of our columns from left to right, piece by piece, and null past the last', () => {
    lab.hands.insertColumn('people', 2);
    lab.hands.type('people', 'B1', 'Mine');
    lab.hands.moveColumn('people', 4, 1);
    const { answers } = lab.play(
      { do: 'columns' },
      { do: 'read', first: 0, count: 2 },
      { do: 'read', first: 2, count: 2 },
      { do: 'read', first: 4, count: 2 },
    );
    expect(answers).toEqual([
      [
        { header: 'amount', kind: 'number' },
        { header: 'id', kind: 'text' },
        { header: 'at', kind: 'day' },
      ],
      [
        [0, 'p1', 46055],
        [1, 'p2', 46055],
      ],
      [[2, 'p3', 46055]],
      null,
    ]);
  });

  it('leaves out rows without a key', () => {
    lab.hands.insertRow('people', 3);
    lab.hands.type('people', 'C3', '7');
    expect(lab.play({ do: 'read', first: 0, count: 9 }).answers[0]).toEqual([
      ['p1', 46055, 0],
      ['p2', 46055, 1],
      ['p3', 46055, 2],
    ]);
  });

  it('gives what the tab shows now, also where the user has added rows or columns since it was opened', () => {
    const change = (): void => {
      lab.hands.insertColumn('people', 1);
      lab.hands.insertRow('people', 2);
    };
    lab.machine.faults.hook('after', 1, change, { method: 'Properties.getProperty', within: 'execution' });
    const { answers } = lab.play({ do: 'read', first: 0, count: 3 }, { do: 'read', first: 3, count: 3 });
    expect(answers).toEqual([
      [
        ['p1', 46055, 0],
        ['p2', 46055, 1],
      ],
      [['p3', 46055, 2]],
    ]);
  });

  it('is stale when our columns change places meanwhile', () => {
    const move = (): void => {
      lab.hands.moveColumn('people', 3, 1);
    };
    lab.machine.faults.hook('after', 1, move, { method: 'Properties.getProperty', within: 'execution' });
    expect(lab.play({ do: 'read', first: 0, count: 3 }).error?.stale).toBe(true);
  });

  it('takes one call a piece', () => {
    lab.play({ do: 'size' });
    const opening = lab.calls();
    lab.play(
      { do: 'read', first: 0, count: 1 },
      { do: 'read', first: 1, count: 1 },
      { do: 'read', first: 2, count: 1 },
    );
    expect(lab.calls() - opening).toBe(3);
  });

  it('gives nothing before the tab exists', () => {
    lab = createTableLab(project);
    expect(lab.play({ do: 'columns' }, { do: 'read', first: 0, count: 9 }).answers).toEqual([[], null]);
  });
});
