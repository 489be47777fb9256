import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

const DAILY = { every: 'day', hour: 6 };

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  // A Friday, ten in the morning in Paris.
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function save(draft: object): ConnectionView {
  return value(addOn.call('saveConnection', draft));
}

function pause(id: string, isPaused: boolean): ConnectionView {
  return value(addOn.call('pauseConnection', id, isPaused));
}

function value(answer: unknown): ConnectionView {
  const result = answer as Result<ConnectionView>;
  if (!result.ok) throw new Error(result.advice);
  return result.value;
}

/** The same spreadsheet, opened by another person, whose triggers are their own. */
function asBob(): AddOn {
  const { state, documents } = addOn.machine;
  const properties = { ...state.properties, user: {} };
  const bob = { ...state, properties, triggers: [] };
  return openAddOn(project, { email: 'bob@example.com', state: bob, documents });
}

function triggers({ machine }: AddOn): string[] {
  return machine.state.triggers.map(({ handler }) => handler);
}

function document(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

describe('a schedule that is saved with a connection', () => {
  it('says when next, and is served by an hourly trigger', () => {
    expect(save({ ...bakery(), schedule: DAILY }).schedule).toEqual({
      ...DAILY,
      next: '2026-11-21',
      text: 'chaque jour à 6 h ; prochaine fois samedi 21 novembre 2026 entre 6 h et 7 h',
    });
    expect(triggers(addOn)).toEqual(['hourlyTick']);
  });

  it('stays with its next date where a draft does not speak of it or says the same', () => {
    const { id } = save({ ...bakery(), schedule: { every: 'twoDays', hour: 6 } });
    addOn.machine.state.now += 24 * 3_600_000;
    const next = '2026-11-21';
    expect(save({ ...bakery(), id, title: 'Corner' }).schedule?.next).toBe(next);
    expect(save({ ...bakery(), id, schedule: { every: 'twoDays', hour: 6 } }).schedule?.next).toBe(next);
    expect(save({ ...bakery(), id, schedule: { every: 'month', hour: 6, day: 1 } }).schedule?.next).toBe('2026-12-01');
    expect(triggers(addOn)).toEqual(['hourlyTick']);
  });

  it('ends with its trigger when there is to be none', () => {
    const { id } = save({ ...bakery(), schedule: DAILY });
    expect(save({ ...bakery(), id, schedule: null })).not.toHaveProperty('schedule');
    expect(triggers(addOn)).toEqual([]);
    expect(document()).not.toHaveProperty([`schedule.${id}`]);
  });

  it('leaves the trigger to the person’s other connections', () => {
    save({ connector: 'library', settings: {}, schedule: DAILY });
    const { id } = save({ ...bakery(), schedule: DAILY });
    save({ ...bakery(), id, schedule: null });
    expect(triggers(addOn)).toEqual(['hourlyTick']);
  });

  it('is not promised where Google grants no trigger: nothing is stored, and the field says so', () => {
    addOn.machine.faults.fail(1, 'This script has too many triggers.', { method: 'ClockTriggerBuilder.create' });
    const answer = addOn.call('saveConnection', { ...bakery(), schedule: DAILY }) as Result<unknown>;
    expect(answer).toMatchObject({ ok: false, kind: 'SettingsError', field: 'schedule' });
    expect(answer.ok ? '' : answer.advice).toContain('too many triggers');
    expect(document()).toEqual({});
  });

  it('is the owner’s to set: others read whose it is, and make no trigger', () => {
    const { id } = save(bakery());
    const bob = asBob();
    const draft = { id, connector: 'bakery', settings: { site: 'https://bakery.example' } };
    const answer = bob.call('saveConnection', { ...draft, schedule: DAILY }) as Result<unknown>;
    expect(answer).toMatchObject({ ok: false, field: 'schedule' });
    expect(answer.ok ? '' : answer.advice).toContain('anne@example.com');
    expect(triggers(bob)).toEqual([]);
    expect(document()).not.toHaveProperty([`schedule.${id}`]);
  });

  it('may be kept or ended by others', () => {
    const { id } = save({ ...bakery(), schedule: DAILY });
    const bob = asBob();
    const draft = { id, connector: 'bakery', settings: { site: 'https://bakery.example' } };
    expect(bob.call('saveConnection', { ...draft, title: 'Corner', schedule: DAILY })).toMatchObject({ ok: true });
    expect(bob.call('saveConnection', { ...draft, schedule: null })).toMatchObject({ ok: true });
    expect(document()).not.toHaveProperty([`schedule.${id}`]);
    expect(triggers(bob)).toEqual([]);
  });

  it('is served by whoever takes the connection over', () => {
    const { id } = save({ ...bakery(), schedule: DAILY });
    const bob = asBob();
    const taken = value(bob.call('saveConnection', { ...bakery({ apiKey: 'mine' }), id }));
    expect(taken).toMatchObject({ owner: 'bob@example.com', schedule: { next: '2026-11-21' } });
    expect(triggers(bob)).toEqual(['hourlyTick']);
  });
});

describe('a schedule that is switched off', () => {
  it('is remembered, and has no trigger', () => {
    const { id } = save({ ...bakery(), schedule: { every: 'week', hour: 7, day: 2 } });
    expect(pause(id, true).schedule).toMatchObject({ every: 'week', hour: 7, day: 2, paused: true });
    expect(triggers(addOn)).toEqual([]);
  });

  it('begins anew when it is switched on', () => {
    const { id } = save({ ...bakery(), schedule: { every: 'twoDays', hour: 6 } });
    pause(id, true);
    addOn.machine.state.now += 10 * 24 * 3_600_000;
    const { schedule } = pause(id, false);
    expect(schedule).toMatchObject({ every: 'twoDays', hour: 6, next: '2026-12-01' });
    expect(schedule).not.toHaveProperty('paused');
    expect(triggers(addOn)).toEqual(['hourlyTick']);
  });

  it('stays off when its connection is saved as it is', () => {
    const { id } = save({ ...bakery(), schedule: DAILY });
    pause(id, true);
    expect(save({ ...bakery(), id, title: 'Corner', schedule: DAILY }).schedule?.paused).toBe(true);
  });

  it('is on as it was where it is switched on twice', () => {
    const { id } = save({ ...bakery(), schedule: { every: 'twoDays', hour: 6 } });
    addOn.machine.state.now += 24 * 3_600_000;
    expect(pause(id, false).schedule?.next).toBe('2026-11-21');
  });

  it('is every morning where there was none', () => {
    const { id } = save(bakery());
    expect(pause(id, true)).not.toHaveProperty('schedule');
    expect(pause(id, false).schedule).toMatchObject({ every: 'day', hour: 6, next: '2026-11-21' });
  });

  it('may be so by anyone, and is switched on by the owner alone', () => {
    const { id } = save({ ...bakery(), schedule: DAILY });
    const bob = asBob();
    expect(value(bob.call('pauseConnection', id, true)).schedule?.paused).toBe(true);
    const answer = bob.call('pauseConnection', id, false) as Result<unknown>;
    expect(answer).toMatchObject({ ok: false, field: 'schedule' });
    expect(answer.ok ? '' : answer.advice).toContain('appartient à anne@example.com');
    expect(triggers(bob)).toEqual([]);
    expect(pause(id, false).schedule).not.toHaveProperty('paused');
  });

  it('is said to be gone where its connection is', () => {
    expect(addOn.call('pauseConnection', '0123456789', false)).toMatchObject({ ok: false, kind: 'DataError' });
  });
});
