import { readArguments } from '../../../local/cli/sync-arguments';
import { UsageError } from '../../../local/cli/usage-error';

test('takes settings and secrets apart at their first equals sign', () => {
  const { connector, settings } = readArguments(['wedof', '--set', 'links=true', '--secret', 'apiKey=a=b=']);
  expect(connector).toBe('wedof');
  expect(settings).toEqual({ links: 'true', apiKey: 'a=b=' });
});

test('takes streams, routes, folders and the form of the answer', () => {
  const words =
    'wedof --streams users,trainings --route https://www.wedof.fr=http://127.0.0.1:4010 --workspace w --out o --json';
  expect(readArguments(words.split(' '))).toEqual({
    connector: 'wedof',
    settings: {},
    streams: ['users', 'trainings'],
    spreadsheet: undefined,
    tabs: {},
    relabel: false,
    routes: { 'https://www.wedof.fr': 'http://127.0.0.1:4010' },
    workspace: 'w',
    out: 'o',
    json: true,
  });
});

test('takes another spreadsheet by its id or address, and the names of tabs', () => {
  const id = '1local00000000000000000000000000000000000002';
  const words = ['wedof', '--relabel', '--tab', 'users=Nos usagers = tous', '--tab', 'trainings='];
  const expected = { relabel: true, tabs: { users: 'Nos usagers = tous', trainings: '' }, spreadsheet: id };
  expect(readArguments([...words, '--spreadsheet', id])).toMatchObject(expected);
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
  expect(readArguments([...words, '--spreadsheet', address])).toMatchObject(expected);
  expect(readArguments([...words, '--spreadsheet', ''])).toMatchObject({ spreadsheet: '' });
});

test.each<[string, readonly string[], RegExp]>([
  ['no connector', [], /wedof, template/],
  ['an unknown connector', ['hubspot'], /« hubspot ».*wedof, template, zendesk/],
  ['two connectors', ['wedof', 'template'], /Un seul connecteur/],
  ['an unknown setting', ['wedof', '--set', 'baseUrl=x'], /« baseUrl ».*apiKey/],
  ['a setting without a value', ['wedof', '--secret', 'apiKey'], /--secret attend nom=valeur/],
  ['a setting without a name', ['wedof', '--set', '=x'], /--set attend nom=valeur/],
  ['a setting given twice', ['wedof', '--secret', 'apiKey=a', '--set', 'apiKey=b'], /deux fois/],
  ['an unknown stream', ['wedof', '--streams', 'users,peintures'], /« peintures ».*registrationFolders/],
  ['no stream', ['wedof', '--streams', ''], /registrationFolders/],
  ['a tab of an unknown stream', ['wedof', '--tab', 'peintures=P'], /« peintures ».*registrationFolders/],
  ['a tab named twice', ['wedof', '--tab', 'users=A', '--tab', 'users=B'], /« users » est nommé deux fois/],
  ['a tab without a name', ['wedof', '--tab', 'users'], /--tab attend nom=valeur/],
  ['a spreadsheet by its name', ['wedof', '--spreadsheet', 'Rapports'], /--spreadsheet attend/],
  ['an unknown option', ['wedof', '--fast'], /--fast/],
  ['a route without a server', ['wedof', '--route', 'https://www.wedof.fr'], /--route/],
])('refuses %s', (_name, words, message) => {
  expect(() => readArguments(words)).toThrow(UsageError);
  expect(() => readArguments(words)).toThrow(message);
});

test('never repeats what may be a secret', () => {
  const error = (words: readonly string[]): string => {
    try {
      readArguments(words);
    } catch (thrown) {
      return String(thrown);
    }
    throw new Error('nothing was thrown');
  };
  expect(error(['wedof', '--secret', 'apiKey', 'sk_4242'])).not.toContain('sk_4242');
  expect(error(['wedof', '--secret', 'sk_4242'])).not.toContain('sk_4242');
  expect(error(['wedof', '--secrets=sk_4242'])).not.toContain('sk_4242');
});
