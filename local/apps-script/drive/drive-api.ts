import { OAUTH_TOKEN } from '../services/oauth-token';
import type { HttpAnswer } from '../services/http-response';
import type { WireRequest } from '../services/http-wire';
import { DriveRefusal, refusalJson } from './drive-refusal';
import { toDriveRequest, type DriveRequest } from './drive-request';
import { createFile, deleteFile, getFile, listFiles, updateFile } from './files';
import { beginUpload, continueUpload } from './uploads';

/** Whether a request goes to Drive's API, version 3, which the machine answers itself. */
export function isDriveRequest({ url }: WireRequest): boolean {
  return /^https:\/\/www\.googleapis\.com\/(upload\/)?drive\/v3\//i.test(url);
}

/** Who asks Drive, of which account, and how much of the request arrives. */
export type DriveCaller = Pick<DriveRequest, 'state' | 'arrived' | 'lacks'> & {
  /** The scopes that the user granted; null: all that the code needs. */
  readonly scopes: readonly string[] | null;
  /** Whether the user refused a scope, for a script without a manifest too. */
  readonly refuses: (scope: string) => boolean;
};

/** What Drive's API answers (developers.google.com, Drive API v3): files, folders and resumable uploads of the machine's drive. */
export function answerDrive(wire: WireRequest, caller: DriveCaller): HttpAnswer {
  const seesAll = caller.scopes?.includes(DRIVE) ?? false;
  const request = toDriveRequest(wire, { ...caller, seesAll });
  try {
    checkToken(request);
    // The address of an upload is its own permission.
    if (request.query.has('upload_id')) return continueUpload(request);
    checkScope(request, caller);
    return route(request);
  } catch (error) {
    if (!(error instanceof DriveRefusal)) throw error;
    return {
      status: error.status,
      headers: [['Content-Type', 'application/json; charset=UTF-8']],
      body: Buffer.from(refusalJson(error), 'utf8'),
    };
  }
}

const DRIVE = 'https://www.googleapis.com/auth/drive';
const ENOUGH = [DRIVE, 'https://www.googleapis.com/auth/drive.file'];

function checkToken({ header }: DriveRequest): void {
  const given = header('authorization');
  if (given === undefined || given === `Bearer ${OAUTH_TOKEN}`) return;
  throw new DriveRefusal(401, 'authError', 'Invalid Credentials', {
    locationType: 'header',
    location: 'Authorization',
  });
}

function checkScope({ header }: DriveRequest, { scopes, refuses }: DriveCaller): void {
  if (header('authorization') === undefined) {
    throw new DriveRefusal(403, 'forbidden', UNREGISTERED);
  }
  if (!ENOUGH.some((scope) => !refuses(scope) && (scopes?.includes(scope) ?? true))) {
    throw new DriveRefusal(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
  }
}

const UNREGISTERED =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";

function route(request: DriveRequest): HttpAnswer {
  const { pathname } = new URL(request.url);
  const [path, upload = '', id] = /^\/(upload\/)?drive\/v3\/files(?:\/([^/]+))?$/.exec(pathname) ?? [];
  const act = path === undefined ? undefined : ACTS[`${request.method} ${upload}files${id === undefined ? '' : '/id'}`];
  if (!act) return request.lacks(`${request.method} ${pathname} of the Drive API`);
  return act(request, decodeURIComponent(id ?? ''));
}

const ACTS: Readonly<Record<string, (request: DriveRequest, id: string) => HttpAnswer>> = {
  'GET files': listFiles,
  'POST files': createFile,
  'GET files/id': getFile,
  'PATCH files/id': updateFile,
  'DELETE files/id': deleteFile,
  'POST upload/files': (request) => beginUpload(request, null),
  'PATCH upload/files/id': beginUpload,
};
