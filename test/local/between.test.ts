import type { PassedCall } from '../../local/apps-script/account';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import { run, valueOf } from './script';

const STORE = 'const s = PropertiesService.getScriptProperties();';

/** A machine that does something after each costed call, but for those that it makes itself. */
function watched(act: (call: PassedCall, machine: Machine) => void): Machine {
  let isActing = false;
  const machine = createMachine({
    between(call) {
      if (isActing) return;
      isActing = true;
      act(call, machine);
      isActing = false;
    },
  });
  return machine;
}

describe('between two calls of an execution', () => {
  it('the machine tells what has passed, how long it took and since when the execution runs', () => {
    const passed: PassedCall[] = [];
    const machine = watched((call) => passed.push(call));
    machine.faults.http(1, { status: 200, body: '', delay: 9000 });
    const { startedAt } = run(`${STORE} s.getProperty('a'); UrlFetchApp.fetch('https://a.example')`, machine);
    expect(passed).toEqual([
      { method: 'Properties.getProperty', took: 50, startedAt, isLocked: false },
      { method: 'UrlFetchApp.fetch', took: 10_500, startedAt, isLocked: false },
    ]);
  });

  it('another execution runs and leaves what it stored', () => {
    const machine = watched((call) => {
      if (call.method === 'Utilities.sleep') run(`${STORE} s.setProperty('stop', 'yes')`, machine);
    });
    expect(
      valueOf(`${STORE} let n = 0; while (!s.getProperty('stop')) { Utilities.sleep(1); n++ } return n`, machine),
    ).toBe(1);
  });

  it('the time of another execution is not taken from the six minutes of the first', () => {
    const machine = watched(({ method }) => {
      if (method === 'Utilities.sleep') run('for (let i = 0; i < 3; i++) Utilities.sleep(100000)', machine);
    });
    const body = 'for (let i = 0; i < 3; i++) Utilities.sleep(100000); return 1';
    expect(valueOf(body, machine)).toBe(1);
    expect(run(`${body}; Utilities.sleep(100000)`, createMachine()).status).toBe('done');
    expect(run('for (let i = 0; i < 5; i++) Utilities.sleep(100000)', machine).status).toBe('killed');
  });

  it('the machine tells that a lock for moments is held, which the lock of the document is not', () => {
    const locked: boolean[] = [];
    const machine = watched(({ isLocked }) => locked.push(isLocked));
    run('LockService.getDocumentLock().tryLock(1)', machine);
    run('const l = LockService.getScriptLock(); l.tryLock(1); l.releaseLock()', machine);
    run('LockService.getUserLock().tryLock(1)', machine);
    expect(locked).toEqual([false, true, false, true]);
  });

  it('writes that are not flushed wait, whatever another execution writes meanwhile', () => {
    const sheet = 'const sheet = SpreadsheetApp.getActiveSheet();';
    const machine = watched(({ method }) => {
      if (method !== 'Properties.getProperty') return;
      run(`${sheet} sheet.getRange('A1').setValue('second')`, machine);
    });
    const body = `${sheet} ${STORE} sheet.getRange('A1:B1').setValues([['first', 1]]); s.getProperty('a'); return sheet.getRange('A1:B1').getValues()`;
    expect(valueOf(body, machine)).toEqual([['first', 1]]);
  });
});
