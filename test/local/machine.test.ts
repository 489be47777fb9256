import { parse } from 'acorn';
import { createMachine } from '../../local/apps-script/machine';
import { caught, project, run, valueOf } from './script';

const START = Date.UTC(2026, 0, 15, 9);

describe('an execution', () => {
  it('hands back what the function returns', () => {
    expect(valueOf('return { a: [1, new Date(5)], b: null }')).toEqual({ a: [1, new Date(5)], b: null });
  });

  it('receives its arguments as values of its own realm', () => {
    const script = project(
      'function main(list, date) { return [list instanceof Array, date instanceof Date, list[0].x] }',
    );
    const outcome = createMachine().run(script, 'main', [[{ x: 1 }], new Date(0)]);
    expect(outcome).toMatchObject({ status: 'done', value: [true, true, 1] });
  });

  it('fails with name, message and a stack that names files as Google does', () => {
    const outcome = createMachine().run(project('function main() {\n  null.x;\n}'), 'main');
    expect(outcome).toMatchObject({ status: 'failed', error: { name: 'TypeError' } });
    expect(outcome.status === 'failed' && outcome.error.stack).toContain('at main (Code:2:8)');
  });

  it('fails when there is no such function', () => {
    const outcome = createMachine().run(project('var main = 1'), 'main');
    expect(outcome).toMatchObject({ status: 'failed', error: { message: 'Script function not found: main' } });
  });

  it('finds functions in const and as methods of an object', () => {
    const script = project('const f = () => 1; const menu = { item() { return 2 } };');
    const machine = createMachine();
    expect(machine.run(script, 'f')).toMatchObject({ value: 1 });
    expect(machine.run(script, 'menu.item')).toMatchObject({ value: 2 });
  });

  it('gets the settled value of a promise, as microtasks run after the function', () => {
    const script = project('async function main() { const a = await 1; return a + await 2 }');
    expect(createMachine().run(script, 'main')).toMatchObject({ status: 'done', value: 3 });
  });

  it('fails with the reason of a rejected promise', () => {
    const script = project("async function main() { await 1; throw new Error('late') }");
    expect(createMachine().run(script, 'main')).toMatchObject({ status: 'failed', error: { message: 'late' } });
  });

  it('starts from fresh globals, and finds what earlier ones stored', () => {
    const machine = createMachine();
    const script = project(`
      var count = 0;
      function main() {
        const store = PropertiesService.getUserProperties();
        store.setProperty('count', String(Number(store.getProperty('count')) + 1));
        return [++count, store.getProperty('count')];
      }`);
    machine.run(script, 'main');
    expect(machine.run(script, 'main')).toMatchObject({ value: [1, '2'] });
  });

  it('keeps what console and Logger said', () => {
    const { logs } = run("console.warn('a %s', 1, { b: 2 }); Logger.log('c')");
    expect(logs).toEqual([
      { level: 'warn', text: 'a 1 { b: 2 }' },
      { level: 'info', text: 'c' },
    ]);
  });

  it('of a script of 300 KB starts in less time than parsing it takes', () => {
    const line = (i: number): string =>
      `function f${String(i)}(a, b) { return { a, b, sum: a + b, list: [a, b, ${String(i)}] } }`;
    const code = `${Array.from({ length: 4500 }, (_, i) => line(i)).join('\n')}\nfunction main() { return f1(1, 2).sum }`;
    expect(code.length).toBeGreaterThan(300_000);
    const script = project(code);
    const machine = createMachine();
    machine.run(script, 'main');
    const starting = bestTime(() => machine.run(script, 'main'));
    expect(starting).toBeLessThan(bestTime(() => parse(code, { ecmaVersion: 2021 })));
  });
});

/** The shortest of several real times, in milliseconds: what the other programs on this computer do hardly counts. */
function bestTime(action: () => unknown): number {
  const times = Array.from({ length: 12 }, () => {
    const before = performance.now();
    action();
    return performance.now() - before;
  });
  return Math.min(...times);
}

