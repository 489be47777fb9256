import type { FileRecord, State } from '../state';
import { fileNotFound } from './drive-refusal';
import type { DriveRequest } from './drive-request';

/** The MIME type of a folder (developers.google.com, Drive API, "Create and populate folders"). */
export const FOLDER = 'application/vnd.google-apps.folder';

/** The id of My Drive itself; the API takes `root` for it too. */
export const ROOT_ID = '0Alocalroot';

/** Whether a file is in the trash, by itself or with a folder that it is in. */
export function isTrashed(state: State, file: FileRecord): boolean {
  if (file.trashed) return true;
  const parent = state.files.find(({ id }) => id === file.parent);
  return parent !== undefined && isTrashed(state, parent);
}

/** Whether the request may know of a file: with the scope `drive.file`, of what this script made. */
export function isVisible({ seesAll }: DriveRequest, file: FileRecord): boolean {
  return seesAll || !file.isForeign;
}

/** The file or folder with an id, in the trash or not; refuses one that there is not, or not for this script. */
export function findFile(request: DriveRequest, id: string): FileRecord {
  const file = request.state.files.find((each) => each.id === id);
  if (!file || !isVisible(request, file)) throw fileNotFound(id);
  return file;
}

/** The folder that a request names: null for My Drive itself; refuses one that there is not. */
export function findParent(request: DriveRequest, id: string): string | null {
  return id === 'root' || id === ROOT_ID ? null : findFile(request, id).id;
}

/** Adds a file or folder to the drive. */
export function addFile(
  state: State,
  file: Pick<FileRecord, 'name' | 'contentType' | 'content' | 'parent'> & { readonly isForeign?: boolean },
): FileRecord {
  const isFolder = file.contentType === FOLDER;
  state.lastId += 1;
  const made: FileRecord = {
    id: `local-${isFolder ? 'folder' : 'file'}-${String(state.lastId)}`,
    ...{ isFolder, isForeign: false, trashed: false, createdAt: state.now, modifiedAt: state.now },
    ...file,
  };
  state.files.push(made);
  return made;
}

/** Removes a file for good, and a folder with all that is in it. */
export function removeFile(state: State, file: FileRecord): void {
  const inside = state.files.filter(({ parent }) => parent === file.id);
  for (const each of inside) removeFile(state, each);
  state.files.splice(state.files.indexOf(file), 1);
}
