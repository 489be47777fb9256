import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What came to the server. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver of webhooks in a thread of its own: one in the test's thread could not answer while a script waits for it. */
export interface HookServer {
  readonly url: string;
  /** Makes it answer so from now on; `retryAfter` in seconds, 0: it does not say. */
  answer(status: number, retryAfter?: number): void;
  /** What came since the last look. */
  received(): Received[];
  stop(): Promise<void>;
}

/** Begins with answering 200. A redirect leads to `/elsewhere` on the same server; 0 as a status breaks the connection off. */
export async function startHookServer(): Promise<HookServer> {
  const answers = new Int32Array(new SharedArrayBuffer(8));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(SOURCE, { eval: true, workerData: { answers, port: port2 }, transferList: [port2] });
  const url = await new Promise<string>((resolve) => worker.once('message', resolve));
  const answer = (status: number, retryAfter = 0): void => {
    Atomics.store(answers, 0, status);
    Atomics.store(answers, 1, retryAfter);
  };
  answer(200);
  return {
    url,
    answer,
    received() {
      const found: Received[] = [];
      for (;;) {
        const next = receiveMessageOnPort(port1) as { message: Received } | undefined;
        if (!next) return found;
        found.push(next.message);
      }
    },
    stop: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}

const SOURCE = `
const http = require('node:http');
const { parentPort, workerData: { answers, port } } = require('node:worker_threads');
http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    port.postMessage({ method: request.method, path: request.url, headers: request.headers, body });
    const status = Atomics.load(answers, 0);
    const wait = Atomics.load(answers, 1);
    if (status === 0) return request.socket.destroy();
    const headers = {};
    if (status >= 300 && status < 400) headers.Location = '/elsewhere';
    if (wait > 0) headers['Retry-After'] = String(wait);
    response.writeHead(status, headers);
    response.end('<script>secret answer</script>');
  });
}).listen(0, '127.0.0.1', function () { parentPort.postMessage('http://127.0.0.1:' + this.address().port); });
`;
