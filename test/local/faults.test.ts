import { createMachine } from '../../local/apps-script/machine';
import { project, run } from './script';

/** Writes a, b and c: three calls that cost, and one handle. */
const WRITE = "const s = PropertiesService.getUserProperties(); for (const k of ['a', 'b', 'c']) s.setProperty(k, k)";

describe('a planned fault', () => {
  it('fails the n-th call with a text and no effect', () => {
    const machine = createMachine();
    machine.faults.fail(2, 'Service error');
    expect(run(WRITE, machine)).toMatchObject({
      status: 'failed',
      error: { name: 'Exception', message: 'Service error' },
    });
    expect(machine.state.properties.user).toEqual({ a: 'a' });
  });

  it('kills before the n-th call: it has no effect', () => {
    const machine = createMachine();
    machine.faults.kill('before', 2);
    expect(run(WRITE, machine).status).toBe('killed');
    expect(machine.state.properties.user).toEqual({ a: 'a' });
  });

  it('kills after the n-th call: it has its effect, and nothing after it', () => {
    const machine = createMachine();
    machine.faults.kill('after', 2);
    expect(
      run(`try { ${WRITE} } finally { PropertiesService.getUserProperties().deleteAllProperties() }`, machine).status,
    ).toBe('killed');
    expect(machine.state.properties.user).toEqual({ a: 'a', b: 'b' });
  });

  it('strikes once', () => {
    const machine = createMachine();
    machine.faults.kill('before', 1, { within: 'execution' });
    expect([run(WRITE, machine).status, run(WRITE, machine).status]).toEqual(['killed', 'done']);
  });

  it('counts on over executions unless told otherwise', () => {
    const machine = createMachine();
    machine.faults.fail(4, 'now');
    expect([run(WRITE, machine).status, run(WRITE, machine).status]).toEqual(['done', 'failed']);
  });

  it('strikes a later call when it was planned too late for the n-th, if it may', () => {
    const machine = createMachine();
    const plan = (orLater: boolean): void => {
      machine.faults.kill('before', 1, { within: 'execution', orLater });
    };
    machine.faults.hook('after', 2, () => {
      plan(true);
    });
    expect(run(WRITE, machine).status).toBe('killed');
    expect(machine.state.properties.user).toEqual({ a: 'a', b: 'b' });
    machine.resetCalls();
    machine.faults.hook('after', 2, () => {
      plan(false);
    });
    expect(run(WRITE, machine).status).toBe('done');
  });

  it('can number the calls of one method, handles included', () => {
    const machine = createMachine();
    machine.faults.fail(1, 'no store', { method: 'PropertiesService.getUserProperties' });
    expect(run(WRITE, machine)).toMatchObject({ error: { message: 'no store' } });
  });

  it('starts its numbers anew when the counters are reset', () => {
    const machine = createMachine();
    run(WRITE, machine);
    machine.resetCalls();
    machine.faults.fail(1, 'first');
    expect(run(WRITE, machine).status).toBe('failed');
  });

  it('lets something happen beside the script at the n-th call', () => {
    const machine = createMachine();
    machine.faults.hook('after', 1, () => (machine.state.properties.user.x = 'from outside'));
    expect(run(`${WRITE}; return s.getProperty('x')`, machine)).toMatchObject({ value: 'from outside' });
  });
});

describe('a lock', () => {
  const OTHER = project(
    'function other() { const l = LockService.getScriptLock(); return [l.tryLock(1000), l.hasLock()] }',
  );

  it('keeps a second execution out until it is released', () => {
    const machine = createMachine();
    const seen: unknown[] = [];
    const look = (): void => {
      const outcome = machine.run(OTHER, 'other');
      seen.push(outcome.status === 'done' ? outcome.value : outcome);
    };
    machine.faults.hook('after', 1, look, { method: 'Lock.waitLock' });
    machine.faults.hook('after', 1, look, { method: 'Lock.releaseLock' });
    run('const l = LockService.getScriptLock(); l.waitLock(1); l.releaseLock()', machine);
    expect(seen).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('throws from waitLock when another execution holds it, after the time it waited', () => {
    const machine = createMachine();
    const waiter = project('function wait() { LockService.getScriptLock().waitLock(5000) }');
    let outcome;
    machine.faults.hook('after', 1, () => (outcome = machine.run(waiter, 'wait')), { method: 'Lock.tryLock' });
    const { endedAt, startedAt } = run('LockService.getScriptLock().tryLock(1)', machine);
    expect(outcome).toMatchObject({
      error: { message: 'Lock timeout: another process was holding the lock for too long.' },
    });
    expect(endedAt - startedAt).toBeGreaterThanOrEqual(5000);
  });

  it('ends with its execution, by a kill too', () => {
    const machine = createMachine();
    machine.faults.kill('after', 1, { method: 'Lock.tryLock' });
    expect(run('LockService.getScriptLock().tryLock(1)', machine).status).toBe('killed');
    expect(machine.run(OTHER, 'other')).toMatchObject({ value: [true, true] });
  });

  it('of the script does not exclude the lock of the user', () => {
    const body =
      'LockService.getScriptLock().tryLock(1); return [LockService.getUserLock().hasLock(), LockService.getUserLock().tryLock(1)]';
    expect(run(body)).toMatchObject({ value: [false, true] });
  });

  it('of the document is null for a standalone script', () => {
    expect(run('return LockService.getDocumentLock()', createMachine({ bound: false }))).toMatchObject({ value: null });
  });
});
