import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFile, FOLDER } from '../../../local/apps-script/drive/file-store';
import { createUserDrive } from '../../../local/apps-script/drive/user-drive';
import { emptyState, type State } from '../../../local/apps-script/state';
import { writeDrive } from '../../../local/cli/write-drive';

function put(state: State, parent: string | null, name: string, text: string): string {
  return addFile(state, { name, contentType: 'text/csv', parent, content: Buffer.from(text), isForeign: false }).id;
}

function folderIn(state: State, parent: string | null, name: string): string {
  return addFile(state, { name, contentType: FOLDER, parent, content: new Uint8Array(), isForeign: false }).id;
}

let state: State;
let out: string;

beforeEach(() => {
  state = emptyState(0);
  out = mkdtempSync(join(tmpdir(), 'sync-drive-'));
});

test('writes each file into the folders that it lies in', () => {
  put(state, folderIn(state, null, 'exports'), 'tickets_all.csv', '\ufeffid;sujet\r\n1;été\r\n');
  writeDrive(state, out);
  expect(readFileSync(join(out, 'drive/exports/tickets_all.csv'), 'utf8')).toBe('\ufeffid;sujet\r\n1;été\r\n');
});

test('keeps two files of one name apart', () => {
  const exports = folderIn(state, null, 'exports');
  put(state, exports, 'tickets_all.csv', 'a');
  put(state, exports, 'tickets_all.csv', 'b');
  writeDrive(state, out);
  expect(readdirSync(join(out, 'drive/exports')).sort()).toEqual(['tickets_all (2).csv', 'tickets_all.csv']);
});

test('leaves out what the user put there and what lies in the trash', () => {
  createUserDrive(state).addFile(null, 'mine.csv', 'x');
  createUserDrive(state).trash(put(state, null, 'old.csv', 'y'));
  writeDrive(state, out);
  expect(readdirSync(out)).toEqual([]);
});
