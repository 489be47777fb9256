import { createMachine, type Machine } from '../../local/apps-script/machine';
import { caught, project, run, valueOf } from './script';

const HOUR = 3_600_000;
/** A Thursday, 10:00 in Paris. */
const START = Date.UTC(2026, 0, 15, 9);

/** A machine on which `made` was created for a handler that returns its event. */
function armed(made: string, startAt = START): Machine {
  const machine = createMachine({ startAt });
  const script = project(
    `function main() { ScriptApp.newTrigger('handler').timeBased()${made}.create() } function handler(e) { return e }`,
  );
  const outcome = machine.run(script, 'main');
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return machine;
}

function firings(machine: Machine, ms: number): string[] {
  return machine.advance(ms).map(({ at }) => new Date(at).toISOString());
}

describe('a clock trigger (developers.google.com, ClockTriggerBuilder)', () => {
  it.each([
    ['.everyMinutes(30)', 6 * HOUR, 12],
    ['.everyHours(1)', 24 * HOUR, 24],
    ['.everyHours(6)', 24 * HOUR, 4],
    ['.everyDays(1)', 72 * HOUR, 3],
    ['.everyDays(2).atHour(6)', 96 * HOUR, 2],
    ['.everyWeeks(1)', 28 * 24 * HOUR, 4],
    ['.onWeekDay(ScriptApp.WeekDay.MONDAY)', 14 * 24 * HOUR, 2],
    ['.onMonthDay(1)', 90 * 24 * HOUR, 3],
    ['.after(60000)', 24 * HOUR, 1],
    ['.at(new Date(Date.now() + 5000))', 24 * HOUR, 1],
    ['.atDate(2026, 1, 20)', 10 * 24 * HOUR, 1],
  ])('%s fires in %d ms %d times', (made, ms, times) => {
    expect(firings(armed(made), ms)).toHaveLength(times);
  });

  it('after(ms) fires that many milliseconds after it was made', () => {
    expect(armed('.after(90000)').advance(HOUR)[0]?.at).toBe(START + 90_000);
  });

  it('atHour and nearMinute fire within fifteen minutes of that time, at the same minute every day', () => {
    const times = firings(armed('.everyDays(1).atHour(8).nearMinute(30)'), 72 * HOUR);
    const minutes = new Set(times.map((time) => time.slice(11, 16)));
    expect(minutes.size).toBe(1);
    for (const time of times) {
      const offset = Date.parse(time) - Date.parse(`${time.slice(0, 10)}T07:30:00Z`);
      expect(Math.abs(offset)).toBeLessThanOrEqual(15 * 60_000);
    }
  });

  it('keeps the hour on the clock when summer time begins', () => {
    const machine = armed('.everyDays(1).atHour(8)', Date.UTC(2026, 2, 27, 12));
    const hours = machine.advance(72 * HOUR).map(({ at }) => new Date(at).getUTCHours());
    expect(hours).toEqual([7, 6, 6]);
  });

  it('inTimezone counts the hour there', () => {
    const [first] = firings(armed(".everyDays(1).atHour(8).inTimezone('America/New_York')"), 24 * HOUR);
    expect(first).toMatch(/T13:/);
  });

  it('refuses a time zone that does not exist', () => {
    expect(caught("ScriptApp.newTrigger('f').timeBased().inTimezone('Europe/Nowhere')")).toContain('timezone');
  });

  it('hands the handler a full event in UTC', () => {
    const [fired] = armed('.after(60000)').advance(HOUR);
    expect(fired?.outcome).toMatchObject({
      status: 'done',
      caller: 'trigger',
      value: {
        timezone: 'UTC',
        ...{
          year: 2026,
          month: 1,
          'day-of-month': 15,
          'day-of-week': 4,
          'week-of-year': 3,
          hour: 9,
          minute: 1,
          second: 0,
        },
      },
    });
  });

  it('that fired once stays listed, and counts, until it is deleted; it does not fire again', () => {
    const machine = armed('.after(60000)');
    machine.advance(HOUR);
    expect(valueOf('return ScriptApp.getProjectTriggers().length', machine)).toBe(1);
    expect(machine.advance(1000 * HOUR)).toEqual([]);
  });
});

