import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUserDrive, type UserDrive } from '../../../local/apps-script/drive/user-drive';
import type { Machine } from '../../../local/apps-script/machine';
import { openWorkspace, saveWorkspace } from '../../../local/apps-script/workspace';
import { caught, run } from '../script';
import { ask, createDriveMachine, FETCH, FOLDER, make, type Seen } from './drive-script';

const KB = 1024;
const UNIT = 256 * KB;
const WEEK = 7 * 86_400_000;

let machine: Machine;
let drive: UserDrive;
let folder: string;

beforeEach(() => {
  machine = createDriveMachine();
  drive = createUserDrive(machine.state);
  folder = make(machine, 'exports', undefined, FOLDER);
  machine.resetCalls();
});

/** The address of a new upload. */
function begin(id?: string, on = machine): string {
  const path = `/upload/drive/v3/files${id === undefined ? '' : `/${id}`}?uploadType=resumable&fields=id,size,md5Checksum`;
  const json = id === undefined ? { name: 'a.csv', parents: [folder] } : {};
  const headers = { 'X-Upload-Content-Type': 'text/csv' };
  const seen = ask(on, { method: id === undefined ? 'post' : 'patch', path, json, headers });
  expect(seen.code).toBe(200);
  return seen.headers.Location ?? '';
}

/** What a piece is answered; its size follows from the range. */
function put(session: string, range: string, on = machine): Seen {
  const [, first, last] = /(\d+)-(\d+)/.exec(range) ?? [];
  const size = first === undefined ? 0 : Number(last) + 1 - Number(first);
  return ask(on, { method: 'put', path: session, size, token: null, headers: { 'Content-Range': `bytes ${range}` } });
}

const brief = ({ code, headers }: Seen): unknown[] => [code, headers.Range];
const sizeOf = (name = 'a.csv'): number | undefined => drive.read('exports', name)?.length;

