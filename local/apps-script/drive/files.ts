import type { HttpAnswer } from '../services/http-response';
import type { FileRecord } from '../state';
import { DriveRefusal, invalidParameter } from './drive-refusal';
import { jsonAnswer, readMetadata, textIn, type DriveRequest } from './drive-request';
import { toFilter } from './file-query';
import { toList, toResource } from './file-resource';
import { addFile, findFile, findParent, isVisible, removeFile } from './file-store';

/** files.list: what this script may see of the drive. */
export function listFiles(request: DriveRequest): HttpAnswer {
  const { state, query } = request;
  const pageSize = Number(query.get('pageSize') ?? 100);
  if (!(pageSize >= 1 && pageSize <= 1000)) throw invalidParameter('pageSize');
  const matches = toFilter(request, query.get('q') ?? '');
  const found = state.files.filter((file) => isVisible(request, file) && matches(file));
  sort(found, query.get('orderBy') ?? 'modifiedTime desc');
  const start = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(start)) throw invalidParameter('pageToken');
  const end = start + pageSize;
  const next = end < found.length ? String(end) : null;
  return jsonAnswer(200, toList(state, found.slice(start, end), next, query.get('fields')));
}

/** files.get: a file's metadata, or its content with `alt=media`. */
export function getFile(request: DriveRequest, id: string): HttpAnswer {
  const file = findFile(request, id);
  if (request.query.get('alt') !== 'media') return answerWith(request, file);
  return { status: 200, headers: [['Content-Type', file.contentType]], body: file.content };
}

/** files.create: a folder or an empty file. */
export function createFile(request: DriveRequest): HttpAnswer {
  const metadata = readMetadata(request);
  const made = addFile(request.state, {
    name: textIn(metadata, 'name') ?? 'Untitled',
    contentType: textIn(metadata, 'mimeType') ?? 'application/octet-stream',
    parent: readParent(request, metadata),
    content: new Uint8Array(),
  });
  return answerWith(request, made);
}

/** files.update: name, type, trash and folder. */
export function updateFile(request: DriveRequest, id: string): HttpAnswer {
  const file = findFile(request, id);
  const metadata = readMetadata(request);
  refuseParents(metadata);
  const parent = request.query.get('addParents');
  if (parent !== undefined) file.parent = findParent(request, parent);
  file.name = textIn(metadata, 'name') ?? file.name;
  file.contentType = textIn(metadata, 'mimeType') ?? file.contentType;
  if (typeof metadata.trashed === 'boolean') file.trashed = metadata.trashed;
  file.modifiedAt = request.state.now;
  return answerWith(request, file);
}

/** files.delete: for good, a folder with all that is in it. */
export function deleteFile(request: DriveRequest, id: string): HttpAnswer {
  removeFile(request.state, findFile(request, id));
  return { status: 204, headers: [], body: new Uint8Array() };
}

/** The folder that the metadata of a new file names; null for My Drive itself. */
export function readParent(request: DriveRequest, metadata: Readonly<Record<string, unknown>>): string | null {
  const { parents = [] } = metadata;
  if (!Array.isArray(parents)) throw invalidParameter('parents');
  if (parents.length > 1) {
    throw new DriveRefusal(
      403,
      'cannotAddParent',
      'A shared drive item or a file must have exactly one parent: increasing the number of parents is not allowed',
    );
  }
  return parents.length === 0 ? null : findParent(request, String(parents[0]));
}

/** Refuses parents in the metadata of a file that is there already. */
export function refuseParents(metadata: Readonly<Record<string, unknown>>): void {
  if (metadata.parents === undefined) return;
  throw new DriveRefusal(
    403,
    'fieldNotWritable',
    'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
  );
}

/** The file as the request's field mask wants it. */
export function answerWith({ state, query }: DriveRequest, file: FileRecord): HttpAnswer {
  return jsonAnswer(200, toResource(state, file, query.get('fields')));
}

function sort(files: FileRecord[], orderBy: string): void {
  const keys = orderBy.split(',').map((part) => {
    const [, name = '', descending] = /^\s*(\w+)(\s+desc)?\s*$/.exec(part) ?? [];
    const valueOf = ORDERS[name];
    if (!valueOf) throw invalidParameter('orderBy', `Sorting is not supported for ${part.trim()}`);
    return { valueOf, sign: descending === undefined ? 1 : -1 };
  });
  files.sort((a, b) => {
    for (const { valueOf, sign } of keys) {
      const [left, right] = [valueOf(a), valueOf(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}

const ORDERS: Readonly<Record<string, (file: FileRecord) => string | number>> = {
  createdTime: (file) => file.createdAt,
  modifiedTime: (file) => file.modifiedAt,
  name: (file) => file.name,
  folder: (file) => (file.isFolder ? 0 : 1),
};
