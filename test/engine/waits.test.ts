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

const entries = (lab: Lab): readonly { readonly status: string; readonly message: { readonly en: string } }[] =>
  lab.machine.executions.flatMap((execution) => {
    const value = execution.status === 'done' ? (execution.value as { entries?: never[] } | null) : null;
    return value?.entries ?? [];
  });

const stored = (lab: Lab): unknown => JSON.parse(lab.machine.state.properties.document.run ?? 'null');

describe('a system that asks to wait', () => {
  it('is asked again at the time it named, not at each hourly call before', () => {
    lab.answer(people(0, 1, { pages: [{ rows: [], error: 'busy', until: 3.5 * HOUR }] }));
    const outcome = lab.sync();
    expect(outcome.state).toBe('paused');
    lab.machine.resetCalls();
    lab.machine.advance(3.4 * HOUR);
    expect(lab.machine.calls()['Utilities.sleep'] ?? 0).toBe(0);
    lab.machine.advance(0.2 * HOUR);
    expect(lab.machine.calls()['Utilities.sleep']).toBe(1);
  });

  it('is the reason that the pause gives, until the run goes on', () => {
    lab.answer(people(2, 1, { pages: [...people(1, 1).pages, { rows: [], error: 'busy', until: 5 * HOUR }] }));
    const outcome = lab.sync();
    const { en } = { en: '', ...(outcome.state === 'paused' ? outcome.reason : null) };
    expect(en).not.toBe('');
    expect(outcome).toMatchObject({ entries: [{ status: 'paused', message: { en } }] });
    expect(stored(lab)).toMatchObject({ reason: { en } });
    lab.answer(people(2, 1));
    lab.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    lab.machine.run(project, 'sync');
    expect(stored(lab)).toMatchObject({ until: 0, reason: null });
  });

  it('counts as failed after many waits without a page, and leaves no trigger', () => {
    lab.answer(people(0, 1, { pages: [{ rows: [], error: 'busy' }] }));
    lab.settle();
    expect(entries(lab).at(-1)).toMatchObject({
      status: 'failed',
      message: { en: expect.stringContaining('for hours') as string },
    });
    expect(lab.machine.state.triggers).toEqual([]);
    expect(lab.machine.executions.length).toBeLessThan(40);
  });

  it('is no longer waited for when the user syncs again', () => {
    lab.answer(people(0, 1, { pages: [{ rows: [], error: 'busy', until: 5 * HOUR }] }));
    lab.sync();
    lab.answer(people(2, 2));
    expect(lab.sync().state).toBe('finished');
    expect(Object.keys(lab.records('people'))).toEqual(['p1', 'p2']);
    expect(lab.machine.state.triggers).toEqual([]);
  });
});
