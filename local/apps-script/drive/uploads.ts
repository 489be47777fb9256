import type { HttpAnswer } from '../services/http-response';
import type { UploadRecord } from '../state';
import { parseContentRange } from './content-range';
import { readMetadata, textAnswer, textIn, type DriveRequest } from './drive-request';
import { answerWith, readParent, refuseParents } from './files';
import { addFile, findFile } from './file-store';

/** How long the address of an upload is good: a week (developers.google.com, Drive API, "Upload file data"). */
export const UPLOAD_LIFE = 7 * 86_400_000;

/**
 * Begins a resumable upload: of a new file, or of new content for the one with an id. Its address comes in `Location`; with
 * the parameters of this request, which the answer at its end obeys.
 */
export function beginUpload(request: DriveRequest, id: string | null): HttpAnswer {
  const { state, query, header, url } = request;
  const kind = query.get('uploadType');
  if (kind !== 'resumable') return request.lacks(`uploadType=${kind ?? 'media'}`);
  const metadata = readMetadata(request);
  if (id !== null) refuseParents(metadata);
  state.lastId += 1;
  const upload: UploadRecord = {
    id: `local-upload-${String(state.lastId)}`,
    fileId: id === null ? null : findFile(request, id).id,
    name: textIn(metadata, 'name'),
    contentType: textIn(metadata, 'mimeType') ?? header('x-upload-content-type') ?? null,
    parent: readParent(request, metadata),
    ...{ startedAt: state.now, chunks: [], received: 0, isDone: false },
  };
  state.uploads.push(upload);
  return textAnswer(200, '', [
    ['Location', `${url}&upload_id=${upload.id}`],
    ['X-GUploader-UploadID', upload.id],
  ]);
}

/**
 * Takes the next bytes of an upload, or tells how many it has. Sources: developers.google.com, Drive API, "Upload file data";
 * what servers answer to wrong ranges, github.com/googleapis/java-storage, ITJsonResumableSessionPutTaskTest.
 */
export function continueUpload(request: DriveRequest): HttpAnswer {
  const { state, query, body, method, arrived } = request;
  const upload = state.uploads.find(({ id }) => id === query.get('upload_id'));
  if (!upload || state.now >= upload.startedAt + UPLOAD_LIFE) return textAnswer(404, 'Not Found');
  if (method !== 'PUT') return request.lacks(`${method} of an upload`);
  if (upload.isDone) return answerWith(request, findFile(request, upload.fileId ?? ''));
  const named = request.header('content-range');
  const whole = { span: body.length === 0 ? null : { first: 0, last: body.length - 1 }, total: body.length };
  const range = named === undefined ? whole : parseContentRange(named);
  if (!range) return textAnswer(400, 'Failed to parse Content-Range header.');
  const refusal = range.span && refuse(upload, range.span, body.length);
  if (refusal) return refusal;
  const isWhole = arrived >= body.length;
  const end = range.span ? range.span.last + 1 : upload.received;
  const isLast = isWhole && range.total === end;
  if (range.span) keep(upload, body.subarray(0, arrived), range.span.first, isLast);
  return isLast ? finish(request, upload) : incomplete(upload);
}

/** What is stored of an upload that goes on is a multiple of this: the rest of a piece is forgotten. */
const UNIT = 256 * 1024;

function refuse(upload: UploadRecord, span: { first: number; last: number }, length: number): HttpAnswer | null {
  const { first, last } = span;
  const wanted = last + 1 - first;
  if (wanted !== length) {
    return textAnswer(
      400,
      `Invalid request.  There were ${String(length)} byte(s) in the request body.  There should have been ${String(wanted)} byte(s) ` +
        `(starting at offset ${String(first)} and ending at offset ${String(last)}) according to the Content-Range header.`,
    );
  }
  if (first <= upload.received) return null;
  return textAnswer(
    503,
    `Invalid request. According to the Content-Range header, the upload offset is ${String(first)} byte(s), ` +
      `which exceeds already uploaded size of ${String(upload.received)} byte(s).`,
  );
}

/** Adds what is new in a piece: bytes that are there already are not looked at. */
function keep(upload: UploadRecord, piece: Uint8Array, first: number, isLast: boolean): void {
  const reached = Math.max(upload.received, first + piece.length);
  const end = isLast ? reached : Math.max(upload.received, reached - (reached % UNIT));
  const fresh = piece.subarray(upload.received - first, end - first);
  if (fresh.length === 0) return;
  upload.chunks.push(fresh);
  upload.received += fresh.length;
}

function incomplete({ received }: UploadRecord): HttpAnswer {
  return textAnswer(308, '', received === 0 ? [] : [['Range', `bytes=0-${String(received - 1)}`]]);
}

function finish(request: DriveRequest, upload: UploadRecord): HttpAnswer {
  const { state } = request;
  const content = Buffer.concat(upload.chunks);
  if (upload.fileId === null) {
    const parent = upload.parent === null ? null : findFile(request, upload.parent).id;
    const contentType = upload.contentType ?? 'application/octet-stream';
    upload.fileId = addFile(state, { name: upload.name ?? 'Untitled', contentType, parent, content }).id;
  }
  const file = findFile(request, upload.fileId);
  file.content = content;
  file.name = upload.name ?? file.name;
  file.contentType = upload.contentType ?? file.contentType;
  file.modifiedAt = state.now;
  upload.isDone = true;
  upload.chunks = [];
  return answerWith(request, file);
}
