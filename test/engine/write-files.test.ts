import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people, type Lab } from './lab';
import type { ScriptedStream } from './script';

let project: Project;
let lab: Lab;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

beforeEach(() => {
  lab = createLab(project);
});

const FILE = { name: 'people.csv', separator: ';' };

function filed(count: number, rest: Partial<ScriptedStream> = {}): ScriptedStream {
  return people(count, 10, { file: FILE, ...rest });
}

const copy = (): string | undefined => lab.machine.state.properties.script[FILE.name];
const linesOf = (text = ''): readonly string[] => text.split('\n').slice(0, -1);

describe('the copy of a table', () => {
  it('holds every row after the sync, and has an entry of its own', () => {
    lab.answer(filed(5));
    const outcome = lab.sync();
    expect(linesOf(copy())).toEqual(['p1;Name 1;0', 'p2;Name 2;1', 'p3;Name 3;2', 'p4;Name 4;3', 'p5;Name 5;4']);
    expect(outcome).toMatchObject({
      entries: [{ stream: 'people' }, { stream: 'people.csv', status: 'finished', read: 5, requests: 4 }],
    });
  });

  it('is not touched when the reading fails', () => {
    lab.answer(filed(5));
    lab.sync();
    const before = copy();
    lab.answer(filed(20, { pages: [{ rows: [{ id: 'p9' }] }, { rows: [], error: 'data' }] }));
    lab.sync();
    expect(copy()).toBe(before);
  });

  it('goes on in the next execution where it stopped', () => {
    lab.answer(filed(200, { pages: [{ rows: people(200, 200).pages[0]?.rows ?? [], ms: 290_000 }] }));
    expect(lab.sync()).toMatchObject({ state: 'paused', entries: [{}, { stream: 'people.csv', status: 'paused' }] });
    lab.settle();
    expect(linesOf(copy())).toHaveLength(200);
    expect(new Set(linesOf(copy())).size).toBe(200);
  });

  it('that fails is told as a failure', () => {
    lab.answer(filed(5, { file: { ...FILE, name: 'refused.csv' } }));
    expect(lab.sync()).toMatchObject({
      entries: [{ status: 'finished' }, { stream: 'refused.csv', status: 'failed' }],
    });
  });

  it('is complete in the end, whichever call of the run is the last before a kill', () => {
    for (let n = 1; ; n += 1) {
      lab = createLab(project);
      lab.answer(filed(5));
      lab.machine.faults.kill('before', n);
      lab.settle();
      if (!lab.machine.executions.some(({ status }) => status === 'killed')) break;
      expect([n, linesOf(copy()).length]).toEqual([n, 5]);
    }
  });
});
