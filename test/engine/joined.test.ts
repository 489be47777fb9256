import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people } from './lab';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

describe('a run that someone joins', () => {
  it('reads a connection once more that it had read before, over as many executions as that takes', () => {
    const lab = createLab(project);
    const { pages } = people(6, 2);
    const slow = pages.map((page) => ({ ...page, ms: 150_000 }));
    const syncAll = (...ids: string[]): unknown => lab.machine.run(project, 'syncAll', [ids]);
    lab.answer(people(6, 2), people(6, 2, { name: 'folders' }));
    lab.machine.faults.kill('after', 7, { method: 'Utilities.sleep' });
    expect(syncAll('lab', 'other')).toMatchObject({ status: 'killed' });
    lab.answer(people(6, 2, { pages: slow }), people(6, 2, { name: 'folders', pages: slow }));
    expect(syncAll('lab')).toMatchObject({ value: { state: 'paused' } });
    lab.machine.advance(3 * 3_600_000);
    const last = lab.machine.executions.findLast((one) => JSON.stringify(one).includes('"connection":"lab"'));
    expect(last).toMatchObject({
      value: {
        state: 'finished',
        entries: [
          { read: 6, inserted: 0 },
          { read: 6, inserted: 0 },
        ],
      },
    });
  });
});
