import type { Json } from '../core/model';
import { readAnswer, readFileId, readLocation } from './drive-answer';
import { createPatientSend, type PatientSend } from './patient-send';
import { askUpload, sendPart } from './resumable-upload';
import type { Clock, Drive, HttpRequest, Send, UploadFile } from './services';

const FILES = 'https://www.googleapis.com/drive/v3/files';
const UPLOADS = 'https://www.googleapis.com/upload/drive/v3/files';
const FOLDER = 'application/vnd.google-apps.folder';

/**
 * Google Drive by its API, version 3 (developers.google.com, Drive API), with the scope `drive.file` alone. What fails in
 * passing is tried three times before a `BusyError`. `token` gives the bearer token.
 */
export function createDrive(send: Send, token: () => string, clock: Clock): Drive {
  const wire = createPatientSend(send, clock);
  const get = (url: string): HttpRequest => ({ method: 'get', url, headers: signIn(token) });
  return {
    exists(id) {
      const url = `${FILES}/${encodeURIComponent(id)}?fields=id,trashed&supportsAllDrives=true`;
      const response = wire.ask('file', get(url));
      return response.status !== 404 && readAnswer('file', response).trashed !== true;
    },
    findFolder(name) {
      const query = `name = '${name.replace(/[\\']/g, '\\$&')}' and mimeType = '${FOLDER}' and trashed = false`;
      const url = `${FILES}?q=${encodeURIComponent(query)}&orderBy=createdTime&pageSize=1&fields=files(id)`;
      const { files } = readAnswer('folder', wire.ask('folder', get(url)));
      const folder = Array.isArray(files) ? (files as readonly Json[])[0] : undefined;
      return folder === undefined ? null : readFileId('folder', folder);
    },
    makeFolder(name) {
      const request = withJson(get(`${FILES}?fields=id`), 'post', { name, mimeType: FOLDER });
      return readFileId('new folder', readAnswer('new folder', wire.ask('new folder', request)));
    },
    beginUpload: (file) => beginUpload(wire, get, file),
    upload: (session, part) => sendPart(wire, clock, session, part),
    uploaded: (session) => askUpload(wire, session),
    requests: () => wire.requests(),
  };
}

function signIn(token: () => string): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${token()}` };
}

function withJson(request: HttpRequest, method: 'post' | 'patch', body: Json): HttpRequest {
  const headers = { ...request.headers, 'Content-Type': 'application/json; charset=UTF-8' };
  return { ...request, method, headers, body: JSON.stringify(body) };
}

function beginUpload(wire: PatientSend, get: (url: string) => HttpRequest, file: UploadFile): string {
  const { name, type } = file;
  const query = '?uploadType=resumable&supportsAllDrives=true&fields=id';
  // PATCH, since a PUT gives no session address.
  const request =
    'id' in file
      ? withJson(get(`${UPLOADS}/${encodeURIComponent(file.id)}${query}`), 'patch', { name })
      : withJson(get(UPLOADS + query), 'post', { name, mimeType: type, parents: [file.folder] });
  const headers = { ...request.headers, 'X-Upload-Content-Type': type };
  return readLocation('new upload', wire.ask('new upload', { ...request, headers }));
}
