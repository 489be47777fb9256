import fc from 'fast-check';
import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Home, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

const BOB = { as: 'page', person: { email: 'bob@example.com', locale: 'fr' } } as const;
const PAGE = { as: 'page' } as const;

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  // Ten in the morning in Paris.
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function save(draft: object = bakery()): ConnectionView {
  return addOn.save(draft);
}

const properties = (): Record<string, string> => addOn.machine.state.properties.document;
const scheduleOf = (id: string): unknown => JSON.parse(properties()[`schedule.${id}`] ?? 'null');

describe('a property that another version or a hand wrote', () => {
  const ODD = { id: '0123456789', connector: 5, title: {}, settings: null, streams: 'x', owner: 1, createdAt: 3 };
  it.each([
    ['connection.0123456789', '{'],
    ['connection.0123456789', 'null'],
    ['connection.0123456789', JSON.stringify(ODD)],
    ['schedule.@', '{'],
    ['schedule.@', '{"every":"year","hour":99,"next":"x"}'],
    ['last.@', '{"status":"great"}'],
    ['run', '{'],
    ['run', '{}'],
    ['stop', '{'],
    ['job.@', '{'],
    ['pace.@', '{'],
    ['cursor.@.loaves', '{"pass":{"x":1},"ended":{"y":2}}'],
  ])('takes nothing else away: %s is %s', (name, text) => {
    const { id } = save();
    properties()[name.replace('@', id)] = text;
    const home = addOn.call('openHome') as Result<Home>;
    expect(home).toMatchObject({ ok: true, value: { connections: [{ id }], progress: null } });
    expect(addOn.call('runNow')).toMatchObject({ value: { state: 'finished', entries: [{ status: 'finished' }] } });
    for (const call of ['readProgress', 'exportConnections', 'stopRun'])
      expect(addOn.call(call)).toMatchObject({ ok: true });
    addOn.click('onOpen');
    expect(addOn.machine.run(project, 'hourlyTick', [], { as: 'trigger' }).status).toBe('done');
    expect(addOn.call('removeConnection', id, 'delete')).toEqual({ ok: true, value: null });
  });
});

describe('a call of a page', () => {
  const CALLS = ['openHome', 'chooseLanguage', 'testConnection', 'saveConnection', 'readEndings', 'pauseConnection'];
  const MORE = ['removeConnection', 'runNow', 'readHistory', 'importConnections'];

  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CALLS, ...MORE), fc.array(fc.jsonValue(), { maxLength: 3 }), (name, given) => {
        const outcome = addOn.machine.run(project, name, given, PAGE);
        expect(outcome).toMatchObject({ status: 'done', value: { ok: expect.any(Boolean) as boolean } });
        expect(outcome).not.toMatchObject({ value: { kind: 'Error' } });
      }),
      { numRuns: 60 },
    );
  });

  it('answers when Google does not even say which language the user speaks', () => {
    addOn.machine.faults.fail(1, 'Service error', { method: 'Session.getActiveUserLocale' });
    expect(addOn.call('readEndings', 'x')).toMatchObject({ ok: false, kind: 'SettingsError' });
  });

  it('has saved a connection also when the menu cannot be drawn again', () => {
    addOn.machine.faults.fail(1, 'Service error', { method: 'Menu.addToUi' });
    expect(addOn.call('saveConnection', bakery())).toMatchObject({ ok: true });
  });

  it('tells in plain words that a connection is too large for Google', () => {
    const settings = { site: `https://${'é'.repeat(1980)}`, mood: '€'.repeat(2000) };
    expect(addOn.call('saveConnection', bakery(settings))).toMatchObject({ kind: 'DataError' });
    expect(Object.keys(properties())).toEqual([]);
  });

  it('imports nothing when there is no room for all', () => {
    const settings = { site: `https://${'é'.repeat(1900)}` };
    const connections = Array.from({ length: 120 }, (_, n) => ({ connector: 'bakery', title: String(n), settings }));
    properties().other = 'x'.repeat(9000);
    const text = JSON.stringify({ format: 'sync/connections', version: 1, connections });
    for (let n = 0; n < 9; n++) properties()[`other${String(n)}`] = 'x'.repeat(9000);
    expect(addOn.call('importConnections', text)).toMatchObject({ ok: false, kind: 'DataError' });
    expect(Object.keys(properties()).filter((name) => !name.startsWith('other'))).toEqual([]);
  });

  it('does not bring back a connection that somebody removes while it is saved', () => {
    const { id } = save();
    const remove = (): void => void addOn.machine.run(project, 'removeConnection', [id, 'keep'], BOB);
    addOn.machine.resetCalls();
    addOn.machine.faults.hook('before', 2, remove, { method: 'Properties.getProperty' });
    const renamed = { id, connector: 'bakery', title: 'New', settings: { site: 'https://bakery.example' } };
    expect(addOn.machine.run(project, 'saveConnection', [renamed], PAGE)).toMatchObject({ value: { ok: false } });
    expect(Object.keys(properties())).toEqual([]);
  });
});

describe('the trigger of a run that somebody else ended', () => {
  it('leaves the run of another person alone, and goes', () => {
    const { id } = save();
    const killed = (person?: typeof BOB.person): void => {
      addOn.machine.resetCalls();
      addOn.machine.faults.kill('after', 1, { method: 'Properties.setProperty' });
      expect(addOn.machine.run(project, 'runNow', [[id]], { as: 'page', ...(person ? { person } : {}) }).status).toBe(
        'killed',
      );
    };
    killed(BOB.person);
    addOn.call('stopRun');
    killed();
    const trigger = addOn.machine.run(project, 'continueSync', [], { ...BOB, as: 'trigger' });
    expect(trigger).toMatchObject({ value: { state: 'running' } });
    expect(addOn.machine.state.triggers.some(({ owner }) => owner?.email === BOB.person.email)).toBe(false);
    expect(addOn.call('continueNow')).toMatchObject({
      value: { state: 'finished', entries: [{ status: 'finished' }] },
    });
  });
});

describe('the hourly trigger', () => {
  it('does not switch on again what somebody switches off at that moment', () => {
    const { id } = save({ ...bakery(), schedule: { every: 'day', hour: 6 } });
    addOn.machine.state.now = Date.UTC(2026, 10, 21, 5, 30);
    addOn.machine.resetCalls();
    const pause = (): void => void addOn.machine.run(project, 'pauseConnection', [id, true], BOB);
    addOn.machine.faults.hook('after', 1, pause, { method: 'Spreadsheet.getSpreadsheetTimeZone' });
    addOn.machine.run(project, 'hourlyTick', [], { as: 'trigger' });
    expect(scheduleOf(id)).toMatchObject({ paused: true });
  });
});

describe('the history', () => {
  it.each(['1e15', '1e300', '3000000'])('leaves out a run that someone dates %s', (date) => {
    save();
    addOn.call('runNow');
    addOn.machine.advance(60_000);
    addOn.call('runNow');
    addOn.hands.type('Historique', 'A2', date);
    const read = addOn.call('readHistory', null) as Result<readonly unknown[]>;
    expect(read.ok && read.value).toHaveLength(1);
  });
});
