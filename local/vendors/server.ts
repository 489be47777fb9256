import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { control, RecordSlice, toControlRequest, type Controlled } from './control';
import { Faults, type Fault } from './faults';
import { RequestLog } from './request-log';
import { respond } from './respond';
import type { Answer, Question, Vendor } from './vendor';
import { VendorClock } from './vendor-clock';

export interface ServerOptions {
  readonly apiKey: string;
  /** ISO 8601; the clock stands still there until control moves it. Absent: the machine's clock. */
  readonly now?: string;
}

/**
 * An HTTP server, not yet listening, that serves a vendor's API with sign-in, faults and a log, and control at
 * `POST /__control`: JSON in, JSON out with `ok`, 400 for a request that control does not understand. `build` makes the
 * vendor anew each time the server is reset.
 */
export function createVendorServer(build: (clock: VendorClock) => Vendor, options: ServerOptions): Server {
  const clock = new VendorClock();
  const on: Controlled = {
    vendor: restart(clock, options, build),
    apiKey: options.apiKey,
    moving: undefined,
    faults: new Faults(),
    log: new RequestLog(),
    clock,
    reset() {
      on.vendor = restart(clock, options, build);
      on.apiKey = options.apiKey;
      on.moving = undefined;
      on.faults.clear();
      on.log.clear();
    },
  };
  return createServer((request, response) => {
    response.sendDate = false;
    response.setHeader('Date', new Date(clock.now()).toUTCString());
    if (request.url === '/__control') serveControl(on, request, response);
    else serveApi(on, request, response);
  });
}

function restart(clock: VendorClock, options: ServerOptions, build: (clock: VendorClock) => Vendor): Vendor {
  clock.set(options.now === undefined ? undefined : Date.parse(options.now));
  return build(clock);
}

function serveControl(on: Controlled, request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    let status = 200;
    let answer: object;
    try {
      if (request.method !== 'POST') throw new Error('Control takes POST');
      answer = { ok: true, ...control(on, toControlRequest(Buffer.concat(parts).toString('utf8'))) };
    } catch (error) {
      status = 400;
      answer = { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
    // Whoever asks is often held up by a sync for longer than a connection is kept, and would find it closed.
    response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
    Readable.from(jsonParts(answer)).pipe(response);
  });
}

function* jsonParts(answer: object): Generator<string> {
  let separator = '{';
  for (const [key, value] of Object.entries(answer) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${separator}${JSON.stringify(key)}:`;
    if (value instanceof RecordSlice) yield* value.toJsonParts();
    else yield JSON.stringify(value);
    separator = ',';
  }
  yield '}';
}

function serveApi(on: Controlled, request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { answer, fault } = respond(on, toQuestion(request, Buffer.concat(parts).toString('utf8')));
    if (fault?.reset === true) request.socket.destroy();
    else if (fault?.slowMs !== undefined) setTimeout(send, fault.slowMs, response, answer, fault);
    else if (fault?.hang !== true) send(response, answer, fault);
  });
}

function toQuestion(request: IncomingMessage, body: string): Question {
  const [path = '/', rawQuery = ''] = splitOnce(request.url ?? '/', '?');
  return {
    method: request.method ?? 'GET',
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: request.headers,
    body,
  };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function send(response: ServerResponse, answer: Answer, fault: Fault | undefined): void {
  const gzip = fault?.gzip === true;
  const body = gzip ? gzipSync(answer.body) : Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'Content-Type': 'application/json',
    ...answer.headers,
    'Content-Length': String(body.length),
    ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(body);
}
