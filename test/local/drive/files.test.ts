import { DRIVE_FAULTS } from '../../../local/apps-script/drive/drive-faults';
import { createUserDrive, type UserDrive } from '../../../local/apps-script/drive/user-drive';
import { createMachine, type Machine } from '../../../local/apps-script/machine';
import { caught, project } from '../script';
import { ask, createDriveMachine, FETCH, FOLDER, jsonOf, make, refusalOf, search, type Seen } from './drive-script';

let machine: Machine;
let drive: UserDrive;

beforeEach(() => {
  machine = createDriveMachine();
  drive = createUserDrive(machine.state);
});

const namesOf = (q: string): string[] => search(machine, q).map(({ name }) => name);

describe('files (developers.google.com, Drive API, files)', () => {
  it('are made in a folder and read back with the fields that were asked for', () => {
    const folder = make(machine, 'exports', undefined, FOLDER);
    const id = make(machine, 'a.csv', folder, 'text/csv');
    expect(jsonOf(machine, { path: `/drive/v3/files/${id}` })).toEqual({
      kind: 'drive#file',
      id,
      name: 'a.csv',
      mimeType: 'text/csv',
    });
    expect(
      jsonOf(machine, { path: `/drive/v3/files/${id}?fields=size,md5Checksum,parents,trashed,createdTime` }),
    ).toMatchObject({ size: '0', md5Checksum: 'd41d8cd98f00b204e9800998ecf8427e', parents: [folder], trashed: false });
  });

  it('give their content with alt=media', () => {
    const { text } = ask(machine, { path: `/drive/v3/files/${make(machine, 'a')}?alt=media` });
    expect(text).toBe('');
  });

  it('are renamed, moved to another folder, trashed and taken out again', () => {
    const [one, two] = ['one', 'two'].map((name) => make(machine, name, undefined, FOLDER));
    const id = make(machine, 'a', one);
    const patch = (json: object, query = ''): void => {
      jsonOf(machine, { method: 'patch', path: `/drive/v3/files/${id}${query}`, json });
    };
    patch({ name: 'b' }, `?addParents=${two ?? ''}`);
    expect(drive.ids('two', 'b')).toEqual([id]);
    patch({ trashed: true });
    expect(drive.ids('two', 'b')).toEqual([]);
    patch({ trashed: false });
    expect(drive.ids('two', 'b')).toEqual([id]);
  });

  it('are deleted for good, a folder with what is in it', () => {
    const folder = make(machine, 'exports', undefined, FOLDER);
    const id = make(machine, 'a', folder);
    expect(ask(machine, { method: 'delete', path: `/drive/v3/files/${folder}` }).code).toBe(204);
    expect(refusalOf(ask(machine, { path: `/drive/v3/files/${id}` }))).toEqual([
      404,
      'notFound',
      `File not found: ${id}.`,
    ]);
  });

  it('of the same name may stand in one folder', () => {
    expect(make(machine, 'twin')).not.toBe(make(machine, 'twin'));
    expect(namesOf("name = 'twin'")).toEqual(['twin', 'twin']);
  });

  it('are told to be in the trash when only their folder is', () => {
    const folder = make(machine, 'exports', undefined, FOLDER);
    const id = make(machine, 'a', folder);
    drive.trash(folder);
    expect(jsonOf(machine, { path: `/drive/v3/files/${id}?fields=trashed,explicitlyTrashed` })).toEqual({
      trashed: true,
      explicitlyTrashed: false,
    });
  });
});

