import type { Project } from '../../local/apps-script/project';
import type { Outcome, RunOptions } from '../../src/engine/engine';
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

const properties = (): Record<string, string> => lab.machine.state.properties.document;

/** Bob wants the run under way to end. */
function askToStop(): void {
  const { startedAt } = JSON.parse(properties().run ?? '{}') as { readonly startedAt: number };
  properties().stop = JSON.stringify({ run: startedAt, by: 'bob@example.com' });
}

/** Syncs; Bob asks while the n-th answer is on its way. */
function syncUntil(n: number, options?: RunOptions): Outcome {
  lab.machine.resetCalls();
  lab.machine.faults.hook('after', n, askToStop, { method: 'Utilities.sleep' });
  return lab.sync(options);
}

/** Five pages, of which each takes longer than the wish is left unread. */
function slow(rest: Partial<ScriptedStream> = {}): ScriptedStream {
  const { pages } = people(10, 2);
  return people(10, 2, { pages: pages.map((page) => ({ ...page, ms: 6000 })), ...rest });
}

function expectNothingLeft(): void {
  expect(Object.keys(properties()).filter((name) => name === 'run' || name.startsWith('job.'))).toEqual([]);
  expect(lab.machine.state.triggers).toEqual([]);
}

describe('a run that someone asks to end', () => {
  it('ends after the page under way, keeps what was read, and says who asked', () => {
    lab.answer(slow());
    expect(syncUntil(2)).toMatchObject({
      state: 'stopped',
      entries: [
        {
          stream: 'people',
          status: 'stopped',
          read: 4,
          inserted: 4,
          message: {
            en: 'Stopped by bob@example.com. What was read is kept; the next sync reads the rest.',
          },
        },
      ],
    });
    expect(Object.keys(lab.records('people'))).toEqual(['p1', 'p2', 'p3', 'p4']);
    expectNothingLeft();
  });

  it('stands in the history', () => {
    lab.answer(slow());
    syncUntil(2);
    expect(lab.hands.shown('History')[1]).toEqual(expect.arrayContaining(['people', 'stopped', '4']));
  });

  it('leaves the rest to the next one, which the old wish does not end', () => {
    lab.answer(slow());
    syncUntil(2);
    expect(lab.sync()).toMatchObject({ state: 'finished', entries: [{ status: 'finished', read: 6 }] });
    expect(Object.keys(lab.records('people'))).toHaveLength(10);
  });

  it('begins no other stream, and tells the one that had ended as it was', () => {
    lab.answer(slow(), slow({ name: 'folders' }), slow({ name: 'schools' }));
    expect(syncUntil(6)).toMatchObject({
      entries: [{ status: 'finished' }, { status: 'stopped', read: 2 }, { status: 'stopped', read: 0 }],
    });
  });

  it('begins no other connection', () => {
    lab.answer(people(2, 2));
    lab.machine.run(project, 'syncAll', [['lab', 'other', 'third']]);
    expect(Object.keys(properties()).filter((name) => name.startsWith('cursor.other'))).toHaveLength(1);
    lab = createLab(project);
    lab.answer(people(2, 2, { pages: [{ rows: [], ms: 6000 }] }));
    lab.machine.faults.hook('after', 1, askToStop, { method: 'Utilities.sleep' });
    const outcome = lab.machine.run(project, 'syncAll', [['lab', 'other', 'third']]);
    expect(outcome).toMatchObject({
      value: {
        state: 'stopped',
        entries: [
          { connection: 'lab', status: 'finished' },
          { connection: 'other', stream: '', status: 'stopped' },
        ],
      },
    });
    expect(Object.keys(properties()).filter((name) => name.startsWith('cursor.other'))).toEqual([]);
    expectNothingLeft();
  });

  it('begins no copy of a table', () => {
    lab.answer(slow({ file: { name: 'people.csv', separator: ';' } }));
    expect(syncUntil(5)).toMatchObject({ state: 'stopped', entries: [{ status: 'finished', read: 10 }] });
    expect(lab.machine.state.properties.script['people.csv']).toBeUndefined();
  });

  it('repeats no labels', () => {
    const labels = [{ stream: 'people', by: 'id', columns: { name: 'name' } }];
    lab.answer(people(2, 2), people(2, 2, { name: 'folders', labels, pages: [{ rows: [{ id: 'p1' }], ms: 6000 }] }));
    lab.sync();
    expect(syncUntil(2, { relabel: true })).toMatchObject({ state: 'stopped', entries: [{ read: 2 }, { read: 1 }] });
    expect(lab.records('folders').p1?.name).toBe('');
  });

  it('ends when it next goes on, if it was paused or killed meanwhile', () => {
    lab.answer(slow({ pages: [{ rows: [{ id: 'p1' }] }, { rows: [], ms: 400_000 }] }));
    lab.machine.run(project, 'sync');
    askToStop();
    const sent = lab.machine.calls()['Utilities.sleep'];
    lab.machine.advance(3_600_000);
    expect(lab.machine.calls()['Utilities.sleep']).toBe(sent);
    expect(lab.machine.executions.at(-1)).toMatchObject({
      value: { state: 'stopped', entries: [{ stream: '', status: 'stopped', read: 1, inserted: 1 }] },
    });
    expectNothingLeft();
  });

  it('goes to its end when the wish is for another one', () => {
    lab.answer(slow());
    properties().stop = JSON.stringify({ run: lab.machine.state.now - 1, by: 'bob@example.com' });
    expect(lab.sync()).toMatchObject({ state: 'finished' });
  });

  it('reads the wish once in five seconds, and not at each page', () => {
    const { pages } = people(40, 2);
    lab.answer(people(40, 2, { pages: pages.map((page) => ({ ...page, ms: 100 })) }));
    lab.sync();
    const { startedAt, endedAt } = lab.machine.executions.at(-1) ?? { startedAt: 0, endedAt: 0 };
    const reads = lab.machine.calls()['Properties.getProperty'] ?? 0;
    lab = createLab(project);
    lab.answer(people(2, 2, { pages: [{ rows: [], ms: endedAt - startedAt }] }));
    lab.sync();
    const least = lab.machine.calls()['Properties.getProperty'] ?? 0;
    expect(reads - least).toBeLessThanOrEqual((endedAt - startedAt) / 5000);
  });

  it.each(['before', 'after'] as const)('is over in the end, whichever call Google kills it %s', (moment) => {
    for (let n = 1; ; n += 1) {
      lab = createLab(project);
      lab.answer(slow());
      lab.machine.faults.hook('after', 2, askToStop, { method: 'Utilities.sleep' });
      lab.machine.faults.kill(moment, n);
      const { status } = lab.machine.run(project, 'sync');
      lab.machine.faults.clear();
      if (status !== 'killed') break;
      lab.machine.advance(2 * 3_600_000);
      expect([n, lab.machine.state.triggers, properties().run]).toEqual([n, [], undefined]);
      lab.settle();
      expect([n, Object.keys(lab.records('people')).length]).toEqual([n, 10]);
    }
  });
});
