import { BusyError, DataError, NetworkError, type SyncError } from '../../src/core/errors';
import { createDrive } from '../../src/platform/drive';
import type { Drive, UploadPart } from '../../src/platform/services';
import { createScriptedSend, type Scripted, type ScriptedSend } from '../fixtures/scripted-send';
import { thrown } from '../fixtures/thrown';
import { createVirtualClock, type VirtualClock } from '../fixtures/virtual-clock';

const SESSION = 'https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable&upload_id=secret';
const PART: UploadPart = { first: 0, text: 'abc', lead: 0, size: 3, total: 3 };

function open(...script: readonly Scripted[]): ScriptedSend & { drive: Drive; clock: VirtualClock } {
  const scripted = createScriptedSend(...script);
  const clock = createVirtualClock();
  return { ...scripted, clock, drive: createDrive(scripted.send, () => 'token', clock) };
}

describe('Google Drive', () => {
  it('does not see a file that is in the trash, gone or never was this script’s', () => {
    expect(open({ text: '{"id":"a","trashed":false}' }).drive.exists('a')).toBe(true);
    expect(open({ text: '{"id":"a","trashed":true}' }).drive.exists('a')).toBe(false);
    expect(open({ status: 404 }).drive.exists('a')).toBe(false);
  });

  it('looks for a folder by its name as Drive’s query language quotes it', () => {
    const { drive, requests } = open({ text: '{"files":[]}' });
    expect(drive.findFolder("d'été \\ 2")).toBeNull();
    const query = new URL(requests[0]?.url ?? '').searchParams.get('q');
    expect(query).toContain("name = 'd\\'été \\\\ 2' and");
    expect(query).toContain('trashed = false');
  });

  it('opens an upload of new content with PATCH, of a new file with POST', () => {
    const { drive, requests } = open({ headers: { location: SESSION } });
    expect(drive.beginUpload({ id: 'a/b', name: 'n.csv', type: 'text/csv' })).toBe(SESSION);
    drive.beginUpload({ folder: 'f', name: 'n.csv', type: 'text/csv' });
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'patch /upload/drive/v3/files/a%2Fb',
      'post /upload/drive/v3/files',
    ]);
    expect(requests.map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual([
      { name: 'n.csv' },
      { name: 'n.csv', mimeType: 'text/csv', parents: ['f'] },
    ]);
    expect(requests[1]?.headers).toMatchObject({ Authorization: 'Bearer token', 'X-Upload-Content-Type': 'text/csv' });
  });

  it('sends the bytes of a part alone, whatever characters hold them', () => {
    const { drive, requests } = open({ status: 308, headers: { range: 'bytes=0-5' } });
    drive.upload(SESSION, { first: 4, text: '€€', lead: 1, size: 4, total: null });
    expect(requests[0]).toMatchObject({ bytes: [-126, -84, -30, -126], headers: { 'Content-Range': 'bytes 4-7/*' } });
    expect(requests[0]?.headers).not.toHaveProperty('Authorization');
  });

  it.each([
    [{ status: 308 }, { state: 'open', received: 0 }],
    [
      { status: 308, headers: { range: 'bytes=0-262143' } },
      { state: 'open', received: 262_144 },
    ],
    [
      { status: 201, text: '{"id":"a"}' },
      { state: 'done', id: 'a' },
    ],
    [{ status: 404 }, { state: 'gone' }],
    [{ status: 410 }, { state: 'gone' }],
  ])('reads %j as %j', (answer, upload) => {
    expect(open(answer).drive.uploaded(SESSION)).toEqual(upload);
  });

  it('tries three times what fails in passing, and counts each', () => {
    const { drive, clock } = open({ status: 503 }, new NetworkError('timeout', 'Timeout'), { status: 404 });
    expect(drive.exists('a')).toBe(false);
    expect(clock.slept).toEqual([1000, 2000]);
    expect(drive.requests()).toBe(3);
  });

  it('asks how far an upload has come when a part is not answered', () => {
    const { drive } = open(new NetworkError('timeout', 'Timeout'), { status: 200, text: '{"id":"a"}' });
    expect(drive.upload(SESSION, PART)).toEqual({ state: 'done', id: 'a' });
  });

  it('asks to wait when a part is taken but not kept', () => {
    const { drive, clock } = open({ status: 308 });
    expect(thrown(BusyError, () => drive.upload(SESSION, PART)).until).toBe(clock.now() + 60_000);
  });

  it.each([
    [new NetworkError('quota', `quota: ${SESSION}`), BusyError, /chaque jour/],
    [new NetworkError('refused', `refused: ${SESSION}`), DataError, /administrateur/],
    [new NetworkError('unreachable', `DNS error: ${SESSION}`), BusyError, /reprendra/],
  ] as const)('meets %s without showing the upload’s address', (failure, type, advice) => {
    const error = thrown<SyncError>(type, () => open(failure).drive.uploaded(SESSION));
    expect(error.advice.fr).toMatch(advice);
    expect(error.message).not.toContain('upload_id');
  });

  it.each([{ text: '<html>' }, { text: '[]' }, { text: '{}' }, { text: 'null' }])(
    'does not take %j for a file',
    (answer) => {
      expect(thrown(DataError, () => open(answer).drive.makeFolder('exports')).message).toContain('new folder');
    },
  );
});
