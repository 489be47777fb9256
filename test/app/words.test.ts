import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';

let project: Project;
let machine: Machine;

beforeAll(async () => {
  project = await bundle('test/app/words-script.ts');
});

beforeEach(() => {
  machine = createMachine({ locale: 'fr' });
});

function run(name: string, ...args: readonly unknown[]): unknown {
  const outcome = machine.run(project, name, args);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** How often the last execution looked into a store. */
function readings(): number {
  return machine.executions.at(-1)?.calls['Properties.getProperty'] ?? 0;
}

describe('the language', () => {
  it.each([
    ['fr', 'bonjour'],
    ['fr_CA', 'bonjour'],
    ['en_GB', 'hello'],
    ['fro', 'hello'],
    ['de', 'hello'],
  ])('is that of the Google account: %s', (locale, greeting) => {
    machine = createMachine({ locale });
    expect(run('greet')).toBe(greeting);
  });

  it('is the one that the user chose, in this execution and in later ones', () => {
    expect(run('choose', 'en')).toBe('hello');
    expect(run('greet')).toBe('hello');
    expect(run('choose', 'fr')).toBe('bonjour');
  });

  it('is that of the account again where something else is stored', () => {
    machine.state.properties.user.language = 'tlh';
    expect(run('greet')).toBe('bonjour');
  });

  it('is looked up once in an execution', () => {
    expect(run('greetTwice')).toBe('bonjour bonjour');
    expect(readings()).toBe(1);
  });

  it('costs no call where the page has said which', () => {
    run('greetIn', 'en');
    expect(machine.executions.at(-1)).toMatchObject({ value: 'hello', calls: {} });
  });

  it('is that of the account where the store cannot be read', () => {
    run('choose', 'en');
    machine.resetCalls();
    machine.faults.fail(1, 'Service error', { method: 'PropertiesService.getUserProperties' });
    expect(run('greet')).toBe('bonjour');
  });
});