describe('a refusal', () => {
  const LIST = { path: '/drive/v3/files' };

  it('of a wrong token is 401, of none 403', () => {
    expect(refusalOf(ask(machine, { ...LIST, token: 'wrong' }))).toEqual([401, 'authError', 'Invalid Credentials']);
    expect(refusalOf(ask(machine, { ...LIST, token: null }))).toMatchObject([403, 'forbidden', expect.any(String)]);
  });

  it.each([
    ['the manifest lacks', ['script.external_request'], []],
    ['the user refused', ['script.external_request', 'drive.file'], ['drive.file']],
  ])('of a scope that %s is 403', (_, scopes, refused) => {
    const auth = (scope: string): string => `https://www.googleapis.com/auth/${scope}`;
    for (const scope of refused) machine.refusedScopes.add(auth(scope));
    const script = project(`${FETCH} function main() { return send(${JSON.stringify(LIST)}) }`, {
      timeZone: 'Europe/Paris',
      oauthScopes: scopes.map(auth),
    });
    const outcome = machine.run(script, 'main');
    expect(outcome).toMatchObject({ status: 'done', value: { code: 403 } });
    expect(refusalOf((outcome as unknown as { value: Seen }).value).slice(1)).toEqual([
      'insufficientPermissions',
      'Request had insufficient authentication scopes.',
    ]);
  });

  it.each([
    ['get', '/drive/v3/about'],
    ['post', '/drive/v3/files/x/copy'],
    ['put', '/upload/drive/v3/files/x?uploadType=resumable'],
    ['post', '/upload/drive/v3/files?uploadType=media'],
    ['get', '/drive/v3/files?q=not+trashed=true'],
  ])('says what the local Apps Script lacks: %s %s', (method, path) => {
    expect(() => ask(machine, { method, path })).toThrow('The local Apps Script has no');
    expect(machine.state.files).toEqual([]);
  });

  it('of what is no JSON is 400', () => {
    const answer = ask(machine, { method: 'post', path: '/drive/v3/files', size: 3 });
    expect(refusalOf(answer)).toEqual([400, 'parseError', 'Parse Error']);
  });

  it('of parents in an update is 403', () => {
    const path = `/drive/v3/files/${make(machine, 'a')}`;
    expect(refusalOf(ask(machine, { method: 'patch', path, json: { parents: ['root'] } }))).toMatchObject([
      403,
      'fieldNotWritable',
      expect.stringContaining('The parents field is not directly writable'),
    ]);
  });

  it.each([
    ['storageFull', 403, 'storageQuotaExceeded'],
    ['userRateLimit', 403, 'userRateLimitExceeded'],
    ['apiOff', 403, 'accessNotConfigured'],
    ['tooMany', 429, 'rateLimitExceeded'],
    ['backendError', 500, 'backendError'],
  ] as const)('can be planned: %s', (name, code, reason) => {
    machine.faults.http(1, DRIVE_FAULTS[name]);
    expect(refusalOf(ask(machine, LIST)).slice(0, 2)).toEqual([code, reason]);
    expect(ask(machine, LIST).code).toBe(200);
  });

  it('is an exception of UrlFetchApp without muteHttpExceptions', () => {
    const body =
      "UrlFetchApp.fetch('https://www.googleapis.com/drive/v3/files/x', { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } })";
    expect(caught(body, machine)).toContain('Request failed for https://www.googleapis.com returned code 404.');
  });
});

describe('a file of someone else', () => {
  it('does not exist for a script with drive.file, neither as folder', () => {
    drive.addFolder('theirs');
    const id = drive.addFile('theirs', 'a.csv', 'secret');
    expect(namesOf('trashed = false')).toEqual([]);
    expect(ask(machine, { path: `/drive/v3/files/${id}?alt=media` }).code).toBe(404);
    const json = { name: 'b', parents: [machine.state.files[0]?.id] };
    expect(ask(machine, { method: 'post', path: '/drive/v3/files', json }).code).toBe(404);
  });

  it('exists with the scope drive', () => {
    drive.addFile(null, 'a.csv', 'public');
    const script = project(
      `${FETCH} function main() { return send({ path: '/drive/v3/files?fields=files(name)' }).text }`,
      {
        timeZone: 'Europe/Paris',
        oauthScopes: ['drive', 'script.external_request'].map((scope) => `https://www.googleapis.com/auth/${scope}`),
      },
    );
    expect(machine.run(script, 'main')).toMatchObject({ value: '{"files":[{"name":"a.csv"}]}' });
  });
});

describe('the token', () => {
  it('is answered for by the machine, whatever the routes', () => {
    const routed = createMachine({ routes: { 'https://www.googleapis.com': 'http://127.0.0.1:1' } });
    expect(ask(routed, { path: '/drive/v3/files' }).code).toBe(200);
    expect(routed.leaks).toEqual([]);
  });

  it.each([
    ["{ headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }", 'a header'],
    ["{ method: 'post', payload: { t: ScriptApp.getOAuthToken() } }", 'a payload'],
  ])('is missed by nobody when it goes elsewhere in %s', (params) => {
    machine.faults.http(1, { status: 200 });
    caught(`UrlFetchApp.fetch('https://api.example/x', ${params})`, machine);
    expect(machine.leaks).toMatchObject([{ host: 'api.example' }]);
  });
});

it('DriveApp and the API see the same files', () => {
  const id = make(machine, 'exports', undefined, FOLDER);
  caught(`DriveApp.getFolderById('${id}').createFile('a.txt', 'é')`, machine);
  expect(Buffer.from(drive.read('exports', 'a.txt') ?? []).toString('utf8')).toBe('é');
  expect(jsonOf(machine, { path: "/drive/v3/files?q=name='a.txt'&fields=files(size)" })).toEqual({
    files: [{ size: '2' }],
  });
});
