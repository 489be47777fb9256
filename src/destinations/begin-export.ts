import type { Drive, Store } from '../platform/services';
import type { FileTarget } from './destination';

const FOLDER = 'exports';

/**
 * Opens an upload of a file's whole content and returns its session: of the file that was made before, wherever the user
 * has moved it, or of a new one in the folder `exports` when there is none or it is in the trash.
 */
export function beginExport(drive: Drive, store: Store, file: FileTarget): string {
  const id = store.get(keyOf(file));
  if (id !== null && drive.exists(id)) return drive.beginUpload({ id, name: file.name, type: 'text/csv' });
  return drive.beginUpload({ folder: findFolder(drive, store), name: file.name, type: 'text/csv' });
}

/** Remembers which file an upload has made or filled. */
export function endExport(store: Store, file: FileTarget, id: string): void {
  if (store.get(keyOf(file)) !== id) store.set(keyOf(file), id);
}

function keyOf(file: FileTarget): string {
  return `file.${file.id}`;
}

function findFolder(drive: Drive, store: Store): string {
  const key = `folder.${FOLDER}`;
  const known = store.get(key);
  if (known !== null && drive.exists(known)) return known;
  const id = drive.findFolder(FOLDER) ?? drive.makeFolder(FOLDER);
  store.set(key, id);
  return id;
}
