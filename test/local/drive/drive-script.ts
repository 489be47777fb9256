import { createMachine, type Machine } from '../../../local/apps-script/machine';
import { valueOf } from '../script';

/** What a script saw of one answer. */
export interface Seen {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A request as the script of a test makes it; `path` is what follows googleapis.com, or a whole address. */
export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  /** Bytes to send: this many times `x`. */
  readonly size?: number;
  /** What is sent instead of the script's own token; null: none. */
  readonly token?: string | null;
}

/** Sends one request as a script of its own execution, answers of any status included. */
export function ask(machine: Machine, request: Ask): Seen {
  return valueOf(`${FETCH} return send(${JSON.stringify(request)})`, machine) as Seen;
}

/** The answer's JSON; fails when its status is not 200. */
export function jsonOf(machine: Machine, request: Ask): Record<string, unknown> {
  const { code, text } = ask(machine, request);
  if (code !== 200) throw new Error(`${String(code)} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** The id of a new folder or file in a folder. */
export function make(machine: Machine, name: string, parent?: string, mimeType = 'text/plain'): string {
  const json = { name, mimeType, ...(parent === undefined ? {} : { parents: [parent] }) };
  return String(jsonOf(machine, { method: 'post', path: '/drive/v3/files', json }).id);
}

/** What files.list finds for a query, in Drive's own order. */
export function search(machine: Machine, query: string): { id: string; name: string }[] {
  const { files } = jsonOf(machine, { path: `/drive/v3/files?q=${encodeURIComponent(query)}` });
  return files as { id: string; name: string }[];
}

/** Status, reason and message of a refusal in Google's JSON form. */
export function refusalOf({ code, text }: Seen): unknown[] {
  const { error } = JSON.parse(text) as { error: { code: number; message: string; errors: { reason: string }[] } };
  return [code === error.code ? code : null, error.errors[0]?.reason, error.message];
}

export const FOLDER = 'application/vnd.google-apps.folder';

/** A machine whose clock starts at a round time. */
export function createDriveMachine(): Machine {
  return createMachine({ startAt: Date.UTC(2026, 9, 2) });
}

/** What a script sends requests with. */
export const FETCH = `
function send(request) {
  const url = request.path.startsWith('https:') ? request.path : 'https://www.googleapis.com' + request.path;
  const headers = Object.assign({}, request.headers);
  const token = request.token === undefined ? ScriptApp.getOAuthToken() : request.token;
  if (token !== null) headers.Authorization = 'Bearer ' + token;
  const params = { method: request.method || 'get', headers, muteHttpExceptions: true };
  if (request.json) Object.assign(params, { payload: JSON.stringify(request.json), contentType: 'application/json' });
  if (request.size) Object.assign(params, { payload: 'x'.repeat(request.size), contentType: 'text/csv' });
  const response = UrlFetchApp.fetch(url, params);
  return { code: response.getResponseCode(), headers: response.getHeaders(), text: response.getContentText() };
}`;
