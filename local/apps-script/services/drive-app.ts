import { reveal } from '../exposed';
import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import { addFile as addRecord, FOLDER, isTrashed } from '../drive/file-store';
import type { FileRecord, State } from '../state';
import { createBlob } from './blob';
import { fromSigned } from './bytes';

type DriveMethod =
  'createFile' | 'createFolder' | 'getFileById' | 'getFolderById' | 'getFoldersByName' | 'getRootFolder';

/** DriveApp: files and folders of the machine's own drive (developers.google.com, Drive Service). */
export function createDriveApp(host: Host, state: State): object {
  const root = createFolder(host, state, null);
  const find = (id: string, isFolder: boolean): FileRecord =>
    state.files.find((file) => file.id === id && file.isFolder === isFolder) ??
    host.fail(
      'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
    );
  const drive: Faithful<GoogleAppsScript.Drive.DriveApp, DriveMethod> = {
    createFile: (source: unknown, content?: string, contentType?: string) =>
      addFile(host, state, null, source, content, contentType),
    createFolder: (name: string) => addFolder(host, state, null, name),
    getFileById: (id: string) => createFile(host, state, find(id, false)),
    getFolderById: (id: string) => createFolder(host, state, find(id, true)),
    getFoldersByName: (name: string) =>
      iterate(host, 'FolderIterator', foldersNamed(state, name), (file) => createFolder(host, state, file)),
    getRootFolder: () => root,
  };
  const cost = COSTS.service;
  return host.expose('DriveApp', drive, {
    cost: { createFile: cost, createFolder: cost, getFileById: cost, getFolderById: cost, getFoldersByName: cost },
  });
}

/** developers.google.com, DriveApp.createFile and File.setContent. */
const MAX_FILE = 50 * 1024 * 1024;
const MAX_CONTENT = 10 * 1024 * 1024;

function foldersNamed(state: State, name: string): FileRecord[] {
  return state.files.filter((file) => file.isFolder && file.name === name && !isTrashed(state, file));
}

function addFile(
  host: Host,
  state: State,
  parent: string | null,
  source: unknown,
  content = '',
  contentType = 'text/plain',
): object {
  const blob = reveal(source) as GoogleAppsScript.Base.Blob | undefined;
  const bytes = blob ? fromSigned(blob.getBytes()) : Buffer.from(content, 'utf8');
  if (bytes.length > MAX_FILE) host.fail('Argument too large: content');
  const file = addRecord(state, {
    name: blob ? (blob.getName() ?? 'Untitled') : String(source),
    contentType: blob ? (blob.getContentType() ?? 'application/octet-stream') : contentType,
    content: bytes,
    parent,
  });
  return createFile(host, state, file);
}

function addFolder(host: Host, state: State, parent: string | null, name: string): object {
  const folder = addRecord(state, { name, contentType: FOLDER, content: new Uint8Array(), parent });
  return createFolder(host, state, folder);
}

function createFile(host: Host, state: State, record: FileRecord): object {
  const toBlob = (): object => createBlob(host, record.content, record.contentType, record.name);
  const file: Faithful<
    GoogleAppsScript.Drive.File,
    'getBlob' | 'getId' | 'getMimeType' | 'getName' | 'getSize' | 'getUrl' | 'setContent' | 'setName' | 'setTrashed'
  > = {
    getBlob: toBlob,
    getId: () => record.id,
    getMimeType: () => record.contentType,
    getName: () => record.name,
    getSize: () => record.content.length,
    getUrl: () => `https://drive.google.com/file/d/${record.id}/view`,
    setContent(content: string) {
      if (Buffer.byteLength(content, 'utf8') > MAX_CONTENT) host.fail('Argument too large: content');
      record.content = Buffer.from(content, 'utf8');
      record.modifiedAt = state.now;
      return file;
    },
    setName(name: string) {
      record.name = name;
      return file;
    },
    setTrashed(trashed: boolean) {
      record.trashed = trashed;
      return file;
    },
  };
  const cost = COSTS.service;
  return host.expose('File', file, { cost: { getBlob: cost, setContent: cost, setName: cost, setTrashed: cost } });
}

/** `record` is null for the root. */
function createFolder(host: Host, state: State, record: FileRecord | null): object {
  const id = record?.id ?? null;
  const folder: Faithful<
    GoogleAppsScript.Drive.Folder,
    'createFile' | 'createFolder' | 'getFilesByName' | 'getFoldersByName' | 'getId' | 'getName'
  > = {
    createFile: (source: unknown, content?: string, contentType?: string) =>
      addFile(host, state, id, source, content, contentType),
    createFolder: (name: string) => addFolder(host, state, id, name),
    getFilesByName: (name: string) => {
      const files = state.files.filter(
        (file) => !file.isFolder && file.parent === id && file.name === name && !isTrashed(state, file),
      );
      return iterate(host, 'FileIterator', files, (file) => createFile(host, state, file));
    },
    getFoldersByName: (name: string) => {
      const folders = foldersNamed(state, name).filter((file) => file.parent === id);
      return iterate(host, 'FolderIterator', folders, (file) => createFolder(host, state, file));
    },
    getId: () => id ?? 'root',
    getName: () => record?.name ?? 'My Drive',
  };
  const cost = COSTS.service;
  return host.expose('Folder', folder, {
    cost: { createFile: cost, createFolder: cost, getFilesByName: cost, getFoldersByName: cost },
  });
}

function iterate(
  host: Host,
  service: string,
  records: readonly FileRecord[],
  toItem: (record: FileRecord) => object,
): object {
  const left = [...records];
  return host.expose(service, {
    hasNext: () => left.length > 0,
    next: () => toItem(left.shift() ?? host.fail('Cannot retrieve the next object: iterator has reached the end.')),
  });
}
