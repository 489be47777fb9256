import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Ask, OpenPage } from './ask';
import type { Asking } from './asking';
import { checkRequest, siteOf } from './check-request';
import type { Order } from './protocol';
import { readStatic } from './read-static';
import { withBridge } from './with-bridge';

/** An answer to a browser. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Answers a browser's request. The spreadsheet is at `localhost`, pages of the script at `127.0.0.1`: two origins, so that a
 * page cannot touch the spreadsheet that shows it, as on Google.
 */
export async function answerRequest(request: IncomingMessage, ask: Asking): Promise<Reply> {
  const refusal = checkRequest(request);
  if (refusal) return text(refusal.status, refusal.reason);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
  const route = `${request.method ?? ''} ${pathname}`;
  const port = String(request.socket.localPort);
  if (siteOf(request) === 'spreadsheet') {
    if (route === 'POST /desk') return toJson(await ask(toAsk('order', { order: await json(request) })));
    return request.method === 'GET' ? showFile(pathname, port) : text(404, `There is no ${route} here.`);
  }
  if (route === 'GET /page') return showPage(await ask({ kind: 'page', person: searchParams.get('as') }), port);
  const kind = ASKS[route];
  if (!kind) return text(404, `There is no ${route} here.`);
  return toJson(await ask(toAsk(kind, await json(request))));
}

/** What a page of the script may ask for; the rest of the ask is the request's body. */
const ASKS: Readonly<Record<string, Ask['kind']>> = { 'POST /run': 'run', 'POST /close': 'closePage' };

/** Throws when what came is not of the ask's shape; whether it can be done is for the script's thread to say. */
function toAsk(kind: Ask['kind'], body: unknown): Ask {
  const { order, person, name, args } = Object(body) as Readonly<Record<string, unknown>>;
  const isOrder = typeof (Object(order) as Partial<Order>).do === 'string';
  const isCall = typeof person === 'string' && typeof name === 'string' && Array.isArray(args);
  const isRight = kind === 'order' ? isOrder : kind === 'run' ? isCall : typeof person === 'string';
  if (!isRight) throw new SyntaxError(`This is not what ${kind} needs.`);
  return { ...(body as object), kind } as Ask;
}

async function showFile(path: string, port: string): Promise<Reply> {
  const file = await readStatic(path);
  if (!file) return text(404, `There is no ${path} here.`);
  const policy = `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-src http://127.0.0.1:${port}; frame-ancestors 'none'`;
  return { status: 200, ...file, headers: { 'Content-Security-Policy': policy } };
}

/** A page may talk to its script alone: what it would send elsewhere, the browser refuses and says so. */
async function showPage(answer: Awaited<ReturnType<Asking>>, port: string): Promise<Reply> {
  if (!answer.ok) return text(404, answer.error);
  const page = answer.value as OpenPage;
  const spreadsheet = `http://localhost:${port}`;
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; " +
    `connect-src 'self'; form-action 'none'; frame-ancestors ${spreadsheet}`;
  const body = await withBridge(page, spreadsheet);
  return { status: 200, type: 'text/html', body, headers: { 'Content-Security-Policy': policy } };
}

function toJson(value: unknown): Reply {
  return { status: 200, type: 'application/json', body: JSON.stringify(value), headers: {} };
}

function text(status: number, body: string): Reply {
  return { status, type: 'text/plain', body: `${body}\n`, headers: {} };
}