describe('the clock', () => {
  it('fires several triggers in the order of their times', () => {
    const machine = createMachine({ startAt: START });
    const script = project(`
      function main() {
        ScriptApp.newTrigger('late').timeBased().after(120000).create();
        ScriptApp.newTrigger('early').timeBased().after(60000).create();
      }
      function late() {}
      function early() {}`);
    machine.run(script, 'main');
    expect(machine.advance(HOUR).map(({ handler }) => handler)).toEqual(['early', 'late']);
    expect(machine.state.now).toBe(START + HOUR + 100);
  });

  it('fires a trigger that a handler made, when it falls due in the same stretch', () => {
    const machine = createMachine({ startAt: START });
    const script = project(`
      function main() { ScriptApp.newTrigger('again').timeBased().after(60000).create() }
      function again() {
        const left = 3 - ScriptApp.getProjectTriggers().length;
        if (left > 0) ScriptApp.newTrigger('again').timeBased().after(60000).create();
      }`);
    machine.run(script, 'main');
    expect(machine.advance(HOUR)).toHaveLength(3);
  });

  it('starts what fell due during a long run once, right after it', () => {
    const machine = createMachine({ startAt: START });
    const script = project(`
      function main() { ScriptApp.newTrigger('slow').timeBased().everyMinutes(1).create() }
      function slow() { Utilities.sleep(150000) }`);
    machine.run(script, 'main');
    const times = machine.advance(5 * 60_000).map(({ at }) => Math.round((at - START) / 1000));
    expect(times).toEqual([60, 210]);
  });

  it('runs until no one-shot trigger is pending', () => {
    const machine = createMachine({ startAt: START });
    const script = project(`
      function main() {
        const store = PropertiesService.getScriptProperties();
        const step = Number(store.getProperty('step')) + 1;
        store.setProperty('step', step);
        ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t));
        if (step < 4) ScriptApp.newTrigger('main').timeBased().after(1000).create();
      }`);
    machine.run(script, 'main');
    expect(machine.runUntilIdle()).toHaveLength(3);
    expect(machine.state.triggers).toEqual([]);
  });

  it('reports a handler that does not exist as a failed execution', () => {
    const machine = createMachine();
    run("ScriptApp.newTrigger('gone').timeBased().after(1000).create()", machine);
    expect(machine.runUntilIdle()[0]?.outcome).toMatchObject({ error: { message: 'Script function not found: gone' } });
  });
});

describe('a trigger that is fired by hand', () => {
  it('has fired then when it was to fire once', () => {
    const machine = armed('.after(60000)');
    const [trigger] = machine.state.triggers;
    expect(machine.fire(trigger?.id ?? '')).toMatchObject({ status: 'done', caller: 'trigger', value: { hour: 9 } });
    expect(machine.advance(HOUR)).toEqual([]);
  });

  it('keeps its times otherwise', () => {
    const machine = armed('.everyHours(1)');
    const nextAt = machine.state.triggers[0]?.nextAt;
    machine.fire(machine.state.triggers[0]?.id ?? '');
    expect(machine.state.triggers[0]?.nextAt).toBe(nextAt);
  });

  it('must be there', () => {
    expect(() => createMachine().fire('7')).toThrow('There is no trigger 7.');
  });
});

describe('ScriptApp', () => {
  it('refuses to delete a trigger twice', () => {
    const body =
      "const t = ScriptApp.newTrigger('f').timeBased().after(1).create(); ScriptApp.deleteTrigger(t); ScriptApp.deleteTrigger(t)";
    expect(caught(body)).toContain('deleteTrigger');
  });

  it('makes spreadsheet triggers with their type and source', () => {
    const body = `
      const t = ScriptApp.newTrigger('f').forSpreadsheet('abc').onChange().create();
      return [t.getEventType() === ScriptApp.EventType.ON_CHANGE, String(t.getTriggerSource()), t.getTriggerSourceId()]`;
    expect(valueOf(body)).toEqual([true, 'SPREADSHEETS', 'abc']);
  });

  it('lets an add-on have one of each type, hourly at most', () => {
    const addOn = createMachine({ addOn: true });
    const clock = "ScriptApp.newTrigger('f').timeBased()";
    const edit = "ScriptApp.newTrigger('f').forSpreadsheet('abc').onEdit().create()";
    const person = { email: 'paul@example.com', locale: 'fr' };
    const interval = 'The recurrence interval for an Add-on trigger must be at least one hour.';
    expect(caught(`${clock}.everyMinutes(30).create()`, addOn)).toBe(interval);
    valueOf(`${clock}.everyHours(1).create(); ${edit}`, addOn);
    const tooMany = (kind: string): string =>
      `This add-on has created too many ${kind} triggers in this document for this Google user account.`;
    expect(caught(`${clock}.after(1000).create()`, addOn)).toBe(tooMany('time-based'));
    expect(caught(edit, addOn)).toBe(tooMany('edit'));
    expect(caught(`${clock}.after(1000).create()`, addOn, { person })).toBeNull();
  });

  it('says that the user has consented', () => {
    const body =
      'return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED';
    expect(valueOf(body)).toBe(true);
  });
});
