import { createMachine, type Machine } from '../../local/apps-script/machine';
import { project, run, valueOf } from './script';

const ANNE = { person: { email: 'anne@example.com', locale: 'fr' } };
const PAUL = { person: { email: 'paul@example.com', locale: 'en' } };

function shared(): Machine {
  return createMachine({ email: ANNE.person.email });
}

describe('two people with one spreadsheet', () => {
  it('are told apart by the session', () => {
    const body = 'return [Session.getActiveUser().getEmail(), Session.getActiveUserLocale()]';
    const machine = shared();
    expect(valueOf(body, machine)).toEqual(['anne@example.com', 'fr']);
    expect(valueOf(body, machine, PAUL)).toEqual(['paul@example.com', 'en']);
  });

  it.each(['PropertiesService.getUserProperties()', 'CacheService.getUserCache()'])(
    'do not read what the other keeps in %s',
    (store) => {
      const machine = shared();
      const [write, read] = store.startsWith('Prop') ? ['setProperty', 'getProperty'] : ['put', 'get'];
      run(`${store}.${write}('key', 'of Anne')`, machine, ANNE);
      expect(valueOf(`return ${store}.${read}('key')`, machine, PAUL)).toBeNull();
      run(`${store}.${write}('key', 'of Paul')`, machine, PAUL);
      expect(valueOf(`return ${store}.${read}('key')`, machine, ANNE)).toBe('of Anne');
      expect(valueOf(`return ${store}.${read}('key')`, machine, PAUL)).toBe('of Paul');
    },
  );

  it('share what the document keeps', () => {
    const machine = shared();
    run("PropertiesService.getDocumentProperties().setProperty('key', 'all')", machine, ANNE);
    expect(valueOf("return PropertiesService.getDocumentProperties().getProperty('key')", machine, PAUL)).toBe('all');
  });

  it('hold a user lock each, and one document lock together', () => {
    const machine = shared();
    const taken: unknown[] = [];
    machine.faults.hook('after', 2, () => {
      taken.push(
        valueOf(
          'return [LockService.getUserLock().tryLock(1), LockService.getDocumentLock().tryLock(1)]',
          machine,
          PAUL,
        ),
      );
    });
    run('LockService.getUserLock().tryLock(1); LockService.getDocumentLock().tryLock(1)', machine, ANNE);
    expect(taken).toEqual([[true, false]]);
  });
});

describe('the triggers of two people', () => {
  const SCRIPT = project(`
    function make(n) { for (let i = 0; i < n; i++) ScriptApp.newTrigger('who').timeBased().after(1000 + i).create() }
    function list() { return ScriptApp.getProjectTriggers().length }
    function clear() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)) }
    function who() { return [Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale()] }`);

  it('are listed, counted and deleted for their owner alone', () => {
    const machine = shared();
    machine.run(SCRIPT, 'make', [20], ANNE);
    expect(machine.run(SCRIPT, 'make', [2], PAUL).status).toBe('done');
    expect(machine.run(SCRIPT, 'list', [], ANNE)).toMatchObject({ value: 20 });
    expect(machine.run(SCRIPT, 'list', [], PAUL)).toMatchObject({ value: 2 });
    machine.run(SCRIPT, 'clear', [], PAUL);
    expect(machine.run(SCRIPT, 'list', [], PAUL)).toMatchObject({ value: 0 });
    expect(machine.run(SCRIPT, 'list', [], ANNE)).toMatchObject({ value: 20 });
  });

  it('fire as their owner', () => {
    const machine = shared();
    machine.run(SCRIPT, 'make', [1], PAUL);
    const [fired] = machine.runUntilIdle();
    expect(fired?.outcome).toMatchObject({ person: 'paul@example.com', value: ['paul@example.com', 'en'] });
  });

  it("that name no owner are the account holder's", () => {
    const machine = shared();
    const schedule = { kind: 'once', at: machine.state.now } as const;
    const trigger = { id: '1', handler: 'who', event: 'CLOCK', schedule, sourceId: null, nextAt: schedule.at } as const;
    machine.state.triggers.push({ ...trigger });
    expect(machine.run(SCRIPT, 'list', [], ANNE)).toMatchObject({ value: 1 });
    expect(machine.runUntilIdle()[0]?.outcome).toMatchObject({ value: ['anne@example.com', 'fr'] });
  });
});
