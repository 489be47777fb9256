import type { Project } from '../../local/apps-script/project';
import type { Result, RunView } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

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

describe('a sync from the menu', () => {
  it('fills the tabs and says how many rows changed', () => {
    addOn.save(bakery());
    addOn.click('syncNow');
    expect(addOn.hands.rows('Pains')).toEqual(LOAVES);
    expect(addOn.shown().at(-1)).toBe('toast: Terminé : lignes ajoutées 2, modifiées 0, retirées 0.');
  });

  it('shows on the way what is being read', () => {
    addOn.save(bakery());
    addOn.click('syncNow');
    expect(addOn.shown()[0]).toMatch(/^toast: .*Pains/);
  });

  it('shows nothing of a run that the sidebar shows itself', () => {
    addOn.save(bakery());
    addOn.call('runNow');
    expect(addOn.shown()).toEqual([]);
  });

  it('speaks English to those whose Google account does not speak French', () => {
    addOn = openAddOn(project, { locale: 'de' });
    addOn.save(bakery());
    addOn.click('syncNow');
    expect(addOn.shown().at(-1)).toBe('toast: Finished: rows added 2, updated 0, removed 0.');
  });

  it('says what to do when a stream fails, by the name of its tab', () => {
    addOn.save({ ...bakery({ mood: 'crash' }), streams: ['loaves', 'cakes'] });
    addOn.click('syncNow');
    expect(addOn.shown().at(-1)).toMatch(/^alert: Terminé, avec des échecs : lignes ajoutées 1[^]*\n\nPains : /);
  });

  it('says what to do once, and first, for a connection of which everything fails', () => {
    addOn.save({ ...bakery({ mood: 'fail' }), title: 'Corner', streams: ['loaves', 'cakes'] });
    addOn.click('syncNow');
    expect(addOn.shown().at(-1)).toBe(
      'alert: Corner : Clé refusée.\n\nTerminé, avec des échecs : lignes ajoutées 0, modifiées 0, retirées 0.',
    );
  });

  it('asks for the text of a fault of ours, without the secret in it', () => {
    addOn.save(bakery({ mood: 'crash' }));
    addOn.click('syncNow');
    const said = addOn.shown().join();
    expect(said).toContain('cannot bake with ***');
    expect(
      JSON.stringify([said, addOn.machine.executions, addOn.hands.tabs().map((tab) => addOn.hands.rows(tab))]),
    ).not.toContain(SECRET);
  });

  it('says how to begin when there is no connection', () => {
    addOn.click('syncNow');
    expect(addOn.shown()).toEqual([expect.stringContaining('menu Sync > Ouvrir Sync') as string]);
  });

  it('syncs the one connection that was chosen', () => {
    addOn.save(bakery());
    addOn.machine.advance(1000);
    addOn.save({ connector: 'library', settings: {} });
    addOn.click('syncConnection2');
    expect(addOn.hands.tabs()).toContain('Livres');
    expect(addOn.hands.tabs()).not.toContain('Pains');
  });

  it('says who is at it, and since when, while another execution writes', () => {
    addOn.save(bakery());
    addOn.machine.faults.hook(
      'after',
      1,
      () => {
        addOn.click('syncNow');
      },
      { method: 'Sheet.insertRowsAfter' },
    );
    addOn.machine.faults.hook(
      'before',
      1,
      () => {
        addOn.click('syncNow');
      },
      { method: 'Range.setValues' },
    );
    addOn.click('syncNow');
    expect(addOn.shown().join()).toContain(
      'alert: Une synchronisation lancée par anne@example.com est en cours depuis 10:0',
    );
  });
});

describe('a run that was killed', () => {
  it('goes on by itself and leaves no trigger behind', () => {
    addOn.save(bakery());
    addOn.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    expect(addOn.machine.run(project, 'syncNow', [], { as: 'menu' }).status).toBe('killed');
    addOn.machine.runUntilIdle();
    expect(addOn.hands.rows('Pains')).toEqual(LOAVES);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('goes on at the hourly tick where Google grants no other trigger', () => {
    addOn.save(bakery());
    addOn.machine.faults.fail(
      1,
      'This add-on has created too many time-based triggers in this document for this Google user account.',
      {
        method: 'ClockTriggerBuilder.create',
      },
    );
    addOn.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    addOn.machine.run(project, 'syncNow', [], { as: 'menu' });
    expect(addOn.machine.state.triggers.map(({ handler }) => handler)).toEqual(['hourlyTick']);
    addOn.machine.advance(3 * 3_600_000);
    expect(addOn.hands.rows('Pains')).toEqual(LOAVES);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('is not taken up by somebody who lacks its secrets', () => {
    addOn.save(bakery());
    addOn.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    addOn.machine.run(project, 'syncNow', [], { as: 'menu' });
    const { state, documents } = addOn.machine;
    const bob = openAddOn(project, {
      email: 'bob@example.com',
      documents,
      state: { ...state, properties: { ...state.properties, user: {} }, triggers: [] },
    });
    expect(bob.call('runNow')).toMatchObject({ ok: true, value: { state: 'running', entries: [] } });
  });
});

describe('a run for a page or the command line', () => {
  it('returns what happened to each stream, as plain JSON in the language of the user', () => {
    const { id } = addOn.save(bakery());
    const result = addOn.call('runNow', [id]) as Result<RunView>;
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: 'finished',
        entries: [{ connection: id, stream: 'loaves', status: 'finished', read: 2, inserted: 2, message: '' }],
      },
    });
  });

  it('never throws', () => {
    expect(addOn.call('runNow')).toMatchObject({ ok: false, kind: 'SettingsError' });
  });
});

describe('updating names', () => {
  const harbour = { connector: 'harbour', settings: { entry: 'guest' } };

  it('repeats in old rows what the records that they name are called now', () => {
    addOn.save(harbour);
    addOn.click('syncNow');
    addOn.click('syncNow');
    expect(addOn.hands.rows('Capitaines')[1]).toEqual(['c', 'Grace']);
    expect(addOn.hands.rows('Bateaux')[1]).toEqual(['s', 'c', 'Ada']);
    addOn.click('relabelNow');
    expect(addOn.hands.rows('Bateaux')[1]).toEqual(['s', 'c', 'Grace']);
  });

  it('is for the connections that have names to repeat', () => {
    addOn.save(bakery());
    addOn.machine.advance(1000);
    addOn.save(harbour);
    addOn.click('relabelNow');
    expect(addOn.hands.tabs()).toContain('Bateaux');
    expect(addOn.hands.tabs()).not.toContain('Pains');
  });

  it('is asked for by a page', () => {
    const { id } = addOn.save(harbour);
    addOn.call('runNow', [id]);
    expect(addOn.call('runNow', [id], { relabel: true })).toMatchObject({ ok: true, value: { state: 'finished' } });
    expect(addOn.hands.rows('Bateaux')[1]).toEqual(['s', 'c', 'Grace']);
  });
});
