import { createUserDrive } from '../../../local/apps-script/drive/user-drive';
import type { Machine } from '../../../local/apps-script/machine';
import { ask, createDriveMachine, FOLDER, jsonOf, make, refusalOf, search } from './drive-script';

let machine: Machine;

beforeEach(() => {
  machine = createDriveMachine();
});

const namesOf = (q: string): string[] => search(machine, q).map(({ name }) => name);

describe('a search (developers.google.com, Drive API, "Search for files and folders")', () => {
  beforeEach(() => {
    const folder = make(machine, 'exports', undefined, FOLDER);
    make(machine, "l'été.csv", folder, 'text/csv');
    machine.advance(1000);
    make(machine, 'exports', folder);
  });

  it.each([
    ["name = 'exports'", ['exports', 'exports']],
    ["name = 'EXPORTS' and mimeType = 'application/vnd.google-apps.folder' and trashed = false", ['exports']],
    ["name = 'l\\'été.csv'", ["l'été.csv"]],
    ["name contains 'exp'", ['exports', 'exports']],
    ["mimeType != 'application/vnd.google-apps.folder'", ['exports', "l'été.csv"]],
    ["'root' in parents", ['exports']],
    ["name = 'nothing and name'", []],
  ])('for %s finds %j', (q, names) => {
    expect(namesOf(q)).toEqual(names);
  });

  it('finds what is in a folder, and what is in the trash', () => {
    const [folder] = search(machine, "'root' in parents");
    const id = folder?.id ?? '';
    expect(namesOf(`'${id}' in parents and trashed=false`)).toHaveLength(2);
    createUserDrive(machine.state).trash(id);
    expect(namesOf('trashed = false')).toEqual([]);
    expect(namesOf('trashed = true')).toHaveLength(3);
  });

  it('comes page by page, in the order asked for', () => {
    const page = (token: string): Record<string, unknown> =>
      jsonOf(machine, { path: `/drive/v3/files?pageSize=2&orderBy=createdTime${token}` });
    const first = page('');
    expect(first.files).toMatchObject([{ name: 'exports' }, { name: "l'été.csv" }]);
    const second = page(`&pageToken=${String(first.nextPageToken)}`);
    expect(second.files).toMatchObject([{ name: 'exports' }]);
    expect(second.nextPageToken).toBeUndefined();
  });

  it.each([
    ['q', "name ~ 'x'", 'Invalid Value'],
    ['orderBy', 'colour', 'Sorting is not supported for colour'],
    ['pageSize', '0', 'Invalid Value'],
  ])('with a bad %s is refused', (name, value, message) => {
    const answer = ask(machine, { path: `/drive/v3/files?${name}=${encodeURIComponent(value)}` });
    expect(refusalOf(answer)).toEqual([400, 'invalid', message]);
  });

  it('with an unknown field is refused', () => {
    expect(refusalOf(ask(machine, { path: '/drive/v3/files?fields=files(color)' }))).toEqual([
      400,
      'invalidParameter',
      'Invalid field selection color',
    ]);
  });
});
