import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

const HOUR = 3_600_000;

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
  const result = addOn.call('saveConnection', draft) as Result<ConnectionView>;
  addOn.machine.advance(1000);
  if (!result.ok) throw new Error(result.advice);
  return result.value;
}

function views(): readonly ConnectionView[] {
  const listed = addOn.call('listConnections') as Result<readonly ConnectionView[]>;
  return listed.ok ? listed.value : [];
}

function schedule(...answers: (string | null)[]): string {
  addOn.answer(...answers);
  addOn.click('scheduleOn');
  return addOn.shown().at(-1) ?? '';
}

function triggers(): string[] {
  return addOn.machine.state.triggers.map(({ handler }) => handler);
}

describe('planning from the menu', () => {
  it('asks how often and at what hour, and says when next', () => {
    save({ connector: 'library', settings: {} });
    expect(schedule('1', '6')).toBe(
      'alert: Library : chaque jour à 6 h ; prochaine fois samedi 21 novembre 2026 entre 6 h et 7 h.',
    );
    expect(triggers()).toEqual(['hourlyTick']);
  });

  it('asks for the day of a week', () => {
    save({ ...bakery(), title: 'Zendesk' });
    expect(schedule('3', '1', '6 h')).toBe(
      'alert: Zendesk : chaque semaine, le lundi à 6 h ; prochaine fois lundi 23 novembre 2026 entre 6 h et 7 h.',
    );
  });

  it('asks for the day of a month', () => {
    save({ connector: 'library', settings: {} });
    expect(schedule('4', '1er', '22:00')).toContain(
      'chaque mois, le 1er à 22 h ; prochaine fois mardi 1er décembre 2026',
    );
  });

  it('speaks English', () => {
    addOn = openAddOn(project, { locale: 'en', startAt: Date.UTC(2026, 10, 20, 9) });
    save({ connector: 'library', settings: {} });
    expect(schedule('2', '6')).toBe(
      'alert: Library: every two days at 6:00; next on Saturday 21 November 2026 between 6:00 and 7:00.',
    );
  });

  it('asks which connection when there are several', () => {
    save(bakery());
    save({ connector: 'library', settings: {} });
    schedule('3', '1', '6');
    expect(views().map((view) => view.schedule)).toEqual([
      undefined,
      {
        every: 'day',
        hour: 6,
        next: '2026-11-21',
        text: 'chaque jour à 6 h ; prochaine fois samedi 21 novembre 2026 entre 6 h et 7 h',
      },
    ]);
  });

  it('plans all of them at once with a line about each', () => {
    save(bakery());
    save({ connector: 'library', settings: {} });
    expect(schedule('1', '1', '6')).toMatch(/^alert: Bakery : chaque jour.*\nLibrary : chaque jour.*$/);
    expect(views().map((view) => view.schedule?.next)).toEqual(['2026-11-21', '2026-11-21']);
  });

  it('takes the place of an earlier plan of the same connection', () => {
    const { id } = save({ connector: 'library', settings: {} });
    schedule('1', '6');
    schedule('4', '15', '7');
    expect(addOn.machine.state.properties.document[`schedule.${id}`]).toBe(
      '{"every":"month","day":15,"hour":7,"next":"2026-12-15"}',
    );
    expect(triggers()).toEqual(['hourlyTick']);
  });

  it.each([
    ['connection', [null]],
    ['frequency', ['1', null]],
    ['day', ['1', '3', null]],
    ['hour', ['1', '3', '2', null]],
  ])('stores nothing when the question for the %s is cancelled', (_, answers) => {
    save(bakery());
    save({ connector: 'library', settings: {} });
    schedule(...answers);
    expect(views().every((view) => view.schedule === undefined)).toBe(true);
    expect(triggers()).toEqual([]);
  });

  it.each([
    ['hour', ['1', '24'], 'n’est pas une heure'],
    ['hour', ['1', 'six'], 'n’est pas une heure'],
    ['hour', ['1', '-1'], 'n’est pas une heure'],
    ['day of the month', ['4', '32', '6'], 'n’est pas un jour du mois'],
    ['day of the month', ['4', '0', '6'], 'n’est pas un jour du mois'],
  ])('takes for the %s only what is one: %j', (_, answers, advice) => {
    save({ connector: 'library', settings: {} });
    expect(schedule(...answers)).toContain(advice);
    expect(triggers()).toEqual([]);
  });

  it('is for one’s own connections only, and says whose the others are', () => {
    const { id } = save({ connector: 'library', settings: {} });
    const { document } = addOn.machine.state.properties;
    document[`connection.${id}`] = (document[`connection.${id}`] ?? '').replace('anne@', 'bob@');
    expect(schedule('1', '6')).toContain('appartiennent à bob@example.com');
    expect(triggers()).toEqual([]);
  });

  it('says how to begin when there is no connection', () => {
    expect(schedule('1', '6')).toContain('menu Sync > Configurer');
  });

  it('promises nothing where Google grants no trigger', () => {
    save({ connector: 'library', settings: {} });
    addOn.machine.faults.fail(1, 'This script has too many triggers.', { method: 'ClockTriggerBuilder.create' });
    expect(schedule('1', '6')).toContain('too many triggers');
    expect(views()[0]).not.toHaveProperty('schedule');
  });
});

describe('ending a plan from the menu', () => {
  it('removes it with its trigger', () => {
    save({ connector: 'library', settings: {} });
    schedule('1', '6');
    addOn.click('scheduleOff');
    expect(addOn.shown()).toEqual(['toast: La planification est arrêtée.']);
    expect(views()[0]).not.toHaveProperty('schedule');
    expect(triggers()).toEqual([]);
  });

  it('asks which one when there are several, and keeps the trigger for the others', () => {
    save(bakery());
    save({ connector: 'library', settings: {} });
    schedule('1', '1', '6');
    addOn.answer('2');
    addOn.click('scheduleOff');
    expect(views().map((view) => view.schedule?.every)).toEqual([undefined, 'day']);
    expect(triggers()).toEqual(['hourlyTick']);
    addOn.click('scheduleOff');
    expect(triggers()).toEqual([]);
  });

  it('says when there is nothing to end', () => {
    addOn.click('scheduleOff');
    expect(addOn.shown()).toEqual(['toast: Rien n’est planifié pour vos connexions.']);
  });
});

describe('a plan', () => {
  it('goes with its connection', () => {
    const { id } = save({ connector: 'library', settings: {} });
    schedule('1', '6');
    addOn.call('removeConnection', id);
    expect(addOn.machine.state.properties.document).toEqual({});
    addOn.machine.advance(2 * HOUR);
    expect(triggers()).toEqual([]);
  });

  it('stays when its connection changes', () => {
    const { id } = save(bakery());
    schedule('1', '6');
    const changed = save({ ...bakery({ apiKey: 'another' }), id, title: 'Corner' });
    expect(changed.schedule?.next).toBe('2026-11-21');
  });

  it('is kept by whoever the connection belongs to', () => {
    const { id } = save(bakery());
    schedule('1', '6');
    const { state, documents } = addOn.machine;
    const bob = openAddOn(project, {
      email: 'bob@example.com',
      documents,
      state: { ...state, properties: { ...state.properties, user: {} }, triggers: [] },
    });
    bob.call('saveConnection', { ...bakery({ apiKey: 'mine' }), id });
    expect(bob.machine.state.triggers.map(({ handler }) => handler)).toEqual(['hourlyTick']);
    addOn.machine.advance(2 * HOUR);
    expect(triggers()).toEqual([]);
  });
});