describe('the realm', () => {
  it('has the virtual clock in every form of Date', () => {
    const value = valueOf(
      'return [new Date().getTime(), Date.now(), Date() === new Date().toString(), new Date() instanceof Date, new Date(7).getTime(), new Date().constructor === Date]',
      { startAt: START },
    );
    expect(value).toEqual([START, START, true, true, 7, true]);
  });

  it('lets a class extend Date', () => {
    expect(
      valueOf('class Day extends Date { next() { return 1 } } const d = new Day(5); return [d.next(), d.getTime()]'),
    ).toEqual([1, 5]);
  });

  it('throws for a method that the local Apps Script lacks', () => {
    expect(caught('Utilities.computeRsaSha256Signature()')).toBe(
      'The local Apps Script has no Utilities.computeRsaSha256Signature: add it, or do without.',
    );
  });

  it('prints a service object as its class', () => {
    expect(valueOf('return [String(Utilities), String(PropertiesService.getUserProperties())]')).toEqual([
      'Utilities',
      'Properties',
    ]);
  });

  it('does not let a script change what a service holds through a returned object', () => {
    const body =
      "const s = PropertiesService.getUserProperties(); s.setProperty('a', 'b'); s.getProperties().a = 'c'; return s.getProperty('a')";
    expect(valueOf(body)).toBe('b');
  });
});

describe('time', () => {
  it('passes with sleep and with the cost of calls', () => {
    const outcome = run("Utilities.sleep(1000); PropertiesService.getUserProperties().getProperty('a')");
    expect(outcome.endedAt - outcome.startedAt).toBe(1050);
  });

  it('passes for a call that fails', () => {
    const outcome = run("try { UrlFetchApp.fetch('https://nowhere.invalid') } catch (e) {}");
    expect(outcome.endedAt - outcome.startedAt).toBe(1500);
  });

  it('kills after six minutes, between two calls, and what follows has no effect', () => {
    const machine = createMachine();
    const outcome = run(
      `const store = PropertiesService.getUserProperties();
       try {
         for (let i = 1; i < 10; i++) { Utilities.sleep(100000); store.setProperty('i', i) }
       } finally {
         try { store.setProperty('finally', 'yes') } catch (e) { store.setProperty('caught', 'yes') }
       }`,
      machine,
    );
    expect(outcome).toMatchObject({ status: 'killed', reason: 'Exceeded maximum execution time' });
    expect(outcome.endedAt - outcome.startedAt).toBe(360_000);
    expect(machine.state.properties.user).toEqual({ i: '3' });
  });

  it('kills a script that swallows the exception of its kill', () => {
    expect(
      run('Utilities.sleep(300000); Utilities.sleep(100000); try { Utilities.sleep(1) } catch (e) {} return 1').status,
    ).toBe('killed');
  });

  it('gives a simple trigger 30 seconds', () => {
    const script = project('function onOpen() { Utilities.sleep(31000) }');
    expect(createMachine().run(script, 'onOpen').status).toBe('killed');
  });

  it('gives a custom function 30 seconds', () => {
    expect(run('Utilities.sleep(31000)', createMachine(), { as: 'custom' }).status).toBe('killed');
  });
});

describe('the counters', () => {
  it('count calls by service and method, over executions and for each', () => {
    const machine = createMachine();
    const body = "PropertiesService.getUserProperties().getProperty('a')";
    run(body, machine);
    const { calls } = run(body, machine);
    expect(calls).toEqual({ 'PropertiesService.getUserProperties': 1, 'Properties.getProperty': 1 });
    expect(machine.calls()['Properties.getProperty']).toBe(2);
    machine.resetCalls();
    expect(machine.calls()).toEqual({});
  });
});

it.each(['function main() { for (;;); }', 'for (;;); function main() {}'])(
  'an endless loop without a service call is ended after the real time that the machine is told to wait: %s',
  (code) => {
    const outcome = createMachine({ patience: 50 }).run(project(code), 'main');
    expect(outcome).toMatchObject({ status: 'killed', reason: 'Exceeded maximum execution time' });
  },
);
