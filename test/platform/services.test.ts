import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';

let project: Project;
let machine: Machine;

beforeAll(async () => {
  project = await bundle('test/platform/script.ts');
});

beforeEach(() => {
  machine = createMachine({ startAt: Date.UTC(2026, 10, 20, 8), email: 'anne@example.com', locale: 'fr' });
});

function run(name: string, ...args: unknown[]): unknown {
  const outcome = machine.run(project, name, args);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe('property stores', () => {
  it('keep what was stored for the next execution, each for itself', () => {
    run('writeStores');
    expect(run('readStores')).toEqual(['document', { a: 'user' }, null]);
  });

  it('say plainly that a script without a spreadsheet has no document properties', () => {
    machine = createMachine({ bound: false });
    expect(machine.run(project, 'writeStores')).toMatchObject({
      status: 'failed',
      error: { name: 'DataError', message: expect.stringContaining('bound to no spreadsheet') as string },
    });
  });
});

describe('locks', () => {
  it('are free when nobody holds them', () => {
    expect(run('acquireLocks')).toEqual([true, true]);
  });

  it('are taken while another execution holds them', () => {
    let second: unknown;
    machine.faults.hook(
      'after',
      2,
      () => {
        second = run('acquireLocks');
      },
      { method: 'Lock.tryLock' },
    );
    expect(run('acquireLocks')).toEqual([true, true]);
    expect(second).toEqual([false, false]);
  });

  it('exist for a script without a spreadsheet', () => {
    machine = createMachine({ bound: false });
    expect(run('acquireLocks')).toEqual([true, true]);
  });
});

describe('the clock', () => {
  it('moves on while the script sleeps', () => {
    expect(run('sleepMinute')).toBe(60_000);
  });
});

describe('random bytes', () => {
  it('are as many as asked for and never the same', () => {
    const first = run('drawBytes', 32) as number[];
    expect(first).toHaveLength(32);
    expect(run('drawBytes', 32)).not.toEqual(first);
    expect(first.every((byte) => byte >= 0 && byte <= 255)).toBe(true);
  });
});

describe('the session', () => {
  it('knows the address and the language of the person', () => {
    expect(run('whoAmI')).toEqual(['anne@example.com', 'fr']);
  });
});

describe('triggers', () => {
  const woken = (): number => machine.executions.filter(({ functionName }) => functionName === 'woken').length;

  it('call after the time that was asked for, then every hour until they are stopped', () => {
    run('wakeIn', 60_000);
    machine.advance(59_000);
    expect(woken()).toBe(0);
    machine.advance(60_000);
    expect(woken()).toBe(1);
    machine.advance(2 * 3_600_000);
    expect(woken()).toBe(3);
    run('letSleep');
    machine.advance(2 * 3_600_000);
    expect(woken()).toBe(3);
  });

  it('replace an earlier plan', () => {
    run('wakeIn', 60_000);
    run('wakeIn', 120_000);
    expect(machine.state.triggers).toHaveLength(2);
    machine.advance(119_000);
    expect(woken()).toBe(0);
  });

  it('leave a plan standing when the execution is killed while it replaces the other', () => {
    run('wakeIn', 60_000);
    machine.resetCalls();
    machine.faults.kill('before', 1, { method: 'ScriptApp.deleteTrigger' });
    expect(machine.run(project, 'wakeIn', [120_000]).status).toBe('killed');
    machine.advance(3_600_000);
    expect(woken()).toBeGreaterThan(0);
  });

  it('call every hour, however often that was asked for', () => {
    run('wakeHourly');
    run('wakeHourly');
    expect(machine.state.triggers).toHaveLength(1);
    machine.advance(3 * 3_600_000);
    expect(woken()).toBe(3);
  });

  it('are gone when nobody needs them any more', () => {
    run('wakeIn', 60_000);
    run('letSleep');
    expect(machine.state.triggers).toEqual([]);
  });
});
