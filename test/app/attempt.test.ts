import { createMachine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { SECRET } from './add-on';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/app/attempt-script.ts');
});

function run(name: string): unknown {
  const outcome = createMachine().run(project, name, [SECRET]);
  return outcome.status === 'failed' ? outcome.error.message : outcome.status === 'done' ? outcome.value : outcome;
}

describe('an attempt', () => {
  it('gives what the work returns', () => {
    expect(run('succeed')).toEqual({ ok: true, value: 7 });
  });

  it('tells of a failure of ours in the user’s words, and in ours for whoever helps', () => {
    expect(run('failAsForeseen')).toEqual({
      ok: false,
      kind: 'SettingsError',
      field: 'apiKey',
      advice: 'La clé *** est refusée.',
      details: 'SettingsError: bakery: GET /me?key=*** -> 401\nNo.',
    });
  });

  it('tells of any other failure as a bug, with its class and its first line', () => {
    expect(run('failByAccident')).toEqual({
      ok: false,
      kind: 'Error',
      advice: expect.stringContaining('problème imprévu : « cannot bake with ***') as string,
      details: 'TypeError: cannot bake with ***',
    });
  });
});

describe('an attempt that nobody sees', () => {
  it('fails with the advice, for the e-mail that Google sends', () => {
    expect(run('failUnseen')).toBe('La clé *** est refusée.');
  });
});
