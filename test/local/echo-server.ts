import { Worker } from 'node:worker_threads';

/** A server in a thread of its own: one in the test's thread could not answer while a script waits for it. */
export interface EchoServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Answers `/status/503`, `/redirect?to=...`, `/slow/200`, `/gzip`, `/cookies`, `/latin1`, `/big/100`; else what it was sent, as JSON. */
export async function startEchoServer(): Promise<EchoServer> {
  const worker = new Worker(SOURCE, { eval: true });
  const url = await new Promise<string>((resolve) => worker.once('message', resolve));
  return {
    url,
    stop: async () => {
      await worker.terminate();
    },
  };
}

const SOURCE = `
const http = require('node:http');
const zlib = require('node:zlib');
const { parentPort } = require('node:worker_threads');
http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url, 'http://x');
    const [, kind, arg] = url.pathname.split('/');
    if (kind === 'status') { response.writeHead(Number(arg)); return response.end('x'.repeat(200)); }
    if (kind === 'redirect') { response.writeHead(Number(arg), { Location: url.searchParams.get('to') }); return response.end(); }
    if (kind === 'slow') return setTimeout(() => response.end('late'), Number(arg));
    if (kind === 'reset') return request.socket.destroy();
    if (kind === 'gzip') { response.writeHead(200, { 'Content-Encoding': 'gzip' }); return response.end(zlib.gzipSync('packed')); }
    if (kind === 'cookies') { response.writeHead(200, [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['X-CaSe', 'kept']].flat()); return response.end(); }
    if (kind === 'latin1') { response.writeHead(200, { 'Content-Type': 'text/plain; charset=iso-8859-1' }); return response.end(Buffer.from('été', 'latin1')); }
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }));
  });
}).listen(0, '127.0.0.1', function () { parentPort.postMessage('http://127.0.0.1:' + this.address().port); });
`;