describe('a resumable upload (developers.google.com, Drive API, "Upload file data")', () => {
  it('makes a file of pieces, there only when the last has come', () => {
    const session = begin();
    expect(brief(put(session, `0-${String(UNIT - 1)}/*`))).toEqual([308, `bytes=0-${String(UNIT - 1)}`]);
    expect(brief(put(session, `${String(UNIT)}-${String(3 * UNIT - 1)}/*`))).toEqual([
      308,
      `bytes=0-${String(3 * UNIT - 1)}`,
    ]);
    expect(sizeOf()).toBeUndefined();
    const end = put(session, `${String(3 * UNIT)}-${String(3 * UNIT + 4)}/${String(3 * UNIT + 5)}`);
    expect(end.code).toBe(200);
    expect(JSON.parse(end.text)).toEqual({
      id: drive.ids('exports', 'a.csv')[0],
      size: String(3 * UNIT + 5),
      md5Checksum: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(sizeOf()).toBe(3 * UNIT + 5);
  });

  it('replaces the content of a file, which keeps its id, at the end only', () => {
    put(begin(), '0-9/10');
    const [id] = drive.ids('exports', 'a.csv');
    const session = begin(id);
    put(session, `0-${String(UNIT - 1)}/*`);
    expect(sizeOf()).toBe(10);
    put(session, `${String(UNIT)}-${String(UNIT)}/${String(UNIT + 1)}`);
    expect(sizeOf()).toBe(UNIT + 1);
    expect(drive.ids('exports', 'a.csv')).toEqual([id]);
  });

  it('takes bytes, blobs and texts, which become UTF-8', () => {
    for (const payload of ["'é'", '[-61, -87]', "Utilities.newBlob('é', 'text/csv')"]) {
      const session = begin();
      const outcome = run(
        `return UrlFetchApp.fetch('${session}', { method: 'put', payload: ${payload}, contentType: 'text/csv' }).getResponseCode()`,
        machine,
      );
      expect(outcome).toMatchObject({ value: 200 });
    }
    const contents = machine.state.files.filter(({ isFolder }) => !isFolder).map(({ content }) => content);
    expect(contents.map((content) => Buffer.from(content).toString('utf8'))).toEqual(['é', 'é', 'é']);
  });

  it('makes an empty file', () => {
    expect(put(begin(), '*/0').code).toBe(200);
    expect(sizeOf()).toBe(0);
  });

  it('ends without a further byte when the length becomes known', () => {
    const session = begin();
    put(session, `0-${String(UNIT - 1)}/*`);
    expect(put(session, `*/${String(UNIT)}`).code).toBe(200);
  });
});

describe('the status of an upload', () => {
  it('has no Range while nothing is stored', () => {
    expect(brief(put(begin(), '*/*'))).toEqual([308, undefined]);
  });

  it('tells what is stored, and the file when it is done', () => {
    const session = begin();
    put(session, `0-${String(UNIT - 1)}/*`);
    expect(brief(put(session, '*/*'))).toEqual([308, `bytes=0-${String(UNIT - 1)}`]);
    put(session, `${String(UNIT)}-${String(UNIT)}/${String(UNIT + 1)}`);
    expect(put(session, '*/*')).toMatchObject({ code: 200, text: expect.stringContaining('"id"') as string });
  });

  it('is 404 for an unknown address, and after a week', () => {
    const session = begin();
    expect(put(`${session}x`, '*/*').code).toBe(404);
    machine.advance(WEEK - 60_000);
    expect(put(session, '*/*').code).toBe(308);
    machine.advance(60_000);
    expect(put(session, '*/*').code).toBe(404);
  });

  it('is 404 when the upload was ended from outside', () => {
    const session = begin();
    drive.endUploads();
    expect(put(session, '0-9/10').code).toBe(404);
    expect(sizeOf()).toBeUndefined();
  });
});

describe('a piece', () => {
  it('is stored up to the last multiple of 256 KiB, unless it is the last', () => {
    const session = begin();
    expect(brief(put(session, '0-299999/*'))).toEqual([308, `bytes=0-${String(UNIT - 1)}`]);
    expect(brief(put(session, `${String(UNIT)}-${String(UNIT + 99)}/*`))).toEqual([308, `bytes=0-${String(UNIT - 1)}`]);
  });

  it('of less than 256 KiB is not stored at all', () => {
    expect(brief(put(begin(), '0-99/*'))).toEqual([308, undefined]);
  });

  it('that begins beyond what is stored is refused, and the upload goes on', () => {
    const session = begin();
    put(session, '0-299999/*');
    expect(put(session, '300000-599999/*')).toMatchObject({
      code: 503,
      text: 'Invalid request. According to the Content-Range header, the upload offset is 300000 byte(s), which exceeds already uploaded size of 262144 byte(s).',
    });
    expect(put(session, '262144-300000/300001').code).toBe(200);
  });

  it('that is sent again changes nothing', () => {
    const session = begin();
    const first = `0-${String(UNIT - 1)}/*`;
    expect(brief(put(session, first))).toEqual(brief(put(session, first)));
    put(session, `0-${String(UNIT + 2)}/${String(UNIT + 3)}`);
    expect(sizeOf()).toBe(UNIT + 3);
  });

  it('whose range is not its length is refused', () => {
    const headers = { 'Content-Range': 'bytes 0-4/5' };
    expect(ask(machine, { method: 'put', path: begin(), size: 3, headers })).toMatchObject({
      code: 400,
      text: expect.stringContaining('There were 3 byte(s) in the request body.  There should have been 5') as string,
    });
  });

  it.each(['*/*', 'bytes 5-2/*', 'bytes 0-9/5', '0-9/10'])('with the range %s is refused', (range) => {
    const headers = { 'Content-Range': range };
    expect(ask(machine, { method: 'put', path: begin(), headers })).toMatchObject({
      code: 400,
      text: 'Failed to parse Content-Range header.',
    });
  });

  it('that breaks on its way is kept in part', () => {
    const session = begin();
    machine.resetCalls();
    machine.faults.http(1, { failure: 'unavailable', arrived: UNIT + 5 });
    expect(() => put(session, `0-${String(2 * UNIT - 1)}/${String(2 * UNIT)}`)).toThrow('Address unavailable');
    expect(brief(put(session, '*/*'))).toEqual([308, `bytes=0-${String(UNIT - 1)}`]);
  });

  it('whose answer is lost is kept as a whole', () => {
    const session = begin();
    machine.resetCalls();
    machine.faults.http(1, { failure: 'timeout', arrived: Infinity });
    expect(() => put(session, '0-9/10')).toThrow('Timeout');
    expect(sizeOf()).toBe(10);
    expect(put(session, '*/*').code).toBe(200);
  });

  it('that fails before it arrives leaves nothing', () => {
    const session = begin();
    machine.resetCalls();
    machine.faults.http(1, { failure: 'unavailable' });
    expect(() => put(session, '0-9/10')).toThrow('Address unavailable');
    expect(brief(put(session, '*/*'))).toEqual([308, undefined]);
  });

  it('of more than 50 MB is refused by UrlFetchApp, as are the headers that Google sets itself', () => {
    const piece = `UrlFetchApp.fetch('${begin()}', { method: 'put', payload: 'x'.repeat(50 * 1024 * 1024 + 1) })`;
    expect(caught(piece, machine)).toBe('Limit Exceeded: URLFetch POST Size.');
    const named = `UrlFetchApp.fetch('${begin()}', { method: 'put', payload: 'x', headers: { 'Content-Length': '1' } })`;
    expect(caught(named, machine)).toBe('Attribute provided with invalid value: Header:Content-Length');
  });
});

it('64 MB come in pieces of 1 MB in a time that grows with their number only', () => {
  const send = `${FETCH}
    const piece = 'x'.repeat(1 << 20);
    for (let i = 0; i < count; i++) {
      const range = 'bytes ' + (i << 20) + '-' + (((i + 1) << 20) - 1) + '/' + (i + 1 < count ? '*' : count << 20);
      UrlFetchApp.fetch(session, { method: 'put', payload: piece, headers: { 'Content-Range': range } });
    }`;
  const timeOf = (count: number): number => {
    const began = performance.now();
    expect(run(`const session = '${begin()}', count = ${String(count)}; ${send}`, machine).status).toBe('done');
    return performance.now() - began;
  };
  timeOf(8);
  const [few, many] = [timeOf(16), timeOf(64)];
  expect(many).toBeLessThan(few * 12);
  expect(machine.state.files.at(-1)?.content).toHaveLength(64 << 20);
});

it('a workspace keeps files and uploads under way', () => {
  put(begin(), '0-9/10');
  const session = begin();
  put(session, `0-${String(UNIT - 1)}/*`);
  const dir = mkdtempSync(join(tmpdir(), 'sync-test-'));
  saveWorkspace(machine, dir);
  saveWorkspace(machine, dir);
  expect(readdirSync(dir).filter((name) => name.startsWith('drive-'))).toHaveLength(2);
  const again = openWorkspace(dir, { startAt: 0 });
  expect(createUserDrive(again.state).read('exports', 'a.csv')).toHaveLength(10);
  expect(put(session, `${String(UNIT)}-${String(UNIT)}/${String(UNIT + 1)}`, again).code).toBe(200);
});
