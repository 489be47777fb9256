import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isTrashed } from '../apps-script/drive/file-store';
import type { FileRecord, State } from '../apps-script/state';
import { freeName } from './free-name';

/**
 * Writes the files that the script has put into Google Drive, as they are, below the folder `drive` of a folder; where two
 * of one Drive folder share a name, the second is `<name> (2)`, and so on. Without such files nothing is made.
 */
export function writeDrive(state: State, folder: string): void {
  const taken = new Map<string, Set<string>>();
  for (const file of state.files) {
    if (file.isFolder || file.isForeign || isTrashed(state, file)) continue;
    const path = join(folder, 'drive', ...parentsOf(state, file));
    mkdirSync(path, { recursive: true });
    const names = taken.get(path) ?? new Set();
    taken.set(path, names);
    const ending = extname(file.name);
    const name = file.name.slice(0, file.name.length - ending.length);
    writeFileSync(join(path, freeName(name, ending, names)), file.content);
  }
}

/** The names of the folders that a file lies in, the outermost first. */
function parentsOf(state: State, { parent }: FileRecord): readonly string[] {
  const folder = parent === null ? undefined : state.files.find(({ id }) => id === parent);
  return folder ? [...parentsOf(state, folder), folder.name.replaceAll('/', '-')] : [];
}
