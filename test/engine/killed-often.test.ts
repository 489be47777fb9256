import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people, type Lab } from './lab';

const HOUR = 3_600_000;

let project: Project;
let lab: Lab;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

beforeEach(() => {
  lab = createLab(project);
});

const killed = (): number => lab.machine.executions.filter(({ status }) => status === 'killed').length;

describe('a run whose every execution Google kills', () => {
  it('counts as failed after ten of them, says so in the history, and leaves no trigger', () => {
    lab.answer(people(0, 1, { pages: [{ rows: [], ms: 400_000 }] }));
    lab.machine.run(project, 'sync');
    for (let hours = 0; hours < 24; hours += 1) lab.machine.advance(HOUR);
    expect(killed()).toBe(11);
    expect(lab.machine.state.triggers).toEqual([]);
    expect(JSON.stringify(lab.hands.rows('History'))).toContain('Google cut this sync off more than 10 times');
  });

  it('is forgiven those before a page that came', () => {
    lab.answer(people(0, 1, { pages: [{ rows: [], ms: 400_000 }] }));
    lab.machine.run(project, 'sync');
    for (let hours = 0; hours < 5; hours += 1) lab.machine.advance(HOUR);
    expect(killed()).toBeGreaterThan(3);
    lab.answer(people(2, 2));
    lab.settle();
    expect(Object.keys(lab.records('people'))).toEqual(['p1', 'p2']);
    expect(lab.machine.state.triggers).toEqual([]);
  });
});
