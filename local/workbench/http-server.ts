import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { createAsking } from './asking';
import { answerRequest, type Reply } from './answer-request';
import type { ThreadData, ThreadStart } from './ask';
import { createWebRoute } from './web-route';

// Serves the workbench in a thread of its own: the one that runs scripts is busy while they run.

const { port, asks, signal } = workerData as ThreadData;
const ask = createAsking(asks, signal);
const answerWeb = createWebRoute(ask);
const server = createServer((request, response) => {
  answer(request).then(
    (reply) => {
      send(response, reply);
    },
    (error: unknown) => {
      const status = error instanceof SyntaxError ? 400 : 500;
      send(response, { status, type: 'text/plain', body: `${String(error)}\n`, headers: {} });
    },
  );
});
server.on('error', (error: NodeJS.ErrnoException) => {
  tell({ error: error.code ?? error.message });
});
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  tell({ port: typeof address === 'object' && address ? address.port : port });
});

async function answer(request: IncomingMessage): Promise<Reply> {
  return (await answerWeb(request)) ?? (await answerRequest(request, ask));
}

function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}

function tell(start: ThreadStart): void {
  parentPort?.postMessage(start);
}
