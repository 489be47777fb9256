import type { Project } from '../../local/apps-script/project';
import type { Row } from '../../src/core/model';
import { bundle } from '../bundle';
import { createTableLab, write, type TableLab } from './table-lab';
import type { Step } from './table-script';

let project: Project;
let lab: TableLab;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

beforeEach(() => {
  lab = createTableLab(project);
});

const row = (n: number, name: string): Row => ({ id: `p${String(n)}`, name, amount: n });

const fill = (pages: number, size: number, total?: number): readonly Step[] =>
  Array.from({ length: pages }, (_, page) => {
    const rows = Array.from({ length: size }, (_each, n) => row(page * size + n, 'old'));
    const pass = { page, ...(total === undefined ? {} : { total }) };
    return write(rows, undefined, { pass, options: { last: page === pages - 1 } });
  });

const opening = (): number => {
  lab.play({ do: 'size' });
  return lab.calls();
};

describe('the spreadsheet calls of a tab', () => {
  it('are at most four and a half for a page of new rows of an announced total', () => {
    lab.play(...fill(40, 50, 2000));
    expect(lab.calls() / 40).toBeLessThanOrEqual(4.5);
    expect(lab.play({ do: 'size' }).answers).toEqual([2000]);
  });

  it('leave no empty rows when the total is announced, and few when it is not', () => {
    lab.play(...fill(4, 50, 200));
    const tab = [...lab.machine.documents.workbooks.values()][0]?.tabs.find(({ name }) => name === 'people');
    expect(tab?.grid.maxRows).toBe(201);
    lab = createTableLab(project);
    lab.play(...fill(30, 50));
    expect(lab.calls() / 30).toBeLessThanOrEqual(5.5);
    const other = [...lab.machine.documents.workbooks.values()][0]?.tabs.find(({ name }) => name === 'people');
    expect(other?.grid.maxRows).toBeLessThanOrEqual(1501 + 4 * 50);
  });

  it('are at most six for a page of changes, wherever its rows stand', () => {
    lab.play(...fill(1, 4000));
    const before = opening();
    const changed = Array.from({ length: 1000 }, (_, n) => row(n * 4, 'new'));
    lab.play(write(changed));
    expect(lab.calls() - before).toBeLessThanOrEqual(6);
    expect(lab.records()).toMatchObject({ p0: { name: 'new' }, p1: { name: 'old' }, p3996: { name: 'new' } });
    expect(Object.values(lab.records()).filter(({ name }) => name === 'new')).toHaveLength(1000);
  });

  it('are one when the same page comes again', () => {
    lab.play(...fill(1, 100));
    const before = opening();
    lab.play(...fill(1, 100));
    expect(lab.calls() - before).toBe(1);
  });

  it('are none when rows are removed that the tab does not have', () => {
    lab.play(...fill(1, 10));
    const before = opening();
    lab.play({ do: 'remove', rows: [{ id: 'q1' }, { id: 'q2' }] });
    expect(lab.calls() - before).toBe(0);
    expect(lab.play({ do: 'remove', rows: [{ id: 'q1' }, { id: 'p2' }] }).answers[0]).toMatchObject({ removed: 1 });
    expect(lab.calls() - before).toBeLessThanOrEqual(5);
  });
});

describe('rows of more than a call can carry', () => {
  const wide = (id: string): Row => ({
    id,
    name: 'é'.repeat(49_000),
    ...Object.fromEntries(Array.from({ length: 24 }, (_, n) => [`note ${String(n)}`, '€'.repeat(49_000)])),
  });

  it('are written all the same, new and changed', () => {
    lab.play(write([wide('p1'), row(2, 'small')]));
    expect(lab.records()).toMatchObject({ p1: { 'note 23': '€'.repeat(49_000) }, p2: { name: 'small' } });
    lab.play(write([{ ...wide('p2'), name: 'large' }]));
    expect(lab.records()).toMatchObject({ p2: { name: 'large', 'note 0': '€'.repeat(49_000) } });
  });
});
