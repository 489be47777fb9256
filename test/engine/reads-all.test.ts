import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people, type Lab } from './lab';

let project: Project;
let lab: Lab;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

beforeEach(() => {
  lab = createLab(project);
  lab.machine.state.properties.script.readsAll = 'yes';
});

/** Three pages, then nothing new; `ms` is what the second takes. */
const three = (ms = 1500): ReturnType<typeof people> => {
  const { pages } = people(6, 2);
  return people(6, 2, { pages: pages.map((page, n) => (n === 1 ? { ...page, ms } : page)), next: { rows: [] } });
};

describe('a connection that reads everything in each run', () => {
  it('begins each run from the beginning, where others read on', () => {
    lab.answer(three());
    lab.sync();
    expect(lab.sync()).toMatchObject({ entries: [{ read: 6, inserted: 0, updated: 0, removed: 0 }] });
    delete lab.machine.state.properties.script.readsAll;
    expect(lab.sync()).toMatchObject({ entries: [{ read: 0 }] });
  });

  it('empties nothing: rows that did not come stay', () => {
    lab.answer(three());
    lab.sync();
    lab.answer(people(2, 2));
    lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(6);
  });

  it('goes on after a pause, and does not begin again', () => {
    lab.answer(three());
    lab.sync();
    lab.answer(three(290_000));
    expect(lab.sync()).toMatchObject({ state: 'paused', entries: [{ read: 4 }] });
    lab.settle();
    expect(lab.machine.executions.at(-1)).toMatchObject({ value: { state: 'finished', entries: [{ read: 6 }] } });
  });

  it('does not go on where an earlier run broke off', () => {
    lab.answer(people(0, 1, { pages: [{ rows: [{ id: 'p1' }] }, { rows: [], error: 'data' }] }));
    expect(lab.sync()).toMatchObject({ entries: [{ status: 'failed', read: 1 }] });
    lab.answer(three());
    expect(lab.sync()).toMatchObject({ entries: [{ status: 'finished', read: 6 }] });
  });
});
