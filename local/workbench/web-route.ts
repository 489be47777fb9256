import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { MOST_BYTES, type WebAnswer, type WebRequest } from '../apps-script/web-app';
import type { Reply } from './answer-request';
import type { Asking } from './asking';
import { siteOf } from './check-request';

/** Answers what is asked of the web app; null: the request is for something else. */
export type WebRoute = (request: IncomingMessage) => Promise<Reply | null>;

/**
 * The web app at `/exec`, for programs and pages from anywhere, as on Google: any type of body, no cookies. What the script
 * answers with the Content service is fetched from `/macros/echo`, which stands for script.googleusercontent.com: by GET,
 * once. The server's own name is asked for all the same (DNS rebinding).
 */
export function createWebRoute(ask: Asking): WebRoute {
  const texts = new Map<string, Text>();
  const toReply = (answer: WebAnswer, host: string): Reply => {
    if (answer.kind === 'page') return toPage(answer.status, answer.html);
    if (answer.kind === 'signIn') return moveTo('https://accounts.google.com/ServiceLogin');
    const key = randomBytes(24).toString('base64url');
    texts.set(key, answer);
    for (const oldest of [...texts.keys()].slice(0, -MOST_TEXTS)) texts.delete(oldest);
    return moveTo(`http://${host}/macros/echo?user_content_key=${key}`);
  };
  const echo = (method: string, key: string): Reply => {
    if (method !== 'GET') return toPage(405, METHOD);
    const text = texts.get(key);
    texts.delete(key);
    return text ? toText(text) : toPage(404, 'The answer has been read, or there is none.');
  };
  return async (request) => {
    if (siteOf(request) !== 'spreadsheet') return null;
    const { method = '', url = '/', headers } = request;
    const [, key] = /^\/macros\/echo\?user_content_key=([\w-]+)$/.exec(url) ?? [];
    if (key !== undefined) return echo(method, key);
    const [, path] = /^\/exec((?:[/?].*)?)$/.exec(url) ?? [];
    if (path === undefined) return null;
    const body = await readBody(request);
    if (!body) return toPage(413, 'The request is too large.');
    const web: WebRequest = { method, path, type: headers['content-type'] ?? '', body };
    const answer = await ask({ kind: 'web', request: web });
    return answer.ok ? toReply(answer.value as WebAnswer, headers.host ?? '') : toPage(500, answer.error);
  };
}

type Text = Extract<WebAnswer, { readonly kind: 'text' }>;

/** Answers that nobody fetched are forgotten. */
const MOST_TEXTS = 100;

const METHOD = 'The request method is not supported.';

/** Null when it is longer than a web app takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to its end all the same: who still sends does not hear an answer.
    if (length <= MOST_BYTES) chunks.push(chunk);
  }
  return length <= MOST_BYTES ? Buffer.concat(chunks) : null;
}

function moveTo(location: string): Reply {
  return { ...toPage(302, 'Moved Temporarily'), headers: { Location: location } };
}

/** A page stays a stranger to the spreadsheet at the same address. */
function toPage(status: number, body: string): Reply {
  const headers = { 'Content-Security-Policy': 'sandbox allow-scripts allow-forms allow-popups' };
  return { status, type: 'text/html', body, headers };
}

function toText({ content, type, fileName }: Text): Reply {
  const headers =
    fileName === null ? {} : { 'Content-Disposition': `attachment; filename="${encodeURIComponent(fileName)}"` };
  return { status: 200, type, body: content, headers: { 'Content-Security-Policy': 'sandbox', ...headers } };
}
