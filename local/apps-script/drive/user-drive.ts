import type { FileRecord, State } from '../state';
import { addFile, FOLDER, isTrashed, removeFile } from './file-store';
import { UPLOAD_LIFE } from './uploads';

/** What the user sees and does in Drive beside the script. Folders and files are found by name, the trash left out. */
export interface UserDrive {
  /** A file's content; `folder` null is My Drive itself. Null when there is no such file; throws when there are several. */
  read(folder: string | null, name: string): Uint8Array | null;
  /** The ids of all files of that name in a folder. */
  ids(folder: string | null, name: string): string[];
  /** Adds a folder or file that this script did not make and so does not see; returns its id. */
  addFolder(name: string): string;
  addFile(folder: string | null, name: string, content: string): string;
  /** Puts a file or folder in the trash, or takes it out. */
  trash(id: string, trashed?: boolean): void;
  /** Deletes a file, or a folder with what is in it, for good. */
  remove(id: string): void;
  rename(id: string, name: string): void;
  /** Makes all uploads under way too old to go on: their addresses answer 404. */
  endUploads(): void;
}

/** The hands of whoever owns the drive of an account. */
export function createUserDrive(state: State): UserDrive {
  const fileOf = (id: string): FileRecord => {
    const file = state.files.find((each) => each.id === id);
    if (!file) throw new Error(`There is no file ${id} in Drive.`);
    return file;
  };
  return {
    read(folder, name) {
      const [file, ...others] = inFolder(state, folder, name);
      if (others.length > 0) throw new Error(`Drive has ${String(others.length + 1)} files ${name}.`);
      return file?.content ?? null;
    },
    ids: (folder, name) => inFolder(state, folder, name).map(({ id }) => id),
    addFolder: (name) =>
      addFile(state, { name, contentType: FOLDER, parent: null, content: new Uint8Array(), isForeign: true }).id,
    addFile(folder, name, text) {
      const content = Buffer.from(text, 'utf8');
      const parent = folder === null ? null : (foldersNamed(state, folder)[0]?.id ?? null);
      return addFile(state, { name, contentType: 'text/plain', parent, content, isForeign: true }).id;
    },
    trash(id, trashed = true) {
      fileOf(id).trashed = trashed;
    },
    remove(id) {
      removeFile(state, fileOf(id));
    },
    rename(id, name) {
      fileOf(id).name = name;
    },
    endUploads() {
      state.uploads = state.uploads.map((upload) => ({ ...upload, startedAt: state.now - UPLOAD_LIFE }));
    },
  };
}

function inFolder(state: State, folder: string | null, name: string): FileRecord[] {
  const parents: (string | null)[] = folder === null ? [null] : foldersNamed(state, folder).map(({ id }) => id);
  return present(state).filter((file) => !file.isFolder && file.name === name && parents.includes(file.parent));
}

function foldersNamed(state: State, name: string): FileRecord[] {
  return present(state).filter((file) => file.isFolder && file.name === name);
}

function present(state: State): FileRecord[] {
  return state.files.filter((file) => !isTrashed(state, file));
}
