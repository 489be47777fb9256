import { createHash } from 'node:crypto';
import { pickFields } from '../spreadsheet/sheets-fields';
import type { FileRecord, State } from '../state';
import { DriveRefusal } from './drive-refusal';
import { isTrashed, ROOT_ID } from './file-store';

/** What the API tells of a file when a request names no fields. */
export const FILE_FIELDS = 'kind,id,name,mimeType';

/** The resource of a file as a field mask such as `id,size` wants it. */
export function toResource(state: State, file: FileRecord, mask = FILE_FIELDS): object {
  checkFields(mask, FIELDS);
  return pickFields(describe(state, file, /md5Checksum|^\*$/.test(mask)), mask);
}

/** The resource of each file, in the members of an answer that a mask such as `files(id)` wants. */
export function toList(
  state: State,
  files: readonly FileRecord[],
  nextPageToken: string | null,
  mask = `kind,incompleteSearch,nextPageToken,files(${FILE_FIELDS})`,
): object {
  checkFields(mask, [...FIELDS, 'files', 'nextPageToken', 'incompleteSearch']);
  const withSum = /md5Checksum|\*/.test(mask) || /(^|,)files(,|$)/.test(mask);
  const list = {
    ...(nextPageToken === null ? {} : { nextPageToken }),
    ...{ kind: 'drive#fileList', incompleteSearch: false },
    files: files.map((file) => describe(state, file, withSum)),
  };
  return pickFields(list, mask);
}

const FIELDS = [
  ...['kind', 'id', 'name', 'mimeType', 'trashed', 'explicitlyTrashed', 'parents', 'createdTime', 'modifiedTime'],
  ...['size', 'md5Checksum', 'webViewLink', 'ownedByMe'],
] as const;

/** Reading all of a large file for its sum takes time: done on demand only. */
function describe(state: State, file: FileRecord, withSum: boolean): Partial<Record<(typeof FIELDS)[number], unknown>> {
  const { id, name, contentType, content, parent, isFolder } = file;
  return {
    ...{ kind: 'drive#file', id, name, mimeType: contentType },
    ...{ trashed: isTrashed(state, file), explicitlyTrashed: file.trashed, parents: [parent ?? ROOT_ID] },
    createdTime: new Date(file.createdAt).toISOString(),
    modifiedTime: new Date(file.modifiedAt).toISOString(),
    ...(isFolder ? {} : { size: String(content.length) }),
    ...(isFolder || !withSum ? {} : { md5Checksum: createHash('md5').update(content).digest('hex') }),
    webViewLink: isFolder
      ? `https://drive.google.com/drive/folders/${id}`
      : `https://drive.google.com/file/d/${id}/view?usp=drivesdk`,
    ownedByMe: true,
  };
}

function checkFields(mask: string, known: readonly string[]): void {
  const wrong = mask.match(/\w+/g)?.find((word) => !known.includes(word));
  if (wrong === undefined) return;
  throw new DriveRefusal(400, 'invalidParameter', `Invalid field selection ${wrong}`, {
    locationType: 'parameter',
    location: 'fields',
  });
}
