import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { column, createTableLab, write, type TableLab } from './table-lab';

let project: Project;
let lab: TableLab;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

describe('rows with a version', () => {
  beforeEach(() => {
    lab = createTableLab(project, { columns: [column('id'), column('name'), column('at', 'number')], version: 'at' });
  });

  const row = (name: string, at: number | null): { id: string; name: string; at: number | null } => ({
    id: 'p1',
    name,
    at,
  });

  it('end as the largest of a page, the later of two that are equal', () => {
    lab.play(write([row('new', 20), row('old', 10), row('none', null)]));
    expect(lab.records().p1).toMatchObject({ name: 'new', at: 20 });
    lab.play(write([row('first', 30), row('second', 30)]));
    expect(lab.records().p1).toMatchObject({ name: 'second', at: 30 });
  });

  it('never take the place of a newer one in the tab', () => {
    lab.play(write([row('new', 20)]));
    const { answers } = lab.play(write([row('old', 19)]), write([row('none', null)]));
    expect(answers).toEqual([expect.objectContaining({ updated: 0 }), expect.objectContaining({ updated: 0 })]);
    expect(lab.records().p1).toMatchObject({ name: 'new', at: 20 });
    lab.play(write([row('same', 20)]));
    expect(lab.records().p1).toMatchObject({ name: 'same' });
  });

  it('take the place of one without version', () => {
    lab.play(write([row('old', null)]));
    lab.play(write([row('new', 1)]));
    expect(lab.records().p1).toMatchObject({ name: 'new', at: 1 });
  });

  it('that say only a part of their record and no version are written', () => {
    lab.play(write([row('new', 20)]));
    lab.play(write([{ id: 'p1', name: 'part' }], [], { options: { complete: false } }));
    expect(lab.records().p1).toMatchObject({ name: 'part', at: 20 });
  });

  it('are removed by whoever does not say of which version', () => {
    lab.play(write([row('new', 20)]));
    lab.play({ do: 'remove', rows: [{ id: 'p1' }] });
    expect(lab.records()).toEqual({});
  });

  it('stay where what was removed is an older one', () => {
    lab.play(write([row('new', 20)]));
    lab.play({ do: 'remove', rows: [{ id: 'p1', at: 19 }] });
    expect(lab.records().p1).toMatchObject({ name: 'new', at: 20 });
    lab.play({ do: 'remove', rows: [{ id: 'p1', at: 20 }] });
    expect(lab.records()).toEqual({});
  });
});

describe('a stamp', () => {
  beforeEach(() => {
    lab = createTableLab(project, {
      columns: [column('id'), column('name'), column('seen', 'moment', { stamp: true })],
    });
  });

  const row = (name: string, seen: string): Record<string, string> => ({ id: 'p1', name, seen });
  const seen = (): unknown => (lab.records().p1?.seen as Date).toISOString();

  it('stands in a new row', () => {
    lab.play(write([row('Anne', '2026-02-02T10:00:00Z')]));
    expect(seen()).toBe('2026-02-02T10:00:00.000Z');
  });

  it('changes nothing by itself', () => {
    lab.play(write([row('Anne', '2026-02-02T10:00:00Z')]));
    expect(lab.play(write([row('Anne', '2026-02-03T10:00:00Z')])).answers[0]).toMatchObject({ updated: 0 });
    expect(seen()).toBe('2026-02-02T10:00:00.000Z');
  });

  it('is written along when something else of the row changes', () => {
    lab.play(write([row('Anne', '2026-02-02T10:00:00Z')]));
    lab.play(write([row('Anna', '2026-02-03T10:00:00Z')]));
    expect(seen()).toBe('2026-02-03T10:00:00.000Z');
  });
});
