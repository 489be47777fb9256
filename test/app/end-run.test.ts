import type { Project } from '../../local/apps-script/project';
import type { Result, RunView } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

const LOAVES = [
  ['id', 'name'],
  ['1', 'rye'],
  ['2', 'spelt'],
];

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  // Ten in the morning in Paris.
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

const BOB = { as: 'page', person: { email: 'bob@example.com', locale: 'fr' } } as const;

/** Something that happens beside the script while the rye loaf is written. */
function meanwhile(action: () => void): void {
  addOn.machine.resetCalls();
  addOn.machine.faults.hook('after', 1, action, { method: 'Range.setValues' });
}

const properties = (): Record<string, string> => addOn.machine.state.properties.document;
const namesLike = (pattern: RegExp): string[] => Object.keys(properties()).filter((name) => pattern.test(name));

function history(): unknown[][] {
  return addOn.hands.tabs().includes('Historique') ? addOn.hands.rows('Historique').slice(1) : [];
}

/** A run of Anne's over two connections whose execution was killed after its first page. */
function kill(): void {
  addOn.save(bakery());
  addOn.machine.advance(1000);
  addOn.save({ connector: 'library', settings: {} });
  addOn.machine.resetCalls();
  addOn.machine.faults.kill('after', 1, { method: 'Sheet.insertRowsAfter' });
  expect(addOn.machine.run(project, 'runNow', [], { as: 'page' }).status).toBe('killed');
}

describe('asking a run to end', () => {
  it('ends it at its next page, and tells whoever started it who asked', () => {
    addOn.save(bakery());
    meanwhile(() => {
      expect(addOn.machine.run(project, 'stopRun', [], BOB)).toMatchObject({ value: { ok: true, value: null } });
      addOn.machine.state.now += 6000;
    });
    const result = addOn.call('runNow') as Result<RunView>;
    expect(result).toMatchObject({ ok: true, value: { state: 'stopped', entries: [{ status: 'stopped', read: 1 }] } });
    expect(result.ok && result.value.entries[0]?.message).toContain('Arrêtée par bob@example.com.');
    expect(result.ok && result.value.summary).toBe(
      'Arrêtée : lignes ajoutées 1, modifiées 0, retirées 0. La prochaine synchronisation lira le reste.',
    );
    expect(namesLike(/^(run$|job\.|stop$)/)).toEqual([]);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('ends it at once when Google has killed its execution, with one entry for the connection under way', () => {
    kill();
    expect(addOn.call('stopRun')).toEqual({ ok: true, value: null });
    expect(history()).toHaveLength(1);
    expect(history()[0]?.slice(2, 7)).toEqual(['Bakery', '', 'arrêté', 1, 1]);
    expect(namesLike(/^(run$|job\.|stop$)/)).toEqual([]);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('ends somebody else’s paused run too, whose trigger then finds nothing to do', () => {
    kill();
    addOn.machine.run(project, 'stopRun', [], BOB);
    expect(namesLike(/^(run$|job\.|stop$)/)).toEqual([]);
    addOn.machine.advance(2 * 3_600_000);
    expect(addOn.machine.state.triggers).toEqual([]);
    expect(addOn.hands.tabs()).not.toContain('Livres');
  });

  it('ends it where it pauses, when someone asked after its last page', () => {
    addOn.save(bakery());
    meanwhile(() => {
      addOn.machine.state.now += 345_000;
      addOn.machine.faults.hook('after', 1, () => void addOn.call('stopRun'), {
        method: 'ClockTriggerBuilder.create',
      });
      addOn.machine.resetCalls();
    });
    expect(addOn.call('runNow')).toMatchObject({
      value: { state: 'stopped', entries: [{ status: 'stopped', read: 1 }] },
    });
    expect(namesLike(/^(run$|job\.|stop$)/)).toEqual([]);
  });

  it('does not end the run that the user then starts', () => {
    kill();
    const { startedAt } = JSON.parse(properties().run ?? '{}') as { readonly startedAt: number };
    properties().stop = JSON.stringify({ run: startedAt, by: 'bob@example.com' });
    expect(addOn.call('runNow')).toMatchObject({ value: { state: 'finished' } });
    expect(addOn.hands.rows('Pains')).toEqual(LOAVES);
  });

  it('does nothing when there is no run', () => {
    addOn.save(bakery());
    const before = { ...properties() };
    expect(addOn.call('stopRun')).toEqual({ ok: true, value: null });
    expect(properties()).toEqual(before);
    expect(addOn.hands.tabs()).not.toContain('Historique');
  });
});

describe('going on with a run', () => {
  it('takes up at once what Google killed at six minutes', () => {
    addOn.save(bakery());
    meanwhile(() => {
      addOn.machine.state.now += 400_000;
    });
    expect(addOn.machine.run(project, 'runNow', [], { as: 'page' }).status).toBe('killed');
    expect(addOn.call('readProgress')).toMatchObject({ value: { state: 'interrupted' } });
    expect(addOn.call('continueNow')).toMatchObject({ ok: true, value: { state: 'finished' } });
    expect(addOn.hands.rows('Pains')).toEqual(LOAVES);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('finds nothing to do when there is none', () => {
    expect(addOn.call('continueNow')).toMatchObject({ ok: true, value: { state: 'finished', entries: [] } });
  });

  it('leaves somebody else’s to them', () => {
    kill();
    expect(addOn.machine.run(project, 'continueNow', [], BOB)).toMatchObject({
      value: { ok: true, value: { state: 'running', summary: expect.stringContaining('anne@example.com') as string } },
    });
    expect(namesLike(/^run$/)).toEqual(['run']);
  });

  it('tears nothing when a page and the trigger do it at the same moment: the second is told', () => {
    kill();
    let second: unknown;
    meanwhile(() => {
      second = addOn.machine.run(project, 'continueSync', [], { as: 'trigger' });
    });
    expect(addOn.call('continueNow')).toMatchObject({ value: { state: 'finished' } });
    expect(second).toMatchObject({ value: { state: 'running' } });
    expect(addOn.hands.rows('Pains')).toEqual(LOAVES);
    expect(history().map((row) => row[3])).toEqual(['Pains', 'Livres']);
    expect(addOn.machine.state.triggers).toEqual([]);
  });
});

describe('what is remembered of a connection’s last run', () => {
  const last = (id: string): unknown => JSON.parse(properties()[`last.${id}`] ?? 'null');

  it('is how it went, each time', () => {
    const { id } = addOn.save(bakery());
    addOn.call('runNow', [id]);
    expect(last(id)).toMatchObject({ status: 'finished', read: 2, inserted: 2, message: { fr: '', en: '' } });
    addOn.call('runNow', [id]);
    expect(last(id)).toMatchObject({ status: 'finished', read: 1, inserted: 0 });
  });

  it('is kept when the history’s tab cannot be written', () => {
    const { id } = addOn.save(bakery({ mood: 'fail' }));
    addOn.machine.resetCalls();
    addOn.machine.faults.fail(1, 'This action would exceed the limit.', { method: 'Spreadsheet.insertSheet' });
    addOn.call('runNow', [id]);
    expect(addOn.hands.tabs()).not.toContain('Historique');
    expect(last(id)).toMatchObject({ status: 'failed', message: { fr: 'Clé refusée.', en: 'Key refused.' } });
  });
});
