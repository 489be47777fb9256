import type { Machine } from './machine';
import type { Outcome } from './outcome';
import type { Project } from './project';
import { toWebEvent } from './web-event';
import type { WebOutput } from './web-output';

/** What reaches the address of a web app. Its headers stay with Google: no script sees them. */
export interface WebRequest {
  readonly method: string;
  /** What follows `/exec`: nothing, `?a=1` or `/path?a=1`. */
  readonly path: string;
  /** The header Content-Type; absent: none was sent. */
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

export type WebAnswer =
  /** What the script answered with the Content service: Google sends the caller on to where it is read once, by GET. */
  | Extract<WebOutput, { readonly kind: 'text' }>
  /** A page at the web app's own address: the script's, or Google's word on what went wrong. */
  | { readonly kind: 'page'; readonly status: number; readonly html: string }
  /** Google asks strangers to sign in. */
  | { readonly kind: 'signIn' };

/**
 * Answers someone who has not signed in, as Google does for the deployment that the manifest describes: `doGet` or `doPost`
 * runs as whoever deployed it, the account's holder. A function that fails is answered with a page of status 200.
 * Sources: developers.google.com, "Web apps" and "Content service"; texts of pages from what callers report, statuses of
 * refusals but 405 not documented.
 */
export function answerWeb(run: Machine['run'], project: Project, request: WebRequest): WebAnswer {
  const functionName = FUNCTIONS.get(request.method);
  if (functionName === undefined) return toPage(405, 'The request method is not supported.');
  if (!project.webApp) return toPage(404, 'Sorry, unable to open the file at this time.');
  const { access, executeAs } = project.webApp;
  if (access !== 'ANYONE_ANONYMOUS' || executeAs !== 'USER_DEPLOYING') return { kind: 'signIn' };
  if (sizeOf(request) > MOST_BYTES) return toPage(413, 'The request is too large.');
  const event = toWebEvent(request);
  if (RESERVED.some((name) => name in event.parameter)) return toPage(405, 'A parameter has a reserved name.');
  return toAnswer(run(project, functionName, [event], { as: 'web' }));
}

/** Of a POST, in bytes (what callers report; not documented). */
export const MOST_BYTES = 50 * 1024 * 1024;

const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['GET', 'doGet'],
  ['POST', 'doPost'],
]);

/** "These parameter names are reserved by the system": they give 405 (developers.google.com, "Web apps"). */
const RESERVED = ['c', 'sid'];

function sizeOf({ body = '' }: WebRequest): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}

function toAnswer(outcome: Outcome): WebAnswer {
  if (outcome.status === 'killed') return toPage(200, outcome.reason);
  if (outcome.status === 'failed') return toPage(200, toErrorText(outcome));
  const output = outcome.value as WebOutput;
  if (output.kind === 'text') return output;
  if (output.kind === 'html') return { kind: 'page', status: 200, html: output.content };
  return toPage(200, output.kind === 'nothing' ? NOTHING : UNSUPPORTED);
}

const NOTHING = 'The script completed but did not return anything.';
const UNSUPPORTED = 'The script completed but the returned value is not a supported return type.';

/** As on Google: the error, then the place in the script where it has one. */
function toErrorText({ error: { name, message, stack } }: Outcome & { status: 'failed' }): string {
  if (message.startsWith('Script function not found')) return message;
  const [, file, line] = /^\s+at .*?(\w+):(\d+):\d+\)?$/m.exec(stack) ?? [];
  return `${name}: ${message}${file === undefined ? '' : ` (line ${line ?? ''}, file "${file}")`}`;
}

function toPage(status: number, text: string): WebAnswer {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
  const html = `<!DOCTYPE html><html><head><title>Error</title></head><body><div>${escaped}</div></body></html>`;
  return { kind: 'page', status, html };
}
